#!/usr/bin/env node
import { run } from './commands/run.js'
import { nodeHost } from './host/node-host.js'

// A reader that went away, such as `head`, ends the run quietly.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})
process.exitCode = await run(process.argv.slice(2), nodeHost())
