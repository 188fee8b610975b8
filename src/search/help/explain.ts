/**
 * How was a question read? Its parts as a tree, each with the forms in which the index looks for it, as the engine itself
 * makes them, and the paragraphs that hold it; other names that are looked for, too.
 */
import type { Client, estypes } from '@elastic/elasticsearch'
import type { IndexNames } from '../../fields.js'
import type { Language } from '../../model.js'
import { asking, explained as asOurs } from '../engine.js'
import { notesOn } from '../language/notes.js'
import { parse } from '../language/parse.js'
import { readingOf } from '../language/reading.js'
import type { All, Clause, Value } from '../language/tree.js'
import { mayHaveSynonym } from '../matching/synonyms.js'
import { languagesOf } from '../matching/words.js'
import { readQuestion } from '../request.js'
import { findingAll } from './diagnosis.js'

export type Explained = {
  text: string
  /** What was not taken as it was meant. */
  notes: string[]
  /** All of these are required. */
  parts: Part[]
  /** Other names of what was asked for, as stems. */
  synonyms: { language: Language; stems: string[] }[]
}

export type Part = {
  kind: Clause['term']['kind']
  /** As typed. */
  text: string
  /** Without it nothing is found; or, where it is unwanted, with it. */
  wanted: boolean
  /** How many hold it, whatever else was asked for. */
  paragraphs: number
  /** Of a quotation: how many words may stand between. */
  slop?: number
  /** Of a field: what it was taken for. */
  field?: string
  values?: Value[]
  /** Of a group: one of these is enough. */
  of?: Part[][]
  /** Of words: how they stand in the index. */
  forms?: Forms[]
}

/** Words that say nothing have no stem. `typed`: as typed, but for marks, hamza seats, case and accents. */
export type Forms = { language: Language; typed: string[]; stems: string[] }

type Names = Pick<IndexNames, 'paragraphs'>
/** A text and the forms of it in each language whose texts can hold it. */
type Known = { forms: ReadonlyMap<string, Forms[]>; counts: ReadonlyMap<Clause, number> }

/** @throws BayanError ELASTICSEARCH_AWAY, INDEX_MISSING, QUERY_TIMEOUT, ABORTED */
export async function explain(
  client: Client,
  names: Names,
  { q, lang }: { q: string; lang: Language },
  signal?: AbortSignal,
): Promise<Explained> {
  const { all } = parse(q)
  const reading = readingOf(q)
  const clauses = everyClause(all)
  const texts = [...new Set(clauses.flatMap(({ term }) => ('text' in term ? [term.text] : [])))]
  const { loose } = reading.words
  const named = languagesOf(loose).filter((language) => mayHaveSynonym(loose, language))
  try {
    const [forms, counts, synonyms] = await Promise.all([
      formsOf(client, names, texts, signal),
      countsOf(client, names, clauses, q, signal),
      Promise.all(named.map((language) => synonymsOf(client, names, loose, language, signal))),
    ])
    const parts = all.map((clause) => toPart(clause, q, { forms, counts }))
    const added = synonyms.filter(({ stems }) => stems.length > 0)
    return { text: q, notes: notesOn(reading, false, lang), parts, synonyms: added }
  } catch (error) {
    throw asOurs(error, client, names.paragraphs, signal)
  }
}

function toPart(clause: Clause, q: string, known: Known): Part {
  const { term, not } = clause
  return {
    kind: term.kind,
    text: q.slice(...term.span),
    wanted: !not,
    paragraphs: known.counts.get(clause) ?? 0,
    ...(term.kind === 'phrase' && term.slop !== undefined && { slop: term.slop }),
    ...(term.kind === 'field' && { field: term.field, values: [...term.values] }),
    ...(term.kind === 'any' && {
      of: term.of.map((some) => some.map((one) => toPart(one, q, known))),
    }),
    ...('text' in term && { forms: known.forms.get(term.text) ?? [] }),
  }
}

function everyClause(all: All): Clause[] {
  return all.flatMap((clause) => [
    clause,
    ...(clause.term.kind === 'any' ? clause.term.of.flatMap(everyClause) : []),
  ])
}

/** One search counts all parts. */
async function countsOf(
  client: Client,
  { paragraphs }: Names,
  clauses: Clause[],
  q: string,
  signal?: AbortSignal,
) {
  if (clauses.length === 0) return new Map<Clause, number>()
  const everything = readQuestion({})
  const aggs = Object.fromEntries(
    clauses.map(({ term }, at) => [at, { filter: findingAll(everything, q.slice(...term.span)) }]),
  )
  const { aggregations } = await asking(client, signal)(paragraphs, { size: 0, aggs })
  const counts = aggregations as Record<string, { doc_count: number }>
  return new Map(clauses.map((clause, at) => [clause, counts[at]?.doc_count ?? 0]))
}

/** All texts of one language go through each of its chains at once. */
async function formsOf(client: Client, names: Names, texts: string[], signal?: AbortSignal) {
  const languages = [...new Set(texts.flatMap(languagesOf))]
  const found = await Promise.all(
    languages.map(async (language) => {
      const own = texts.filter((text) => languagesOf(text).includes(language))
      const [typed, stems] = await Promise.all(
        [`${language}.exact`, language].map((field) => analysed(client, names, own, { field }, signal)),
      )
      return own.map((text, at) => ({ text, language, typed: typed?.[at] ?? [], stems: stems?.[at] ?? [] }))
    }),
  )
  const forms = found.flat().map(({ text, ...one }) => [text, one] as const)
  return new Map(texts.map((text) => [text, forms.filter(([own]) => own === text).map(([, one]) => one)]))
}

async function synonymsOf(
  client: Client,
  names: Names,
  text: string,
  language: Language,
  signal?: AbortSignal,
) {
  const [stems = [], more = []] = await Promise.all(
    [{ field: language }, { analyzer: `${language}_synonym` }].map(async (chain) => {
      const [tokens] = await analysed(client, names, [text], chain, signal)
      return tokens
    }),
  )
  return { language, stems: [...new Set(more)].filter((token) => !stems.includes(token)) }
}

/** @returns the tokens of each text; the engine counts their places on, with one between two texts */
async function analysed(
  client: Client,
  { paragraphs }: Names,
  text: string[],
  chain: { field: string } | { analyzer: string },
  signal?: AbortSignal,
): Promise<string[][]> {
  const request: estypes.IndicesAnalyzeRequest = { index: paragraphs, text, ...chain }
  const { tokens = [] } = await client.indices.analyze(request, { signal })
  let start = 0
  return text.map((one) => {
    const [from, to] = [start, start + one.length]
    start = to + 1
    const own = tokens.filter(({ start_offset: at }) => at >= from && at <= to)
    return own.map(({ token }) => token)
  })
}
