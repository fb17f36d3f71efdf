/** One scenario file: what is laid over the base, what is run, and what came of it. */
export type Scenario = {
  /** Comment lines at the top: what the scenario shows. */
  readonly title: string
  /** `base`, `empty` or a folder of the repository. */
  readonly world: string
  /** Path → text; null removes a file of the base. */
  readonly files: Readonly<Record<string, string | null>>
  /** Path → name of a text too large or too strange to stand in the file. */
  readonly generated: Readonly<Record<string, string>>
  /** Symbolic links: path → target. */
  readonly links: Readonly<Record<string, string>>
  readonly run: readonly string[]
  readonly input: string
  /** The e-mail address that git commits with. */
  readonly email: string | undefined
  /** Answers to the questions of a terminal, one to a line; undefined where there is no terminal. */
  readonly answers: readonly string[] | undefined
  /** What is saved while muster watches, one file at a time. */
  readonly saves: readonly Readonly<Record<string, string>>[]
  /** Today; default 2026-09-30. */
  readonly today?: string
  /** With a section `git` the files are committed as revision `r0`; the lines `author r0 <address>` and `signed r0 good` say by whom and how; with the line `unrelated` in it there is a revision `elsewhere` of another history. */
  readonly git?: { readonly shallow: boolean; readonly unrelated: boolean; readonly userEmail?: string; readonly authors: Readonly<Record<string, string>>; readonly signed: Readonly<Record<string, string>> }
  /** Commands that run before, each committed as a further revision: `r1`, `r2` … */
  readonly first: readonly (readonly string[])[]
  /** What happens to the working tree after that, in this order. */
  readonly after: readonly { readonly change: 'edit' | 'later' | 'gone' | 'forget'; readonly path: string; readonly body: string }[]
}

/** Reads a scenario. Sections begin with `=== `; the sections `exit`, `stdout` and `stderr` are what is compared. */
export function parseScenario(text: string): Scenario {
  const [head = '', ...sections] = text.split(/^=== /m)
  const files: Record<string, string | null> = {}
  const generated: Record<string, string> = {}
  const links: Record<string, string> = {}
  let run: readonly string[] = []
  let world = 'base'
  let input = ''
  let email: string | undefined
  let answers: readonly string[] | undefined
  const saves: Readonly<Record<string, string>>[] = []
  let today: string | undefined
  let git: Scenario['git']
  const first: (readonly string[])[] = []
  const after: Scenario['after'][number][] = []
  for (const section of sections) {
    const [line = '', ...rest] = section.split('\n')
    const body = rest.join('\n').replace(/\n+$/, '\n')
    const [word, path = '', ...more] = line.split(' ')
    if (word === 'file') files[path] = body
    else if (word === 'remove') files[path] = null
    else if (word === 'generated') generated[path] = more.join(' ')
    else if (word === 'link') links[path] = more.join(' ')
    else if (word === 'world') world = path
    else if (word === 'input') input = body
    else if (word === 'email') email = path
    else if (word === 'answers') answers = body.replace(/\n$/, '').split('\n')
    else if (word === 'save') saves.push({ [path]: body })
    else if (word === 'today') today = path
    else if (word === 'git') git = { shallow: /^shallow$/m.test(body), unrelated: /^unrelated$/m.test(body), ...(/^user /m.test(body) && { userEmail: /^user (.*)$/m.exec(body)?.[1] ?? '' }), authors: pairsOf(body, 'author'), signed: pairsOf(body, 'signed') }
    else if (word === 'first') first.push(...body.trim().split('\n').map((line) => splitWords(line).slice(1)))
    else if (word === 'edit' || word === 'later' || word === 'gone' || word === 'forget') after.push({ change: word, path, body })
    else if (word === 'run') run = splitWords(body.trim())
    else if (word !== 'exit' && word !== 'stdout' && word !== 'stderr') throw new Error(`unknown section ${line}`)
  }
  if (run[0] !== 'muster') throw new Error('a scenario runs `muster …`')
  return { title: head.trim(), world, files, generated, links, run: run.slice(1), input, email, answers, saves, ...(today && { today }), ...(git && { git }), first, after }
}

const pairsOf = (body: string, word: string): Readonly<Record<string, string>> => Object.fromEntries(body.split('\n').flatMap((line) => (line.startsWith(`${word} `) ? [line.split(' ').slice(1) as [string, string]] : []))) // two words

const splitWords = (line: string): readonly string[] => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '')

/** The scenario as it must read after a run: its own sections, then what came of it. */
export function withResult(text: string, exit: number, stdout: string, stderr: string): string {
  const given = text.split(/^=== (?=exit\n)/m)[0]?.trimEnd() ?? ''
  // A carriage return is shown: git and editors may change it.
  return `${given}\n\n=== exit\n${exit}\n\n=== stdout\n${stdout}\n=== stderr\n${stderr}`.replaceAll('\r', '␍')
}
