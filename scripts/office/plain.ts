/** A text as plain text that was broken by its width: as in a letter, and as it is copied off printed pages. */

const LETTER_WIDTH = 72
const PAGE = { width: 90, lines: 40 }

/** Each line is broken before the word that reaches over the width. */
export function wrappedText(lines: string[], width = LETTER_WIDTH): string {
  return wrapped(lines, width).join('\n')
}

/** Pages end in a form feed, with a title at their head and their number at the foot. */
export function pagedText(lines: string[]): string {
  const all = wrapped(lines, PAGE.width)
  const title = lines.find((line) => line.trim() !== '')?.trim() ?? ''
  const count = Math.ceil(all.length / PAGE.lines)
  return Array.from({ length: count }, (_, at) => {
    const head = at === 0 ? [] : [title, '']
    return [...head, ...all.slice(at * PAGE.lines, (at + 1) * PAGE.lines), '', `- ${at + 1} -`].join('\n')
  }).join('\n\f')
}

function wrapped(lines: string[], width: number): string[] {
  return lines.flatMap((line) => {
    const broken = ['']
    for (const word of line.split(' ')) {
      const last = broken.at(-1) as string
      if (last !== '' && last.length + word.length >= width) broken.push(word)
      else broken[broken.length - 1] = last === '' ? word : `${last} ${word}`
    }
    return broken
  })
}
