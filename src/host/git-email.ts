import { runGit, type GitPlace } from './run-git.js'

/** The e-mail address under which git commits at a place; undefined where none is set. Throws where there is no git. */
export const gitEmail = async (place: GitPlace): Promise<string | undefined> => (await runGit(place, ['config', 'user.email'])).out.toString('utf8').trim() || undefined
