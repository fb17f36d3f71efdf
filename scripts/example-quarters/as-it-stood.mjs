// The files of a portfolio as they stood on an earlier day, by the dates in them: what was collected, reviewed, decided or opened later is taken away.
import { parseDocument } from 'yaml'

const dateOf = (node, key) => (node?.has?.(key) ? String(node.get(key)) : undefined)
const isLater = (node, key, day) => (dateOf(node, key) ?? '') > day

/** Takes what is later than a day out of a list; true when something went. */
function drop(list, key, day) {
  if (!list?.items) return false
  const kept = list.items.filter((item) => !isLater(item, key, day))
  const went = kept.length < list.items.length
  list.items = kept
  return went
}

/**
 * Files as they stood at the end of a day. `earlier` says of a component which version it had, as `application component` → [version, since];
 * `answered` for which version a control was answered before a day, as control → [version, until]; `controls` which there were, where not all.
 */
export function asItStood(files, day, { earlier = {}, answered = {}, facts = {}, controls } = {}) {
  const scopes = new Map(Object.entries(files).flatMap(([path, text]) => (/^applications\/[^/]+\/application\.yaml$/.test(path) ? [[path.split('/')[1], /in-scope-since: (\S+)/.exec(text)?.[1] ?? '']] : [])))
  const result = {}
  const gone = new Set()
  for (const [path, text] of Object.entries(files)) {
    const application = path.startsWith('applications/') ? path.split('/')[1] : undefined
    if (application !== undefined && (scopes.get(application) ?? '') > day) continue
    if (path.startsWith('adoption/') && (/^from: (\S+)/m.exec(text)?.[1] ?? '') > day) continue
    result[path] = path.endsWith('/application.yaml') ? entryAt(text, day, application, earlier, facts) : /\/evidence\/[^/]+\.yaml$/.test(path) ? evidenceAt(text, day, application, { gone, answered, controls }) : text
  }
  return Object.fromEntries(Object.entries(result).filter(([path]) => !gone.has(path)))
}

function entryAt(text, day, application, earlier, facts) {
  const document = parseDocument(text)
  let changed = drop(document.get('reviews'), 'on', day)
  if (document.get('reviews')?.items.length === 0) document.delete('reviews')
  const kept = []
  for (const component of document.get('components')?.items ?? []) {
    const known = earlier[`${application} ${component.get('id')}`]
    if (isLater(component, 'since', day)) {
      changed = true
      if (known === undefined || known[1] > day) continue
      component.set('version', known[0])
      component.set('since', known[1])
    }
    kept.push(component)
  }
  if (document.get('components')) document.get('components').items = kept
  for (const [key, [value, until]] of Object.entries(facts[application] ?? {})) {
    if (day >= until) continue
    changed = true
    document.setIn(key.split('.'), value)
  }
  return changed ? document.toString({ lineWidth: 0 }) : text
}

/** Takes away what is about controls that there were not, with the evidence that only it lists; true when something went. */
function dropUnknown(document, controls) {
  if (controls === undefined) return false
  let changed = false
  const listed = { known: new Set(), unknown: new Set() }
  for (const key of ['implementations', 'exceptions', 'poam']) {
    const list = document.get(key)
    if (!list?.items) continue
    const kept = list.items.filter((part) => {
      const known = controls.includes(String(part.get('control')))
      for (const item of part.get('evidence')?.items ?? []) listed[known ? 'known' : 'unknown'].add(String(item.value ?? item))
      return known
    })
    changed = changed || kept.length < list.items.length
    list.items = kept
  }
  const evidence = document.get('evidence')
  if (evidence?.items) evidence.items = evidence.items.filter((item) => !listed.unknown.has(String(item.get('id'))) || listed.known.has(String(item.get('id'))))
  return changed
}

function evidenceAt(text, day, application, { gone, answered, controls }) {
  const document = parseDocument(text)
  let changed = dropUnknown(document, controls)
  const left = new Set()
  for (const item of document.get('evidence')?.items ?? []) {
    const filed = dateOf(item, 'collected') ?? ''
    if (filed <= day) left.add(String(item.get('id')))
    else for (const path of [item.get('path'), ...(item.get('files')?.items ?? []).map((file) => file.get('path'))]) if (path) gone.add(`applications/${application}/${path}`)
    if (isLater(item.get('withdrawn'), 'on', day)) changed = item.delete('withdrawn') || changed
  }
  changed = drop(document.get('evidence'), 'collected', day) || changed
  const answers = document.get('implementations')
  if (answers) {
    const kept = answers.items.filter((answer) => {
      const listed = answer.get('evidence')
      if (!listed) return true
      const rest = listed.items.filter((item) => left.has(String(item.value ?? item)))
      if (rest.length < listed.items.length) changed = true
      listed.items = rest
      return rest.length > 0 // an answer came with its first evidence
    })
    changed = changed || kept.length < answers.items.length
    answers.items = kept
    for (const answer of kept) {
      const [version, until] = answered[String(answer.get('control'))] ?? []
      if (version !== undefined && day < until && String(answer.get('version')) > version) {
        answer.set('version', version)
        changed = true
      }
    }
  }
  for (const key of ['evidence', 'implementations'])
    for (const part of document.get(key)?.items ?? []) {
      changed = drop(part.get('reviews'), 'on', day) || changed
      if (part.get('reviews')?.items.length === 0) part.delete('reviews')
    }
  changed = drop(document.get('exceptions'), 'approved-on', day) || changed
  changed = drop(document.get('poam'), 'opened', day) || changed
  for (const item of document.get('poam')?.items ?? []) {
    if (isLater(item.get('closed'), 'on', day)) changed = item.delete('closed') || changed
    changed = drop(item.get('milestone-changes'), 'on', day) || changed
    if (item.get('milestone-changes')?.items.length === 0) item.delete('milestone-changes')
    for (const milestone of item.get('milestones')?.items ?? [])
      if (isLater(milestone, 'on', day) && milestone.get('done') === true) {
        milestone.set('done', false)
        changed = true
      }
  }
  for (const key of ['implementations', 'evidence', 'exceptions', 'poam']) if (document.get(key)?.items?.length === 0) document.delete(key)
  return changed ? (document.contents?.items.length ? document.toString({ lineWidth: 0 }) : 'implementations: []\n') : text
}
