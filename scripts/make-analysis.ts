/**
 * Writes mappings/analysis.json: the analyzers of the three languages, made from the tables and rules of
 * src/arabic/ so that the index and the code cannot disagree. `node --import tsx scripts/make-analysis.ts`
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CLEAN, type Table } from '../src/arabic/clean.js'
import { FOLDS, fold, LETTER_FOLDS } from '../src/arabic/fold.js'
import { STEM_STEPS, type Step, TEH_STEPS } from '../src/arabic/stem.js'
import type { Language } from '../src/model.js'
import arabicStopwords from '../src/reference/arabic/stopwords.json' with { type: 'json' }
import questionWords from '../src/reference/question-words.json' with { type: 'json' }
import { synonyms } from '../src/search/matching/synonyms.js'
import { transliterations } from '../src/search/matching/transliterations.js'

type Chain = { type: string; char_filter: string[]; tokenizer: string; filter: string[] }

export const ANALYSIS_FILE = join(import.meta.dirname, '..', 'mappings', 'analysis.json')

/**
 * Parts of words repeat much in a long paragraph, whose length says little about them: measured on two Arabic sets, a
 * weaker norm and earlier saturation than the defaults (1.2 and 0.75) are better for them, and for them alone.
 */
const GRAM_SIMILARITY = { type: 'BM25', k1: 0.9, b: 0.4 }

/** Leaves nothing of a word without accents. */
const ACCENTED = { type: 'pattern_replace', pattern: '^[\\x00-\\x7F\\u2019]+$', replacement: '' }

/** The settings of an index that concern its texts, in the names of a full Elasticsearch distribution. */
export function analysisSettings() {
  return {
    similarity: { gram: GRAM_SIMILARITY },
    analysis: {
      char_filter: {
        clean: { type: 'mapping', mappings: mappingRules(CLEAN) },
        ar_fold: { type: 'mapping', mappings: mappingRules(FOLDS) },
        ar_letters: { type: 'mapping', mappings: mappingRules(LETTER_FOLDS) },
      },
      tokenizer: { gram: { type: 'ngram', min_gram: 3, max_gram: 3, token_chars: ['letter', 'digit'] } },
      filter: { ...arabicFilters(), ...englishFilters(), ...frenchFilters() },
      analyzer: { ...arabicAnalyzers(), ...englishAnalyzers(), ...frenchAnalyzers() },
    },
  }
}

export function analysisJson(): string {
  return `${JSON.stringify(analysisSettings(), null, 2)}\n`
}

function arabicFilters() {
  const words = [...new Set(arabicStopwords.words.map(fold))]
  const steps = [...TEH_STEPS, ...STEM_STEPS].map(([name, step]) => [`ar_${name}`, stepFilter(step)])
  return {
    ar_stop: { type: 'stop', stopwords: listed(words) },
    ...Object.fromEntries(steps),
    ar_synonyms: synonymFilter('ar'),
  }
}

function stepFilter(step: Step) {
  if ('expression' in step) {
    return { type: 'pattern_replace', pattern: step.pattern, replacement: step.replacement }
  }
  return { type: 'stemmer_override', rules: listed([...step].map(([word, stem]) => `${word} => ${stem}`)) }
}

/**
 * A list as one string, which Elasticsearch parts at the commas: it takes far longer to make an index of which the settings
 * are thousands of strings (measured: 1.8 s as against 0.5 s).
 */
function listed(items: string[]): string {
  const parted = items.find((item) => item.includes(','))
  if (parted !== undefined) throw new Error(`"${parted}" would be parted at its comma.`)
  return items.join(',')
}

function synonymFilter(language: Language) {
  const rules = [
    ...synonyms(language).map((names) => names.join(', ')),
    ...(language === 'ar' ? transliterations() : []).map(
      ({ latin, arabic }) => `${latin.join(', ')} => ${arabic.join(', ')}`,
    ),
  ]
  // The commas are theirs: one string of many lines.
  return { type: 'synonym_graph', synonyms: [rules.join('\n')] }
}

