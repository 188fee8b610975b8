/**
 * How was a question read? Its parts as a tree, each with the forms in which the index looks for it, as the engine itself
 * makes them, and the paragraphs that hold it; other names that are looked for, too.
 */
import type { Client, estypes } from '@elastic/elasticsearch'
import { patiently } from '../../elastic/patience.js'
import type { IndexNames } from '../../fields.js'
import type { Language } from '../../model.js'
import { asking, explained as asOurs } from '../engine.js'
import { notesOn } from '../language/notes.js'
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
/** Milliseconds for which an engine that is busy is asked again. */
const PATIENCE = 3_000
/** A text and the forms of it in each language whose texts can hold it. */
type Known = { forms: ReadonlyMap<string, Forms[]>; counts: ReadonlyMap<Clause, number> }

/** @throws BayanError ELASTICSEARCH_AWAY, INDEX_MISSING, QUERY_TIMEOUT, ABORTED */
export async function explain(
  client: Client,
  names: Names,
  { q, lang }: { q: string; lang: Language },
  signal?: AbortSignal,
): Promise<Explained> {
  const reading = readingOf(q)
  const { all } = reading
  const clauses = everyClause(all)
  const texts = [...new Set(clauses.flatMap(({ term }) => ('text' in term ? [term.text] : [])))]
  try {
    const [{ forms, synonyms }, counts] = await Promise.all([
      analysedWords(analysing(client, names, signal), texts, reading.words.loose),
      countsOf(client, names, clauses, q, signal),
    ])
    const parts = all.map((clause) => toPart(clause, q, { forms, counts }))
    return { text: q, notes: notesOn(reading, false, lang), parts, synonyms }
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
    clauses.map(({ term }, at) => [at, { filter: findingAll(everything, readingOf(q.slice(...term.span))) }]),
  )
  const { aggregations } = await asking(client, signal)(paragraphs, { size: 0, aggs })
  const counts = aggregations as Record<string, { doc_count: number }>
  return new Map(clauses.map((clause, at) => [clause, counts[at]?.doc_count ?? 0]))
}

/** @returns the tokens of each text */
type Analyse = (texts: string[], chain: { field: string } | { analyzer: string }) => Promise<string[][]>

/** One after the other: the engine takes few of these at a time, and refuses them where many readers ask at once. */
async function analysedWords(analyse: Analyse, texts: string[], loose: string) {
  const forms = await formsIn(analyse, texts)
  const synonyms: Explained['synonyms'] = []
  for (const language of languagesOf(loose)) {
    if (!mayHaveSynonym(loose, language)) continue
    const stems = await synonymsOf(analyse, loose, language)
    if (stems.length > 0) synonyms.push({ language, stems })
  }
  return { forms, synonyms }
}

/** All texts of one language go through each of its chains at once. */
async function formsIn(analyse: Analyse, texts: string[]): Promise<Map<string, Forms[]>> {
  const forms = new Map<string, Forms[]>(texts.map((text) => [text, []]))
  for (const language of new Set(texts.flatMap(languagesOf))) {
    const own = texts.filter((text) => languagesOf(text).includes(language))
    const typed = await analyse(own, { field: `${language}.exact` })
    const stems = await analyse(own, { field: language })
    for (const [at, text] of own.entries())
      forms.get(text)?.push({ language, typed: typed[at] ?? [], stems: stems[at] ?? [] })
  }
  return forms
}

async function synonymsOf(analyse: Analyse, text: string, language: Language): Promise<string[]> {
  const [stems = []] = await analyse([text], { field: language })
  const [all = []] = await analyse([text], { analyzer: `${language}_synonym` })
  return [...new Set(all)].filter((token) => !stems.includes(token))
}

/** The engine counts the places of tokens on from text to text, with one between two of them. */
function analysing(client: Client, { paragraphs }: Names, signal?: AbortSignal): Analyse {
  return async (text, chain) => {
    const request: estypes.IndicesAnalyzeRequest = { index: paragraphs, text, ...chain }
    const analyse = () => client.indices.analyze(request, { signal })
    const { tokens = [] } = await patiently(analyse, { signal, limit: PATIENCE })
    let start = 0
    return text.map((one) => {
      const [from, to] = [start, start + one.length]
      start = to + 1
      const own = tokens.filter(({ start_offset: at }) => at >= from && at <= to)
      return own.map(({ token }) => token)
    })
  }
}
