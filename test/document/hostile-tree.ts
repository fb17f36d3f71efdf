import { run } from '../../src/document/cells.js'
import { bullets, code, heading, note, paragraph, strong, table } from '../../src/document/nodes.js'
import type { Block, DocumentTree } from '../../src/document/tree.js'

/** What a remark may hold, and what a reader must see of it: everything, with what cannot be seen replaced by a mark. */
export const REMARKS: Readonly<Record<string, readonly [given: string, seen: string]>> = {
  'HTML': ['<script>alert(1)</script><img src=x onerror=alert(2)> &amp; <b>bold</b>', '<script>alert(1)</script><img src=x onerror=alert(2)> &amp; <b>bold</b>'],
  'a Markdown table': ['| a | b |\n| - | - |\n| 1 | 2 |', '| a | b | | - | - | | 1 | 2 |'],
  'Markdown marks': ['# Heading *bold* _it_ `code` ~~gone~~ [link](https://evil.example) ![x](https://evil.example/x.png) [^1] - [ ] task', '# Heading *bold* _it_ `code` ~~gone~~ [link](https://evil.example) ![x](https://evil.example/x.png) [^1] - [ ] task'],
  'links that a forge makes': ['see https://evil.example/a?b=c, www.evil.example, mail@evil.example and javascript:alert(1)', 'see https://evil.example/a?b=c, www.evil.example, mail@evil.example and javascript:alert(1)'],
  'mentions and references': ['@acme/grc please look at #12 and !34', '@acme/grc please look at #12 and !34'],
  'a formula': ['=cmd|\'/C calc\'!A0', '=cmd|\'/C calc\'!A0'],
  'more formulas': ['+1+1 and -2 and @SUM(A1) and =1', '+1+1 and -2 and @SUM(A1) and =1'],
  'a comment that is a slot': ['<!-- slot: gap-list --> <!-- -->', '<!-- slot: gap-list --> <!-- -->'],
  'a word of ten thousand characters': ['x'.repeat(10_000), 'x'.repeat(10_000)],
  'emoji': ['all good 👍🏽 👩‍💻', 'all good 👍🏽 👩‍💻'],
  'right to left': ['\u05e9\u05dc\u05d5\u05dd 123', '\u05e9\u05dc\u05d5\u05dd 123'],
  'bidirectional overrides': ['safe \u202eetirw\u202c end \u2066x\u2069', 'safe \ufffdetirw\ufffd end \ufffdx\ufffd'],
  'control characters': ['bell \u0007 escape \u001b[31m nul', 'bell \ufffd escape \ufffd[31m nul'],
  'what nobody sees': ['in\u200bvisible so\u00adft \u{e0041}tag', 'in\ufffdvisible so\ufffdft \ufffdtag'],
  'entities and backslashes': ['&lt;b&gt; \\| \\` \\\\ &#x41; C:\\temp', '&lt;b&gt; \\| \\` \\\\ &#x41; C:\\temp'],
  'the end of a style and a script': ['</style></script><style>*{display:none}</style>]]>', '</style></script><style>*{display:none}</style>]]>'],
}

const children = Object.values(REMARKS).flatMap(([given], index): Block[] => [
  heading(2, `h-${index}`, given), paragraph(given), bullets([given]), note(run('Before ', strong(given), ' after')),
  table({ id: `t-${index}`, caption: given, columns: [{ key: 'text', kind: 'text', heads: true }, { key: 'code', kind: 'text' }] }, ['Text', given], [[given, code(given)], [run('x', given), run(given, 'x')]]),
])
/** Each remark in every place where the words of a file can stand: a heading, a paragraph, a list, a note, a caption, a cell as text and as code. */
export const hostileTree: DocumentTree = {
  type: 'root', children: [heading(1, 'title', 'Hostile'), ...children] as DocumentTree['children'], // what sections return
  data: { document: { id: 'hostile', title: 'Hostile', subtitle: '', language: 'en', organization: '</title><script>alert(3)</script>', asOf: '2026-09-30', catalog: { id: 'c', version: '1.0.0' }, tool: { name: 'muster', version: '0' }, notice: 'a"; } </style><script>alert(4)</script>' } },
}
