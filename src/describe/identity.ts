/**
 * What is this document, whatever file it came from? The key is a slug of organisation, body, kind, ordinal or first day,
 * type, series and item number, then the language: `oic-ex-com-emergency-2016-12-22-fc.ar`.
 *
 * 1. The meeting: organisation and body, then the ordinal, or else the first day. A meeting out of the order is `extraordinary`
 *    where it is counted and `emergency` where its day names it, since translations use both words for one meeting; an
 *    ordinary one is not marked. A body whose resolutions are numbered through (the Security Council) needs no meeting.
 * 2. The document: `fc` final communiqué, `jc` joint communiqué, `dec` declaration, `res` resolution, `rep` report, `st` statement,
 *    `sp` speech, `let` letter, `doc` anything else; then series and number of a resolution.
 * 3. Where these do not name one document (nothing is known of the meeting, or its kind is one of which a meeting may have
 *    several), eight hex digits of the sha256 of the letters of its title follow, or of its text where there is no title.
 */
import { createHash } from 'node:crypto'
import { comparableText } from '../arabic/comparable.js'
import { lettersAlone } from '../arabic/word-bounds.js'
import type { Language } from '../model.js'
import { bodyList, types } from '../symbols/tables.js'
import type { Facts } from './parser.js'

/** A meeting adopts one of these, or tells them apart by number. */
const ONE_PER_MEETING = new Set(['fc', 'jc', 'dec'])
const HASH_DIGITS = 8

/** @returns nothing where neither a body nor a day nor an ordinal is known */
export function meetingKey(facts: Facts): string | undefined {
  const { body, ordinal, date, kind, organisation } = facts
  if (!body && !(organisation && date)) return undefined
  const day = date && date.value.length === 10 ? date.value : undefined
  const outOfOrder = kind && kind.value !== 'ordinary' ? (ordinal ? 'extraordinary' : 'emergency') : undefined
  const when = ordinal ? String(ordinal.value) : (day ?? date?.value)
  return slug([...bodySlug(facts), outOfOrder, when])
}

/** The meeting as citations name it: `OIC/CFM-44`, `GCC/SUPREME-36`, `OIC/EX-SUMMIT-7`. */
export function citedAs(
  facts: Pick<Facts, 'organisation' | 'body' | 'kind' | 'ordinal'>,
): string | undefined {
  const { organisation, body, kind, ordinal } = facts
  if (!organisation || !body || !ordinal) return undefined
  const own = body.value.startsWith(`${organisation.value}-`)
    ? body.value.slice(organisation.value.length + 1)
    : body.value
  const outOfOrder = kind && kind.value !== 'ordinary' ? 'EX-' : ''
  return `${organisation.value}/${outOfOrder}${own}-${ordinal.value}`
}

/** @param text of the whole document, for documents that nothing else tells apart */
export function documentKey(facts: Facts, language: Language, text: string): string {
  const code = types.find((one) => one.value === facts.type?.value)?.code ?? 'doc'
  const through = bodyList.some((one) => one.code === facts.body?.value && 'numbering' in one) && facts.item
  const meeting = through ? slug(bodySlug(facts)) : meetingKey(facts)
  const known =
    facts.item !== undefined || (isDated(facts) && (ONE_PER_MEETING.has(code) || facts.series !== undefined))
  const hash = meeting && known ? undefined : hashOf(facts.title?.value ?? text)
  return `${slug([meeting, code, facts.series, facts.item, hash])}.${language}`
}

function isDated(facts: Facts): boolean {
  return facts.ordinal !== undefined || facts.date?.value.length === 10
}

/** A body's code may begin with that of its organisation: `UNSC` of the UN is `un-sc`. */
function bodySlug({ organisation, body }: Facts): (string | undefined)[] {
  const prefix = organisation?.value ?? ''
  const code = body?.value
  const own = code?.startsWith(prefix) ? code.slice(prefix.length).replace(/^-/, '') : code
  return [organisation?.value, own]
}

function slug(parts: (string | undefined)[]): string {
  return parts
    .filter((part) => part)
    .map((part) =>
      part
        ?.toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, ''),
    )
    .join('-')
}

function hashOf(text: string): string {
  const letters = lettersAlone(comparableText(text))
  return createHash('sha256').update(letters).digest('hex').slice(0, HASH_DIGITS)
}
