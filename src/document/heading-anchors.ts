/** Gives each heading an anchor that no other has: its words in lower case with hyphens. */
export type HeadingAnchors = ((title: string) => string) & { readonly take: (anchor: string) => void }

/** Anchors of one document. */
export function headingAnchors(): HeadingAnchors {
  const taken = new Set<string>()
  const give = (title: string): string => {
    const slug = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '') || 'section'
    let anchor = slug
    for (let count = 2; taken.has(anchor); count++) anchor = `${slug}-${count}`
    taken.add(anchor)
    return anchor
  }
  return Object.assign(give, { take: (anchor: string) => void taken.add(anchor) })
}
