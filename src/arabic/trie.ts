/** How does one pattern find any of a thousand words quickly? Common beginnings are shared, as in a dictionary. */

type Node = { ends: boolean; next: Map<string, Node> }

/** @returns a pattern without capturing groups that matches exactly these words; nothing at all for none */
export function oneOf(words: Iterable<string>): string {
  const root: Node = { ends: false, next: new Map() }
  for (const word of words) add(root, word)
  return root.next.size === 0 ? '(?!)' : pattern(root)
}

function add(root: Node, word: string): void {
  let node = root
  for (const letter of word) {
    const next = node.next.get(letter) ?? { ends: false, next: new Map() }
    node.next.set(letter, next)
    node = next
  }
  node.ends = true
}

function pattern(node: Node): string {
  const branches = [...node.next].map(([letter, next]) => letter + (next.next.size > 0 ? pattern(next) : ''))
  const [only = ''] = branches
  if (branches.length === 1 && !node.ends) return only
  return `(?:${branches.join('|')})${node.ends ? '?' : ''}`
}
