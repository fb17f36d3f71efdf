/** One command of a transcript: `2026-10-12 engineer$ muster …`, its further lines begin with `> `. */
export type Command = { readonly day: string; readonly person: string; readonly script: string }

/** What came of a command: what it wrote, and its exit code. */
export type Outcome = { readonly said: string; readonly exit: number }

const PROMPT = /^(\d{4}-\d\d-\d\d) ([a-z-]+)\$ (.*)$/

/** The transcript as it must read when its commands are run again, in their order. What is no command and stands outside of a fence stays as it is. */
export function rerun(text: string, run: (command: Command) => Outcome): string {
  const lines = text.split('\n')
  const written: string[] = []
  let fenced = false
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    const [, day, person, first] = PROMPT.exec(line) ?? []
    if (day !== undefined && person !== undefined && first !== undefined) {
      const script = [first]
      written.push(line)
      while (lines[at + 1]?.startsWith('> ') || lines[at + 1] === '>') {
        at += 1
        written.push(lines[at] ?? '')
        script.push((lines[at] ?? '').slice(2))
      }
      const { said, exit } = run({ day, person, script: script.join('\n') })
      if (said !== '') written.push(said.replace(/\n$/, ''))
      if (exit !== 0 || /^muster (gap|validate)\b/.test(first)) written.push(`[exit ${exit}]`)
    } else if (line.startsWith('````')) {
      fenced = !fenced
      written.push(line)
    } else if (!fenced) written.push(line)
  }
  return written.join('\n')
}
