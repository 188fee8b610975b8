/** What do answers look like? The shapes of the API for those who build on them; a test holds real answers to them. */
import Type, { type TSchema } from 'typebox'

const text = (description: string) => Type.String({ description })
const some = Type.Optional
const language = Type.Enum(['ar', 'en', 'fr'])

export const ErrorShape = Type.Object(
  {
    error: Type.Object({
      code: text('A word that stays; all of them are in docs/errors.md.'),
      message: text('One sentence that says what to do.'),
      id: some(text('Where the fault is our own: its place in the log.')),
    }),
  },
  {
    examples: [
      { error: { code: 'NOT_FOUND', message: 'It is not here; check the address or search for it.' } },
    ],
  },
)

const DocumentHead = Type.Object({
  id: text('Start of the hash of its bytes, and its number in the file.'),
  key: text('What the document is, whatever file it came from.'),
  permalink: text('Lasting address of its page.'),
  symbol: some(Type.String()),
  title: some(Type.String()),
  type: some(Type.String()),
  body: some(Type.String()),
  meeting: some(Type.Object({ key: Type.String(), label: Type.String() })),
  date: some(text('2016-12-22, or 2016-12, or 2016, as far as it is known.')),
  dateEnd: some(Type.String()),
  hostCountry: some(text('ISO 3166 alpha-2.')),
  language,
})

const Version = Type.Object({ language, key: Type.String(), permalink: Type.String() })

const Repeat = Type.Object({
  key: Type.String(),
  label: Type.String(),
  permalink: Type.String(),
  title: some(Type.String()),
  symbol: some(Type.String()),
  date: some(Type.String()),
})

export const HitShape = Type.Object({
  id: Type.String(),
  permalink: text('Lasting address of the paragraph.'),
  score: Type.Number(),
  language,
  dir: Type.Enum(['rtl', 'ltr']),
  segments: Type.Array(Type.Object({ text: Type.String(), hit: Type.Boolean() }), {
    description: 'Joined, they are the paragraph; `hit` is what was found.',
  }),
  cut: Type.Boolean({ description: 'Only the best parts of a long paragraph.' }),
  matched: Type.Array(Type.String(), { description: 'exact, inflected, part, synonym' }),
  paragraph: Type.Object({
    number: some(text('As it is printed.')),
    label: text('Its name within the document: 6, III.2.'),
    section: Type.Array(Type.String()),
    page: some(Type.Integer()),
    role: Type.String(),
    categories: Type.Array(Type.String()),
  }),
  document: DocumentHead,
  citation: Type.Object({ ar: Type.String(), en: Type.String(), fr: Type.String() }),
  versions: some(Type.Array(Version, { description: 'The document in other languages.' })),
  same: some(
    Type.Object(
      { count: Type.Integer(), paragraphs: Type.Array(Repeat) },
      {
        description:
          'Paragraphs of other documents that say the same in the same words, or nearly, the newest by name.',
      },
    ),
  ),
})

const PageShape = Type.Object({ number: Type.Integer(), size: Type.Integer(), last: Type.Integer() })

const Bucket = Type.Object({
  value: text('To be given back as a filter.'),
  label: text('In the language of the reader.'),
  count: Type.Integer({ description: 'Paragraphs.' }),
  documents: Type.Integer(),
  selected: Type.Boolean(),
  children: some(Type.Array(Type.Unknown(), { description: 'Of a body: its meetings, as buckets.' })),
})

export const FacetShape = Type.Object({
  buckets: Type.Array(Bucket),
  other: Type.Integer({ description: 'Paragraphs under values that are not listed.' }),
  none: Type.Integer({ description: 'Paragraphs without a value.' }),
})

const Diagnosis = Type.Object(
  {
    of: Type.Enum(['paragraphs', 'documents'], { description: 'What is counted.' }),
    words: Type.Array(
      Type.Object({
        text: text('A word, quotation, group or field of the question.'),
        everywhere: Type.Integer({ description: 'How many hold it.' }),
        filtered: Type.Integer({ description: 'How many of them under the filters.' }),
        without: some(
          Type.Object(
            { q: Type.String(), found: Type.Integer() },
            { description: 'The question without it, and how many that finds.' },
          ),
        ),
      }),
    ),
    filters: Type.Array(
      Type.Object({
        name: Type.String(),
        values: Type.Array(Type.String()),
        without: Type.Integer({ description: 'How many would be found without it.' }),
      }),
    ),
    unfiltered: Type.Integer({ description: 'How many would be found without any filter.' }),
    anyWord: Type.Integer({ description: 'How many would be found if any of the words were enough.' }),
  },
  { description: 'Where nothing holds everything that was asked for: why.' },
)

export const SearchShape = Type.Object({
  query: Type.Object({
    text: Type.String(),
    relaxed: Type.Boolean({ description: 'No paragraph has all words: these have most of them.' }),
    notes: Type.Array(Type.String()),
    jump: some(text('Where the question is the name of one document: its permalink.')),
    diagnosis: some(Diagnosis),
  }),
  total: Type.Object({ paragraphs: Type.Integer(), documents: Type.Integer(), exact: Type.Boolean() }),
  tookMs: Type.Integer(),
  hits: Type.Array(HitShape),
  groups: some(
    Type.Array(Type.Object({ document: DocumentHead, hits: Type.Array(HitShape), more: Type.Integer() })),
  ),
  facets: Type.Record(Type.String(), FacetShape),
  suggestion: some(text('Another spelling that would find more.')),
  page: PageShape,
})

