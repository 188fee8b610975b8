/** Work that is done at the first call and not before, so that importing a module costs nothing. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Texts of which a result is kept: those of one document, for many parsers ask the same. */
const KEPT = 200
/** Lines are many, and each is looked at by many rules. */
export const KEPT_LINES = 4000

/**
 * @param kept results that are kept before memory is freed and begun again
 * @returns a function that remembers what it gave for the last texts; its results must not be changed
 */
export function remembered<T>(read: (text: string) => T, kept = KEPT): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as T
    if (known.size >= kept) known.clear()
    const result = read(text)
    known.set(text, result)
    return result
  }
}
