import type { Choice, Host } from '../host/host.js'
import { listInWords } from '../source/list-in-words.js'
import { UsageError } from './usage-error.js'

/** Something that a command needs: the option that gives it, and the question that asks for it on a terminal. */
export type Wanted = {
  /** As it is written on the command line: `--title <name>`. */
  readonly option: string
  readonly question: string
  readonly given: string | undefined
  readonly initial?: string
  readonly choices?: readonly Choice[]
  /** What is wrong with an answer, as a sentence; undefined when nothing is. */
  readonly check?: (answer: string) => string | undefined
}

/** The answers to what a command needs: given by options, else asked on a terminal, else an error that names every option that is missing. */
export async function answersTo<K extends string>(host: Host, wanted: Readonly<Record<K, Wanted>>): Promise<Readonly<Record<K, string>>> {
  const entries = Object.entries<Wanted>(wanted)
  const missing = entries.filter(([, one]) => one.given === undefined)
  if (missing.length > 0 && host.ask === undefined) {
    const options = missing.map(([, { option, choices = [] }]) => `\`${option}\`${choices.length > 0 && choices.length <= 6 ? ` (${listInWords(choices.map(({ value }) => value), 'or')})` : ''}`)
    throw new UsageError(`${options.length === 1 ? 'An option is' : 'Options are'} missing: ${listInWords(options, 'and')}.`, `Add ${options.length === 1 ? 'it' : 'them'}, or run the command on a terminal, where it asks.`)
  }
  const answers: Record<string, string> = {}
  for (const [key, one] of entries) answers[key] = one.given === undefined ? await ask(host, one) : checked(one, one.given)
  return answers as Readonly<Record<K, string>> // every key of `wanted`
}

/** An answer that may be left out: given by an option, or asked on a terminal, where Enter leaves it out. */
export async function maybeAnswer(host: Host, one: Omit<Wanted, 'option'> & { readonly option?: string }): Promise<string | undefined> {
  if (one.given !== undefined) return checked({ option: '', ...one }, one.given)
  if (host.ask === undefined) return undefined
  const { check } = one
  return (await ask(host, { option: '', ...one, ...(check && { check: (answer: string) => (answer === '' ? undefined : check(answer)) }) }, true)) || undefined
}

async function ask(host: Host, { question, initial, choices, check }: Wanted, optional = false): Promise<string> {
  if (host.ask === undefined) throw new Error('there is nobody to ask')
  const wrong = (answer: string): string | undefined => (answer === '' && !optional ? 'Write an answer, or leave with Ctrl-C.' : check?.(answer))
  const answer = choices ? await host.ask.choose(question, choices, initial) : await host.ask.text(question, { ...(initial !== undefined && { initial }), check: wrong })
  if (answer === undefined) throw new UsageError('You left, so nothing was written.', 'Run the command again when you like.')
  return answer
}

function checked({ option, check, choices }: Wanted, answer: string): string {
  const wrong = choices && !choices.some(({ value }) => value === answer) ? `\`${answer}\` is not one of ${listInWords(choices.map(({ value }) => `\`${value}\``), 'or')}.` : check?.(answer)
  if (wrong !== undefined) throw new UsageError(wrong, option.startsWith('--') ? `Change what follows \`${option.split(' ')[0]}\`.` : `Write another ${option.replace(/[<>]/g, '')}.`)
  return answer
}
