// Loaded before the built command line, so that a transcript can be run again on another day.
const now = Date.parse(`${process.env.MUSTER_TEST_DAY}T09:00:00Z`)
globalThis.Date = new Proxy(Date, {
  construct: (date, given, target) => Reflect.construct(date, given.length === 0 ? [now] : given, target),
  get: (date, key) => (key === 'now' ? () => now : Reflect.get(date, key)),
})
