// Who owns, writes, reviews and approves in the corpus. Reviewers own nothing, so that their reviews count.

const GIVEN = ['ada', 'ben', 'cleo', 'dana', 'eli', 'fay', 'gus', 'hana', 'ivo', 'jana', 'kim', 'lee']
const FAMILY = ['berg', 'costa', 'dietz', 'evans', 'fuchs']

const teams = GIVEN.flatMap((given) => FAMILY.map((family) => ({ id: `${given}-${family}`, title: `${given.charAt(0).toUpperCase()}${given.slice(1)} ${family.charAt(0).toUpperCase()}${family.slice(1)}`, email: `${given}.${family}@example.com` })))
const reviewing = ['grc-1', 'grc-2', 'grc-3', 'grc-4'].map((id, index) => ({ id, title: `Assurance reviewer ${index + 1}`, roles: ['reviewer'] }))

export const owners = teams.slice(0, 20).map(({ id }) => id)
export const engineers = teams.slice(20).map(({ id }) => id)
export const reviewers = reviewing.map(({ id }) => id)
export const approver = 'ciso'

/** The value of muster.yaml. */
export const configuration = {
  title: 'Organization of the benchmark',
  catalog: ['.'],
  people: [...teams, ...reviewing, { id: 'risk-owner', title: 'Risk owner', roles: ['risk-owner'] }, { id: approver, title: 'Chief information security officer', roles: ['ciso'] }, { id: 'platform-team', title: 'Platform team', group: true }],
  approvers: [{ role: 'risk-owner', 'up-to': 'moderate' }, { role: 'ciso', 'up-to': 'critical' }],
  'highest-classification': 'internal',
}
