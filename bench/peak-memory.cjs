// Preloaded with --require: writes the peak resident memory of the process, in KiB, to the file named by BENCH_PEAK when it ends.
process.on('exit', () => require('node:fs').writeFileSync(process.env.BENCH_PEAK, String(process.resourceUsage().maxRSS)))