const SimilarHit = Type.Interface([HitShape], {
  likeness: Type.Number({ description: 'Share of the runs of letters that both have, 0 to 1.' }),
  nearlySame: Type.Boolean({ description: 'The same but for small changes.' }),
  sameDocument: Type.Boolean(),
})

export const SimilarShape = Type.Object({
  paragraph: HitShape,
  similar: Type.Array(SimilarHit, { description: 'Those of other documents first.' }),
})

export const ExplainShape = Type.Object({
  text: Type.String(),
  notes: Type.Array(Type.String()),
  parts: Type.Array(
    Type.Object({
      kind: text('word, phrase, prefix, field, any'),
      text: text('As typed.'),
      wanted: Type.Boolean({ description: 'False where it was excluded.' }),
      paragraphs: Type.Integer({ description: 'How many hold it.' }),
      slop: some(Type.Integer()),
      field: some(Type.String()),
      values: some(Type.Array(Type.Unknown())),
      of: some(Type.Array(Type.Array(Type.Unknown()), { description: 'Parts; one of these is enough.' })),
      forms: some(
        Type.Array(
          Type.Object({ language, typed: Type.Array(Type.String()), stems: Type.Array(Type.String()) }),
          { description: 'How it stands in the index of each language.' },
        ),
      ),
    }),
    { description: 'All are required.' },
  ),
  synonyms: Type.Array(Type.Object({ language, stems: Type.Array(Type.String()) })),
})

export const SuggestShape = Type.Object({
  text: text('As typed.'),
  suggestions: Type.Array(
    Type.Object({
      kind: text(
        'document, symbol, meeting, body, country, verb, place, organisation, cites, type or issuer',
      ),
      kindLabel: text('The same in the language of the reader.'),
      value: text('Key of the document or meeting, or value of the facet.'),
      label: Type.String(),
      language,
      count: Type.Integer({ description: 'Paragraphs.' }),
      url: text('Address that choosing it leads to.'),
      filter: some(
        Type.Object(
          { name: Type.String(), value: Type.String() },
          { description: 'Parameter of /api/search that choosing it sets.' },
        ),
      ),
    }),
  ),
})

const Counted = Type.Interface([DocumentHead], { paragraphs: Type.Integer() })

export const DocumentsShape = Type.Object({
  total: Type.Integer(),
  documents: Type.Array(Counted),
  page: PageShape,
})

export const DocumentShape = Type.Object({
  document: DocumentHead,
  total: Type.Integer({ description: 'Paragraphs; a very long document is cut off before.' }),
  paragraphs: Type.Array(HitShape),
})

const Resolved = Type.Interface([DocumentHead], { languages: Type.Array(Version) })

export const ResolvedShape = Type.Object({
  symbol: text('As asked for.'),
  form: some(text('The form in which all its spellings meet.')),
  jump: some(text('Permalink of the one document that bears it.')),
  candidates: Type.Array(Resolved, { description: 'All that bear it.' }),
  near: Type.Array(Resolved, { description: 'Where none does: those that come closest.' }),
})

const Reason = Type.Object({ part: Type.String(), code: Type.String(), message: Type.String() })
const Part = Type.Object({ ok: Type.Boolean(), code: some(Type.String()), message: some(Type.String()) })

export const LiveShape = Type.Object({ status: Type.Literal('live') })

export const ReadyShape = Type.Object({
  status: Type.Enum(['ok', 'degraded', 'unavailable'], {
    description: 'degraded: searches are answered still.',
  }),
  reasons: Type.Array(Reason),
  parts: Type.Record(Type.String(), Part),
})

export const FileShape = Type.Object({
  id: some(text('To follow it by; without it, where the file was refused.')),
  url: some(text('Where an upload can be followed.')),
  path: Type.String(),
  upload: some(Type.Boolean({ description: 'It was sent; others lie in a folder.' })),
  sha256: some(text('Of the bytes that lie there now.')),
  outcome: text('waiting, working, indexed, unchanged, duplicate, variant, suspect, failed or withdrawn'),
  code: some(text('Why it failed or looks damaged; docs/errors.md has all codes.')),
  message: some(Type.String()),
  retryable: some(Type.Boolean()),
  stage: some(Type.String()),
  of: some(text('What this one is the same as.')),
  documents: some(
    Type.Array(Type.Object({ id: Type.String(), key: Type.String(), paragraphs: Type.Integer() })),
  ),
  attempts: some(Type.Integer()),
  seconds: some(Type.Number()),
})

export const FilesShape = Type.Object({
  total: Type.Integer(),
  byOutcome: Type.Record(Type.String(), Type.Integer()),
  files: Type.Array(FileShape),
  page: some(PageShape),
})

export const TextShape: TSchema = Type.String()
