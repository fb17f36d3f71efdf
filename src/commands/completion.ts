import type { Host } from '../host/host.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { oneOf } from './options.js'

/** What completion knows of a command: its name, its long options, and the words that can follow it. */
export type CompletionEntry = { readonly name: string; readonly summary: string; readonly options: readonly string[]; readonly words: readonly string[] }

/** `muster completion <shell>`: a script that completes commands, options and kinds. */
export async function completion(host: Host, shell: string, commands: readonly CompletionEntry[]): Promise<ExitCode> {
  const script = SCRIPTS[oneOf(shell, ['bash', 'zsh', 'fish'] as const, 'the shell')](commands)
  await host.out.write(script)
  return EXIT.done
}

const withWords = (commands: readonly CompletionEntry[]): readonly CompletionEntry[] => commands.filter((command) => command.words.length > 0)

const names = (commands: readonly CompletionEntry[]): string => commands.map((command) => command.name).join(' ')

const SCRIPTS: Readonly<Record<'bash' | 'zsh' | 'fish', (commands: readonly CompletionEntry[]) => string>> = {
  bash: (commands) => `# muster completion: add to ~/.bashrc: source <(muster completion bash)
_muster() {
  local word="\${COMP_WORDS[COMP_CWORD]}" command="\${COMP_WORDS[1]}"
  if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W "${names(commands)}" -- "$word")); return; fi
  case "$command" in
${withWords(commands).map(({ name, words }) => `    ${name}) [ "$COMP_CWORD" -eq 2 ] && { COMPREPLY=($(compgen -W "${words.join(' ')}" -- "$word")); return; } ;;`).join('\n')}
  esac
  case "$command:$word" in
${commands.map((command) => `    ${command.name}:-*) COMPREPLY=($(compgen -W "${command.options.join(' ')}" -- "$word")); return ;;`).join('\n')}
  esac
  COMPREPLY=($(compgen -f -- "$word"))
}
complete -F _muster muster passmuster
`,
  zsh: (commands) => `#compdef muster passmuster
# muster completion: write to a folder of your fpath: muster completion zsh > _muster
_muster() {
  if (( CURRENT == 2 )); then
    local -a verbs; verbs=(${commands.map((command) => `'${command.name}:${command.summary.replaceAll("'", '’')}'`).join(' ')}); _describe command verbs; return
  fi
  case "$words[2]" in
${withWords(commands).map(({ name, words }) => `    ${name}) (( CURRENT == 3 )) && { compadd ${words.join(' ')}; return } ;;`).join('\n')}
  esac
  if [[ "$words[CURRENT]" == -* ]]; then
    case "$words[2]" in
${commands.map((command) => `      ${command.name}) compadd -- ${command.options.join(' ')} ;;`).join('\n')}
    esac
    return
  fi
  _files
}
_muster "$@"
`,
  fish: (commands) => `# muster completion: muster completion fish > ~/.config/fish/completions/muster.fish
${commands.map((command) => `complete -c muster -n __fish_use_subcommand -a ${command.name} -d '${command.summary.replaceAll("'", '’')}'`).join('\n')}
${withWords(commands).map(({ name, words }) => `complete -c muster -n '__fish_seen_subcommand_from ${name}' -a '${words.join(' ')}'`).join('\n')}
${commands.flatMap((command) => command.options.map((option) => `complete -c muster -n '__fish_seen_subcommand_from ${command.name}' -l ${option.replace(/^--/, '')}`)).join('\n')}
`,
}
