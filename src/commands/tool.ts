declare const __MUSTER_VERSION__: string

/** Name, version and home of this tool. */
export const TOOL = { name: 'muster', version: __MUSTER_VERSION__, uri: 'https://github.com/passmuster/passmuster' } as const
