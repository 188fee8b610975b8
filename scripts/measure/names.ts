/**
 * Which keys of the analysis stand for the words of a reader? A reader writes "Charter of the United Nations" or "Syria";
 * the words are read like any English text. Keys (`SY`, `S/RES/2254`) are taken as they are.
 */

import { comparableText } from '../../src/arabic/comparable.js'
import type { ParagraphContext } from '../../src/describe/paragraph/context.js'
import { describeParagraph } from '../../src/describe/paragraph/index.js'
import { findBody, findKind, findLevel } from '../../src/describe/reference.js'
import type { Read } from '../../src/model.js'
import type { RawParagraph } from './gold.js'

const ENGLISH: ParagraphContext = { language: 'en' }
/** Remarks of the reader: "(year not printed)", "(unnumbered)", "(not the OIC Charter)". */
const REMARK = /\s*\((?:[^)]*[a-z]{3}[^)]*)\)/g
const JOINT_STATEMENT = /^(?:the )?(\w[\w' -]*?) joint statement (\d{4}-\d\d-\d\d)$/
const SESSION = /^(OIC|LAS|GCC)-((?:EX-)?[A-Z]+-\d+)$/
const CODE = /^[A-Z][A-Z-]+$/

/** The keys that the analysis gives to what the reader called, for example, "Geneva I communique 2012-06-30". */
export function citationKeys(id: string): string[] {
  const plain = withoutRemark(id)
  const joint = JOINT_STATEMENT.exec(plain)
  if (joint) return [`${joint[1]?.toUpperCase()}-STATEMENT-${joint[2]}`]
  const session = SESSION.exec(plain)
  if (session) return [`${session[1]}/${session[2]}`]
  const read = values(describeParagraph(plain, ENGLISH).cites)
  return read.length > 0 ? read : [plain]
}

/** The names of one kind in a paragraph: as keys, or out of its `entities`. */
export function nameKeys(paragraph: RawParagraph, kind: 'countries' | 'places' | 'organisations'): string[] {
  const entities = paragraph.entities ?? []
  const read = entities.flatMap(({ canonical }) => values(describeParagraph(canonical, ENGLISH)[kind]))
  return distinct([...(paragraph[kind] ?? []), ...read])
}

/** "EX-COM" or "Executive Committee". */
export function bodyCode(name: string): string {
  return CODE.test(name) ? name : (findBody(comparableText(name))[0]?.value.code ?? name)
}

/** Each kind that the reader names: "emergency (extraordinary) meeting". */
export function kinds(name: string): string[] {
  return findKind(comparableText(name)).map((hit) => hit.value)
}

export function levelOf(name: string): string {
  return findLevel(comparableText(`at ${name} level`))[0]?.value ?? name
}

export function withoutRemark(text: string): string {
  return text.replace(REMARK, '').trim()
}

export function values(reads: readonly Read<string>[]): string[] {
  return reads.map(({ value }) => value)
}

export function distinct(list: readonly string[]): string[] {
  return [...new Set(list)]
}
