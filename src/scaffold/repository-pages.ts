import type { NewFile } from './new-file.js'
import type { NewRepository } from './new-repository.js'

// Artifacts are compared by digest, so no git may change their line ends.
const ATTRIBUTES = `# Their digests are recorded: never change their line ends.
applications/*/artifacts/** -text
quarters/** -text
`

const PULL_REQUEST = `<!-- One application and one subject per pull request: it is reviewed by somebody who reads it whole. -->

What this changes, and for which application:

- [ ] \`npx passmuster validate\` finds nothing wrong
- [ ] each item of evidence has the day it stands for, and its file is the one that was produced
- [ ] nothing is above the class that \`muster.yaml\` allows: no secrets, no data of customers
- [ ] the reviewer neither owns the application nor submitted the evidence
`

const readme = ({ title, application: { id } }: NewRepository): string => `# ${title}: governance of AI applications

Each application in \`applications/\` says how it meets the controls that apply to it, with dated evidence. \`muster\` checks the files and says what is missing.

\`\`\`console
$ npm install
$ npx passmuster gap                       where everything stands
$ npx passmuster gap ${id}
$ npx passmuster explain TST-03            what a control asks for, and why
\`\`\`

**A team** answers the facts in \`applications/${id}/application.yaml\`, then begins its evidence files with \`npx passmuster new evidence ${id}\`, and files a report with \`npx passmuster evidence add ${id} <control> --file <report>\`. Every change is a pull request.

**A reviewer** reads what stands there and accepts it, or returns it, with \`npx passmuster review accept ${id} <evidence, control or facts>\`. Nobody reviews their own.

**The risk function** owns \`muster.yaml\`, \`tailoring.yaml\`, \`controls/\`, \`frameworks/\`, \`adoption/\`, \`quarters/\` and all exceptions; \`CODEOWNERS\` says so to the forge.
`

/** The pages and settings around the files of muster. */
export const repositoryPages = (repository: NewRepository): readonly NewFile[] => [
  { path: '.github/pull_request_template.md', text: PULL_REQUEST },
  { path: '.gitlab/merge_request_templates/Default.md', text: PULL_REQUEST },
  { path: '.gitattributes', text: ATTRIBUTES },
  { path: '.gitignore', text: 'node_modules/\n' },
  { path: 'package.json', text: `${JSON.stringify({ name: `${repository.organization}-governance`, private: true, scripts: { validate: 'muster validate', gap: 'muster gap' }, devDependencies: { passmuster: `^${repository.version}` } }, null, 2)}\n` },
  { path: 'README.md', text: readme(repository) },
]
