/**
 * What may be asked? One schema is the type, the check and the documentation of a question, for the
 * API, the page and the command line alike. Lists repeat; `-` before a value excludes it, `none` stands
 * for things without a value. Empty fields, as a form sends them, count as not given.
 */
import Type, { type Static } from 'typebox'

/** Deeper pages cost more than they tell: past this many results a question should be narrowed. */
export const MAX_RESULTS = 1000

function list(description: string, pattern = '') {
  const item = Type.String({ maxLength: 200, ...(pattern && { pattern }) })
  return Type.Array(item, { default: [], maxItems: 50, description })
}

function oneOf<const T extends string>(values: T[], options: { description: string; default?: NoInfer<T> }) {
  const description = `${options.description} One of ${values.join(', ')}.`
  return Type.Unsafe<T>(Type.Enum(values, { ...options, description }))
}

const day = Type.String({
  pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$',
  description: 'A day, month or year: 2016-12-22.',
})

/** What narrows documents and paragraphs alike. */
const filters = {
  language: list('Language of the text: ar, en, fr.', '^-?(ar|en|fr|none)$'),
  body: list('Body that met, as in the facet: EX-COM, CFM.'),
  meeting: list('Key of the meeting.'),
  type: list('Kind of document: final_communique, resolution.'),
  year: list('Year of the meeting.', '^-?(\\d{4}|none)$'),
  month: list('Month of the first day: 2016-12.', '^-?(\\d{4}-(0[1-9]|1[0-2])|none)$'),
  hijriYear: list('Hijri year of the meeting: 1438.', '^-?(\\d{3,4}|none)$'),
  issuer: list('Organisation that the document is of: OIC, UN.'),
  hostCountry: list('Country where the meeting was held, ISO 3166 alpha-2.'),
  verb: list('What is done: CONDEMN; with what it is done to: CONDEMN|SY, both from one statement.'),
  verbObject: list('The pairs of verb and object alone: CONDEMN|SY.'),
  country: list('Country that is mentioned, ISO 3166 alpha-2.'),
  place: list('Place that is mentioned: Aleppo.'),
  organisation: list('Organisation, office, group or person that is mentioned: UNSC.'),
  cites: list('What is cited: S/RES/2254, UN-CHARTER.'),
  role: list('Place in the document: operative, preamble, annex.'),
  quality: list(
    'How the text was come by: clean, recognised, suspect.',
    '^-?(clean|recognised|suspect|none)$',
  ),
  document: list('Key or id of a document.'),
  from: Type.Optional(day),
  to: Type.Optional(day),
}

const UNCOUNTED = ['document', 'from', 'to']
const COUNTED = Object.keys(filters).filter((name) => !UNCOUNTED.includes(name))
const FACET = `^(${COUNTED.join('|')}|none)$`

const paging = {
  sort: oneOf(['relevance', 'newest', 'oldest'], {
    default: 'relevance',
    description:
      'Order; newest and oldest go by the day alone, then by document and place in it. Without words to be relevant to, relevance means newest.',
  }),
  page: Type.Integer({ default: 1, minimum: 1, maximum: MAX_RESULTS, description: 'Page, from 1.' }),
  size: Type.Integer({ default: 20, minimum: 1, maximum: 100, description: 'Results on a page.' }),
  lang: Type.Optional(oneOf(['ar', 'en', 'fr'], { description: 'Language of labels and notes.' })),
}

export const SearchParameters = Type.Object(
  {
    q: Type.String({
      default: '',
      description:
        'Words, "quoted phrases", -unwanted, a OR b, (groups), begin*, "near words"~5, field:value, year:2015..2018; without any, everything is listed.',
    }),
    ...filters,
    words: Type.Optional(
      oneOf(['all', 'most', 'any'], {
        description:
          'How many of the words must be there; not given: all, or most where no paragraph has all.',
      }),
    ),
    match: oneOf(['inflected', 'exact'], {
      default: 'inflected',
      description: 'Whether other forms of a word count.',
    }),
    scope: oneOf(['paragraph', 'document'], {
      default: 'paragraph',
      description:
        'Where all the words must be: in one paragraph, or anywhere in the document, of which the best paragraphs are given.',
    }),
    group: oneOf(['none', 'document'], {
      default: 'none',
      description: 'Whether paragraphs stand under their documents, each with its best three.',
    }),
    repeats: oneOf(['folded', 'listed'], {
      default: 'folded',
      description:
        'Whether what several documents say in the same words, or nearly, stands under one of them.',
    }),
    facets: list('Facets to count, by the names of their parameters; not given: all. none: no facet.', FACET),
    ...paging,
  },
  { additionalProperties: false },
)

export const FacetParameters = Type.Object(
  {
    ...SearchParameters.properties,
    find: Type.String({ default: '', maxLength: 100, description: 'Letters of the names of values.' }),
  },
  { additionalProperties: false },
)

export const ExportParameters = Type.Object(
  {
    ...SearchParameters.properties,
    format: oneOf(['csv', 'jsonl', 'citations'], {
      default: 'csv',
      description:
        'Form of the answer, which holds all paragraphs, newest first (or oldest): page, size, group, repeats and facets are of no account.',
    }),
  },
  { additionalProperties: false },
)

export const DocumentsParameters = Type.Object({ ...filters, ...paging }, { additionalProperties: false })

export const DocumentParameters = Type.Object(
  { q: Type.String({ default: '', description: 'Words to mark in the document.' }), lang: paging.lang },
  { additionalProperties: false },
)

/** Of the page of a document; `beside` shows another language version next to it. */
export const DocumentPageParameters = Type.Object(
  {
    ...DocumentParameters.properties,
    beside: Type.Optional(oneOf(['ar', 'en', 'fr'], { description: 'Language of the version beside it.' })),
  },
  { additionalProperties: false },
)

export type Question = Static<typeof SearchParameters>
export type DocumentsQuestion = Static<typeof DocumentsParameters>
