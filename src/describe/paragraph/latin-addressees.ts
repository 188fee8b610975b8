/** Who is called upon behind an English or French verb? */
import { INFINITIVE, TO, type Tools } from './latin-tools.js'
import type { Clause, Draft } from './statements.js'

const LONGEST_ADDRESS = 25
const ADDRESSING = new Set([
  'HOLD_RESPONSIBLE',
  'CALL',
  'URGE',
  'APPEAL',
  'DEMAND',
  'REQUEST',
  'MANDATE',
  'ENCOURAGE',
])

export function addressees(
  { words, text, mentions }: Clause,
  draft: Draft,
  end: number,
  { sets }: Tools,
): string[] {
  if (!ADDRESSING.has(draft.category)) return []
  let start = draft.to
  while (sets.addressSkip.has(words[start]?.form.text ?? '')) start += 1
  const toDo = words[start - 1]?.form.text === TO && INFINITIVE.test(words[start]?.form.text ?? '')
  if (toDo) return []
  if (sets.that.has(words[start]?.form.text ?? '')) {
    const named = mentions.find(({ match }) => match.from === start + 1)?.match
    return named ? [text.slice(words[named.from]?.start, words[named.to - 1]?.end)] : []
  }
  for (let at = start; at < Math.min(end, start + LONGEST_ADDRESS); at += 1) {
    const form = words[at]?.form
    if (!form || form.text === ',' || sets.ends.has(form.text)) return []
    if (sets.addressEnd.has(form.text))
      return at > start ? [text.slice(words[start]?.start, words[at - 1]?.end)] : []
  }
  return []
}
