/**
 * What does this paragraph do: condemn, welcome, call upon? Each operative verb becomes a statement with its
 * category, strength, subject, addressees and the states and bodies it speaks of.
 */

import type { Language, Statement } from '../../model.js'
import statementWords from '../../reference/statement-words.json' with { type: 'json' }
import { arabicFinder } from './arabic-statements.js'
import type { ParagraphContext } from './context.js'
import { latinFinder } from './latin-statements.js'
import type { Mention } from './names.js'
import type { VerbForm } from './verbs.js'
import { isAnyOf, spelling, type Word } from './words.js'

/** A verb that was found, before what stands around it is read. Numbers are words. */
export type Draft = {
  from: number
  to: number
  form: VerbForm
  category: string
  subject?: string
  /** First word behind the subject. */
  rest: number
}

export type Clause = {
  text: string
  words: readonly Word[]
  mentions: readonly Mention[]
  context: ParagraphContext
}

export type StatementFinder = (clause: Clause) => Statement[]

/** The verbs of one language. */
export type DraftFinder = {
  drafts(clause: Clause): Draft[]
  /** @param end first word of the next statement */
  addressees(clause: Clause, draft: Draft, end: number): string[]
}

type Strength = Record<'strong' | 'strongest', ReturnType<typeof isAnyOf>>

/** Words around a verb in which its strength is told. */
const STRENGTH_REACH = 9
const STRENGTH_BEFORE = 2

export function statementFinder(): StatementFinder {
  const finders = { ar: arabicFinder(), en: latinFinder('en'), fr: latinFinder('fr') }
  const strengths = Object.fromEntries(
    (['ar', 'en', 'fr'] as const).map((language) => [language, strengthWords(language)]),
  ) as Record<Language, Strength>
  return (clause) => {
    if (clause.context.role === 'heading' || clause.context.role === 'cover') return []
    const { language } = clause.context
    const finder = finders[language]
    const drafts = finder.drafts(clause)
    let addressed: string[] = []
    return drafts.map((draft, index) => {
      const end = drafts[index + 1]?.from ?? clause.words.length
      addressed = draft.form.pronoun ? addressed : finder.addressees(clause, draft, end)
      return finish(clause, draft, end, addressed, strengths[language])
    })
  }
}

function finish(clause: Clause, draft: Draft, end: number, addressees: string[], words: Strength): Statement {
  const { text } = clause
  const span: [number, number] = [clause.words[draft.from]?.start ?? 0, clause.words[draft.to - 1]?.end ?? 0]
  const strength = strengthOf(clause.words, draft, end, words)
  return {
    verb: { value: draft.form.verb.lemma, raw: text.slice(...span), span },
    category: draft.category,
    ...(strength && { strength }),
    ...(draft.subject && { subject: draft.subject }),
    addressees,
    objects: objectsIn(clause.mentions, draft.rest, end),
  }
}

function objectsIn(mentions: readonly Mention[], from: number, to: number): string[] {
  const inside = mentions.filter(
    ({ name, match }) => name.kind !== 'place' && match.from >= from && match.from < to,
  )
  return [...new Set(inside.map(({ name }) => name.id))]
}

function strengthOf(
  words: readonly Word[],
  { from, rest }: Draft,
  end: number,
  { strong, strongest }: Strength,
): 2 | 3 | undefined {
  const near = words.slice(Math.max(0, from - STRENGTH_BEFORE), Math.min(end, rest + STRENGTH_REACH))
  if (near.some(({ form }) => strongest(form))) return 3
  return near.some(({ form }) => strong(form)) ? 2 : undefined
}

function strengthWords(language: Language): Strength {
  const { strong, strongest } = statementWords[language]
  const isOneOf = (list: string[]) => isAnyOf(new Set(list.map(spelling)))
  return { strong: isOneOf(strong), strongest: isOneOf(strongest) }
}
