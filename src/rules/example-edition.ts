import type { ExampleFiles } from './rule.js'

type EditionChanges = { readonly first?: string; readonly second?: string; readonly supersedes?: string; readonly from?: string }

const framework = (id: string, keys: string, elements: string): string => `id: ${id}
title: Demonstration of editions
edition: "${id.slice(-1)}"
${keys}kind: catalog
published: 2026-01-01
publisher: Example publisher
source: { url: https://example.com/editions, retrieved: 2026-01-02, licence: CC0-1.0 }
text: own-words
${elements}`

/** Two editions of a framework, and where the elements of the first went in the second, with changes. */
export const editionExample = ({
  first = '{ element: A1, change: moved, to: [{ element: B2, relationship: equal-to }] }',
  second = '{ element: A2, change: merged, to: [{ element: B1, relationship: subset-of }] }',
  supersedes = 'supersedes: edition-1\n',
  from = 'edition-1',
}: EditionChanges = {}): ExampleFiles => ({
  'frameworks/edition-2/edition-from-edition-1.yaml': `framework: edition-2
from: ${from}
method: automation
by: passmuster
on: 2026-02-01
elements:
${[first, second].filter((row) => row !== '').map((row) => `  - ${row}\n`).join('')}`,
  'frameworks/edition-1/framework.yaml': framework('edition-1', 'status: superseded\n', `counts: { chapter: 1, practice: 2 }
elements:
  - { id: A, kind: chapter, title: Testing }
  - { id: A1, kind: practice, title: Write it down, parent: A }
  - { id: A2, kind: practice, title: Test it, parent: A }
`),
  'frameworks/edition-2/framework.yaml': framework('edition-2', `status: final\n${supersedes}`, `counts: { chapter: 1, practice: 2 }
elements:
  - { id: B, kind: chapter, title: Testing }
  - { id: B1, kind: practice, title: Test it and act on it, parent: B }
  - { id: B2, kind: practice, title: Write it down, parent: B }
`),
})
