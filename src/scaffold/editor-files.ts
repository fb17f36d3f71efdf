import type { Kind } from '../model/doc.js'
import type { NewFile } from './new-file.js'
import { INSTALLED_SCHEMAS } from './schema-line.js'

/** Which files have which format. */
const FILES: readonly (readonly [Kind, readonly string[]])[] = [
  ['config', ['/muster.yaml']],
  ['tailoring', ['/tailoring.yaml']],
  ['application', ['/applications/*/application.yaml']],
  ['evidence', ['/applications/*/evidence/*.yaml']],
  ['adoption', ['/adoption/*.yaml']],
  ['catalog', ['/controls/catalog.yaml']],
  ['evidence-type', ['/controls/evidence-types/*.yaml']],
  ['framework', ['/frameworks/*/framework.yaml']],
  ['mapping', ['/frameworks/*/mapping.yaml']],
]

/** Settings by which VS Code completes and explains every key offline, from the schemas that are installed with muster. */
export function editorFiles(): readonly NewFile[] {
  const settings = {
    'yaml.schemaStore.enable': false,
    'yaml.schemas': Object.fromEntries(FILES.map(([kind, files]) => [`./${INSTALLED_SCHEMAS}/${kind}.schema.json`, files])),
    '[yaml]': { 'editor.insertSpaces': true, 'editor.tabSize': 2, 'editor.autoIndent': 'advanced' },
  }
  return [
    { path: '.vscode/settings.json', text: json(settings) },
    { path: '.vscode/extensions.json', text: json({ recommendations: ['redhat.vscode-yaml'] }) },
  ]
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
