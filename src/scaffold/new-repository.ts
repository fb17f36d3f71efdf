import type { CivilDate } from '../schema/types.js'

/** What a new governance repository is made from. */
export type NewRepository = {
  readonly title: string
  /** Id of the organization's own entry. */
  readonly organization: string
  readonly application: { readonly id: string; readonly title: string; readonly purpose?: string | undefined }
  /** E-mail addresses of the people of `muster.yaml`, by their id. */
  readonly emails: Readonly<Record<string, string>>
  /** Teams as the forge names them, `@acme/grc`: of the risk function, and of the application. */
  readonly grcTeam?: string | undefined
  readonly team?: string | undefined
  readonly today: CivilDate
  /** Version of muster that it is made with. */
  readonly version: string
}

/** The people of a new repository, by function. */
export const peopleOf = ({ application }: Pick<NewRepository, 'application'>): readonly { readonly id: string; readonly title: string; readonly roles?: readonly string[] }[] => [
  { id: 'grc-lead', title: 'Governance, risk and compliance lead' },
  { id: 'risk-owner', title: 'Head of operational risk', roles: ['risk-acceptance'] },
  { id: 'ciso', title: 'Chief information security officer', roles: ['executive'] },
  { id: `${application.id}-owner`, title: `Accountable for ${application.title}` },
  { id: `${application.id}-lead`, title: `Technical lead of ${application.title}` },
]
