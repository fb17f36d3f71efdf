import { execFile } from 'node:child_process'

/** The e-mail address under which git commits in a folder; undefined where none is set, or there is no git. */
export const gitEmail = (folder: string): Promise<string | undefined> =>
  new Promise((done) => {
    execFile('git', ['config', '--get', 'user.email'], { cwd: folder, timeout: 5000 }, (error, stdout) => done(error ? undefined : stdout.trim() || undefined))
  })
