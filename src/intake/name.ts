/** What is a file called that somebody sends us? For people to read and as a hint at its kind; never a path of ours. */

const MOST_BYTES = 200
const NAMELESS = 'upload'
/** Control, format (direction marks among them), private and half characters: none can be seen. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\uFFFD]/gu

/** @param given as the sender wrote it, perhaps with folders of his. @returns one name in NFC, its ending kept */
export function nameOf(given: string | undefined): string {
  const last = (given ?? '').split(/[/\\]/).at(-1) ?? ''
  const name = last.normalize('NFC').replace(UNSEEN, '').trim()
  return /^\.*$/.test(name) ? NAMELESS : shortened(name)
}

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= MOST_BYTES) return name
  const [ending = ''] = /\.[A-Za-z0-9]{1,8}$/.exec(name) ?? []
  const letters = [...name.slice(0, name.length - ending.length)]
  while (Buffer.byteLength(letters.join('')) > MOST_BYTES - ending.length) letters.pop()
  return letters.join('') + ending
}
