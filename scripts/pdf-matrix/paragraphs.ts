/** Does a file give the same paragraphs with the same numbers as its text alone? */
import type { Paragraph } from '../../src/model.js'
import { analyse } from '../../src/pipeline.js'
import { plain } from './score.js'

/** Paragraphs of the text alone, how many of them the file has too, and the same of those with a number. */
export type Same = { all: number; allSame: number; numbered: number; numberedSame: number }

/**
 * @param known the text, a string for each paragraph; it is compared with and without white between them, for some producers leave
 * none. A file that cannot be read has none of them
 */
export async function sameParagraphs(known: string[], name: string, bytes: Uint8Array): Promise<Same> {
  const found = (await paragraphsOf(name, bytes).catch(() => [])).map(essence)
  const texts = ['\n\n', '\n'].map((white) => paragraphsOf('text.txt', Buffer.from(known.join(white))))
  const [apart, close] = (await Promise.all(texts)).map((wanted) => compared(wanted, [...found]))
  return share(close) > share(apart) ? (close as Same) : (apart as Same)
}

function share(same: Same | undefined): number {
  return same ? same.allSame / same.all : 0
}

function compared(wanted: Paragraph[], found: string[]): Same {
  const same = wanted.filter((paragraph) => {
    const at = found.indexOf(essence(paragraph))
    if (at >= 0) found.splice(at, 1)
    return at >= 0
  })
  return {
    all: wanted.length,
    allSame: same.length,
    numbered: wanted.filter(isNumbered).length,
    numberedSame: same.filter(isNumbered).length,
  }
}

export function sum(list: Same[]): Same {
  const total = (of: keyof Same) => list.reduce((all, each) => all + each[of], 0)
  return {
    all: total('all'),
    allSame: total('allSame'),
    numbered: total('numbered'),
    numberedSame: total('numberedSame'),
  }
}

async function paragraphsOf(name: string, bytes: Uint8Array): Promise<Paragraph[]> {
  const { documents } = await analyse({ name, bytes })
  return documents.flatMap(({ paragraphs }) => paragraphs)
}

function essence({ number, text }: Paragraph): string {
  return `${number ?? ''} ${plain(text)}`
}

function isNumbered({ number }: Paragraph): boolean {
  return number !== undefined
}
