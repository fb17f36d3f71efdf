import { expect, test } from 'vitest'
import { run } from '../../src/commands/run.js'
import { memoryHost } from '../memory-host.js'

test.each([
  ['bash', '    new) [ "$COMP_CWORD" -eq 2 ] && { COMPREPLY=($(compgen -W "application evidence exception control poam" -- "$word")); return; } ;;\n'],
  ['zsh', '    review) (( CURRENT == 3 )) && { compadd accept return mapping; return } ;;\n'],
  ['fish', "complete -c muster -n '__fish_seen_subcommand_from evidence' -a 'add refresh migrate'\n"],
])('%s completes the words after a command, and the options of what follows it', async (shell, line) => {
  const host = memoryHost({ files: {} })
  expect(await run(['completion', shell], host)).toBe(0)
  expect(host.stdout()).toContain(line)
  expect(host.stdout()).toMatch(/deviations/)
})
