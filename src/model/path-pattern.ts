/** A pattern of `CODEOWNERS`, by the segments of a path from the top of the repository. `**` stands for any number of segments. */
export type PathPattern = { readonly segments: readonly string[]; /** Whether what is below a match matches too. */ readonly below: boolean; /** Whether it matches folders alone, by what is in them. */ readonly folder: boolean }

/** A pattern as GitHub and GitLab read it: one with a slash before its end is for the top, another for any folder; `docs/*` is for the files of one folder. */
export function pathPattern(text: string): PathPattern {
  const folder = text.endsWith('/')
  const path = text.replace(/^\//, '').replace(/\/$/, '')
  const anchored = text.startsWith('/') || path.includes('/')
  const segments = path.split('/').filter((segment, index, all) => segment !== '' && !(segment === '**' && all[index - 1] === '**'))
  return { segments: anchored ? segments : ['**', ...segments], below: !text.endsWith('/*'), folder }
}

/** Whether a file matches. Every place in the pattern that may be reached is followed at once, so that no pattern runs away. */
export function matchesPath({ segments, below, folder }: PathPattern, file: string): boolean {
  const path = file.split('/')
  let reached = step(new Set([0]), segments)
  for (const [index, name] of path.entries()) {
    const next = new Set<number>()
    for (const at of reached) {
      const segment = segments[at]
      if (segment === '**') next.add(at)
      else if (segment !== undefined && matchesName(segment, name)) next.add(at + 1)
    }
    reached = step(next, segments)
    const isFile = index === path.length - 1
    if (reached.has(segments.length) && (isFile ? !folder || segments.at(-1) === '**' : below)) return true
  }
  return false
}

// `**` may stand for nothing.
function step(places: ReadonlySet<number>, segments: readonly string[]): ReadonlySet<number> {
  const all = new Set(places)
  for (const at of all) if (segments[at] === '**') all.add(at + 1)
  return all
}

/** Whether a name matches a pattern of `*` and `?`, in time of at most their product. */
export function matchesName(pattern: string, name: string): boolean {
  let [at, from, star, mark] = [0, 0, -1, 0]
  while (from < name.length) {
    if (at < pattern.length && pattern[at] !== '*' && (pattern[at] === '?' || pattern[at] === name[from])) [at, from] = [at + 1, from + 1]
    else if (pattern[at] === '*') [star, mark, at] = [at, from, at + 1]
    else if (star >= 0) [at, from, mark] = [star + 1, mark + 1, mark + 1]
    else return false
  }
  return /^\**$/.test(pattern.slice(at))
}