/** The analyzer of a question's second way: the first one's, and synonyms. */
function withSynonyms(stems: Chain, language: Language): Chain {
  return { ...stems, filter: [...stems.filter, `${language}_synonyms`] }
}

function arabicAnalyzers() {
  const fromText = { type: 'custom', char_filter: ['clean', 'ar_fold'] }
  const named = (steps: typeof STEM_STEPS) => steps.map(([name]) => `ar_${name}`)
  const ar_stem = {
    type: 'custom',
    char_filter: ['clean', 'ar_letters'],
    tokenizer: 'standard',
    filter: ['lowercase', ...named(TEH_STEPS), 'ar_stop', ...named(STEM_STEPS)],
  }
  return {
    ar_stem,
    ar_synonym: withSynonyms(ar_stem, 'ar'),
    ar_exact: { ...fromText, tokenizer: 'standard', filter: ['lowercase'] },
    ar_gram: { ...fromText, tokenizer: 'gram', filter: ['lowercase'] },
  }
}

function englishFilters() {
  return {
    accented: ACCENTED,
    en_possessive: { type: 'stemmer', language: 'possessive_english' },
    en_stop: { type: 'stop', stopwords: listed(['_english_', ...questionWords.en]) },
    // "organization" and "organisation", "recognized" and "recognised"
    en_spelling: {
      type: 'pattern_replace',
      pattern: '^(.{3,})iz(e|es|ed|er|ers|ing|ation|ations|ational)$',
      replacement: '$1is$2',
    },
    en_stemmer: { type: 'stemmer', language: 'light_english' },
    en_synonyms: synonymFilter('en'),
  }
}

function englishAnalyzers() {
  const fromText = { type: 'custom', char_filter: ['clean'] }
  const en_stem = {
    ...fromText,
    tokenizer: 'standard',
    filter: ['lowercase', 'en_possessive', 'en_stop', 'asciifolding', 'en_spelling', 'en_stemmer'],
  }
  return {
    en_stem,
    en_synonym: withSynonyms(en_stem, 'en'),
    en_exact: { ...fromText, tokenizer: 'standard', filter: ['lowercase', 'en_possessive', 'asciifolding'] },
    en_accented: { ...fromText, tokenizer: 'standard', filter: ['lowercase', 'en_possessive', 'accented'] },
    en_gram: { ...fromText, tokenizer: 'gram', filter: ['lowercase', 'asciifolding'] },
  }
}

function frenchFilters() {
  const articles = ['l', 'm', 't', 'qu', 'n', 's', 'j', 'd', 'c', 'jusqu', 'quoiqu', 'lorsqu', 'puisqu']
  return {
    fr_elision: { type: 'elision', articles, articles_case: true },
    fr_stop: { type: 'stop', stopwords: listed(['_french_', ...questionWords.fr]) },
    fr_stemmer: { type: 'stemmer', language: 'light_french' },
    fr_synonyms: synonymFilter('fr'),
  }
}

function frenchAnalyzers() {
  const fromText = { type: 'custom', char_filter: ['clean'] }
  const fr_stem = {
    ...fromText,
    tokenizer: 'standard',
    filter: ['lowercase', 'fr_elision', 'fr_stop', 'fr_stemmer', 'asciifolding'],
  }
  return {
    fr_stem,
    fr_synonym: withSynonyms(fr_stem, 'fr'),
    fr_exact: { ...fromText, tokenizer: 'standard', filter: ['lowercase', 'fr_elision', 'asciifolding'] },
    fr_accented: { ...fromText, tokenizer: 'standard', filter: ['lowercase', 'fr_elision', 'accented'] },
    fr_gram: { ...fromText, tokenizer: 'gram', filter: ['lowercase', 'asciifolding'] },
  }
}

/** Rules of the `mapping` char filter; every character is escaped, since most of the keys cannot be seen. */
function mappingRules(table: Table): string {
  return listed([...table].map(([from, to]) => `${escaped(from)}=>${escaped(to)}`))
}

function escaped(text: string): string {
  return [...text]
    .map((c) => `\\u${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join('')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(ANALYSIS_FILE, analysisJson())
