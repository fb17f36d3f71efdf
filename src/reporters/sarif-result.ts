import type { Diagnostic } from '../source/diagnostic.js'
import { plainLine } from './plain-text.js'
import { physicalLocation } from './sarif-location.js'
import { isBuiltin, showPlace } from './show-place.js'

/** Related places of one result; GitHub shows at most 100 locations. */
const MOST_RELATED = 20

/** What a result needs beside its diagnostic. */
export type ResultContext = { readonly prefix: string; readonly ruleIndex: number; readonly fingerprint: string }

/** A diagnostic as a SARIF result. */
export const sarifResult = (diagnostic: Diagnostic, { prefix, ruleIndex, fingerprint }: ResultContext) => {
  const { code, severity, place, excerpt, about } = diagnostic
  const related = linkedPlaces(diagnostic)
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: messageOf(diagnostic) },
    locations: [{ physicalLocation: physicalLocation(place, prefix, excerpt) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, index) => ({ id: index + 1, physicalLocation: physicalLocation(other.place, prefix), message: { text: unlinked(other.message) } })),
    }),
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    ...(about && { properties: about }),
  }
}

/** A diagnostic that has no file in the repository, as a SARIF notification. */
export const sarifNotification = (diagnostic: Diagnostic, ruleIndex: number) => ({
  level: diagnostic.severity,
  message: { text: `${showPlace(diagnostic.place)}: ${messageOf(diagnostic)}` },
  associatedRule: { id: diagnostic.code, index: ruleIndex },
})

type Related = NonNullable<Diagnostic['related']>

const linkedPlaces = ({ related = [] }: Diagnostic): Related => related.filter(({ place }) => !isBuiltin(place.file)).slice(0, MOST_RELATED)

// GitHub shows a related place only where the message links to it, by its number.
function messageOf(diagnostic: Diagnostic): string {
  const { message, hint, related = [] } = diagnostic
  const linked = linkedPlaces(diagnostic)
  const beside = related.filter((other) => !linked.includes(other))
  return [
    unlinked(message),
    ...(hint === undefined ? [] : [unlinked(hint)]),
    ...linked.map((other, index) => `${unlinked(other.message)} [${linkText(showPlace(other.place))}](${index + 1})`),
    ...beside.map((other) => `${unlinked(other.message)} (${unlinked(showPlace(other.place))})`),
  ].join('\n')
}

// `[text](target)` is a link in a SARIF message, and no file may make one.
const unlinked = (text: string): string => plainLine(text).replaceAll('](', '] (')
const linkText = (text: string): string => plainLine(text).replace(/[\\[\]]/g, '\\$&')
