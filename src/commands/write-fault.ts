/** What the disk refused, in words for a person; anything else as it is. */
export function writeFault(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const why = WRITE_FAULTS[code]
  return why === undefined ? error : new Error(`Cannot write ${file}: ${why}.`, { cause: error })
}

const WRITE_FAULTS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied', EPERM: 'permission denied', EROFS: 'the disk is read-only', ENOSPC: 'the disk is full',
  EISDIR: 'it is a folder', ENOTDIR: 'part of the path is a file', EEXIST: 'part of the path is a file',
}
