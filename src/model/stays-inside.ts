/** Whether a path, read without the disk, stays below the folder that it is relative to. */
export const staysInside = (path: string): boolean =>
  !path.startsWith('/') && !path.includes('\\') && !/^[A-Za-z]:/.test(path) && !path.split('/').some((part) => part === '..' || part === '')
