import type { NewFile } from './new-file.js'
import type { NewRepository } from './new-repository.js'

const COLUMN = 46

/** The line by which a team owns an application. */
export const ownerLine = (application: string, team: string): string => `${`/applications/${application}/`.padEnd(COLUMN)}${team}`

/** Who has to approve which change. Lines of teams that nobody named are comments: a team that does not exist protects nothing. */
export function codeowners({ organization, application, grcTeam, team }: NewRepository): NewFile {
  const line = (path: string, owner: string | undefined, placeholder: string): string => (owner === undefined ? `# ${path.padEnd(COLUMN - 2)}${placeholder}` : `${path.padEnd(COLUMN)}${owner}`)
  const grc = (path: string): string => line(path, grcTeam, '@your-org/grc')
  const lines = [
    '# Who approves a change, on GitHub and GitLab alike. Of several lines that match, the last one counts.',
    ...(grcTeam === undefined || team === undefined ? ['# Write your teams and take the # away: until then nobody has to approve these.'] : []),
    '',
    '# The risk function: everything that is not an application, and what the organization says.',
    ...['*', '/muster.yaml', '/tailoring.yaml', '/controls/', '/frameworks/', '/adoption/', '/quarters/', `/applications/${organization}/`].map(grc),
    '',
    '# Teams: what their application says, and its evidence.',
    line(`/applications/${application.id}/`, team, `@your-org/${application.id}`),
    '',
    '# Exceptions accept a risk, so the risk function approves them wherever they stand.',
    grc('/applications/*/evidence/exceptions.yaml'),
  ]
  return { path: 'CODEOWNERS', text: `${lines.join('\n')}\n` }
}
