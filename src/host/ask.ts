import type { Ask } from './host.js'

/** Questions on the terminal, on the standard error so that the product stays alone on the standard output. Loaded when the first is asked. */
export const terminalAsk = (): Ask => ({
  text: async (message, { initial, check } = {}) => {
    const { text, isCancel } = await import('@clack/prompts')
    const answer = await text({
      message, output: process.stderr,
      ...(initial !== undefined && { initialValue: initial }),
      validate: (value) => check?.((value ?? '').trim()),
    })
    return isCancel(answer) ? undefined : (answer ?? '').trim()
  },
  choose: async (message, choices, initial) => {
    const { select, isCancel } = await import('@clack/prompts')
    const answer = await select<string>({
      message, output: process.stderr, options: choices.map(({ value, label, hint }) => ({ value, label, ...(hint !== undefined && { hint }) })),
      maxItems: 12, ...(initial !== undefined && { initialValue: initial }),
    })
    return isCancel(answer) ? undefined : answer
  },
})
