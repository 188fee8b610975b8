/**
 * What does each route answer, and how is it asked? One row for each; what it takes is read from the route itself.
 * Examples ask for what `samples/` holds, and a test asks them all.
 */
import type { TSchema } from 'typebox'
import examples from './examples.json' with { type: 'json' }
import {
  DocumentShape,
  DocumentsShape,
  ExplainShape,
  FacetShape,
  FileShape,
  FilesShape,
  HitShape,
  LiveShape,
  ReadyShape,
  ResolvedShape,
  SearchShape,
  SimilarShape,
  SuggestShape,
  TextShape,
} from './shapes.js'

export type Told = {
  summary: string
  answer: TSchema
  /** HTTP status of the answer; 200 where it is not said. */
  status?: number
  /** What one may get, shortened. */
  sample?: unknown
  /** Kind of the answer; JSON where it is not said. */
  type?: string
  /** An address to try, or what follows `curl` where more is needed. */
  example: string
}

const { hit, search, page } = examples
const FILE = '5e1f0c9a3b7d2e4f6a8c0b1d3e5f7a9c1b3d5e7f'
const waiting = {
  id: FILE,
  url: `/api/files/${FILE}`,
  path: 'communique.pdf',
  sha256: '3c2a5b9df5ae92f31ebfbf2470be723ec9c0d2d38f13b9386e1439f880d3c843',
  outcome: 'waiting',
  documents: [],
  attempts: 0,
  seconds: 0,
}
const failed = {
  ...waiting,
  outcome: 'failed',
  code: 'FILE_EMPTY',
  message: 'communique.pdf holds no text; nothing was indexed.',
  retryable: false,
  stage: 'analyse',
  attempts: 1,
}
const KEY = 'oic-ex-com-emergency-2016-12-22-fc.ar'

/** @type method and address of a route -> what is told of it */
export const ROUTES: Record<string, Told> = {
  'GET /api/search': {
    summary: 'Paragraphs that answer a question, with marks, facets and citations.',
    answer: SearchShape,
    sample: { ...search, hits: [hit] },
    example: `/api/search?q=${encodeURIComponent('سوريين')}&body=EX-COM&year=2016`,
  },
  'GET /api/facets/:name': {
    summary: 'Values of one facet, found by their names in any language, counted under a question.',
    answer: FacetShape,
    sample: {
      buckets: [{ value: 'SY', label: 'سوريا', count: 9, documents: 1, selected: false }],
      other: 0,
      none: 0,
    },
    example: `/api/facets/country?find=${encodeURIComponent('سور')}&q=${encodeURIComponent('حلب')}`,
  },
  'GET /api/export': {
    summary: 'All paragraphs that answer a question: a table for spreadsheets, JSON lines, or citations.',
    answer: TextShape,
    type: 'text/csv',
    example: `/api/export?format=csv&q=${encodeURIComponent('حلب')}`,
  },
  'GET /api/documents': {
    summary: 'The documents, filtered in the same way.',
    answer: DocumentsShape,
    sample: { total: 1, documents: [{ ...hit.document, paragraphs: 22 }], page },
    example: '/api/documents?language=ar&sort=newest&size=5',
  },
  'GET /api/documents/:key': {
    summary: 'One document with its paragraphs; by key, symbol or id.',
    answer: DocumentShape,
    sample: { document: hit.document, total: 22, paragraphs: [hit] },
    example: `/api/documents/${KEY}`,
  },
  'GET /api/paragraphs/:id': {
    summary: 'One paragraph with its citation.',
    answer: HitShape,
    sample: hit,
    example: '/api/paragraphs/3c2a5b9df5ae92f31ebf-1-6',
  },
  'GET /api/paragraphs/:id/similar': {
    summary:
      'Paragraphs that say nearly this, those of other documents first; near-identical ones are marked.',
    answer: SimilarShape,
    sample: {
      paragraph: hit,
      similar: [{ ...hit, likeness: 0.92, nearlySame: true, sameDocument: false }],
    },
    example: '/api/paragraphs/3c2a5b9df5ae92f31ebf-1-6/similar?size=5',
  },
  'GET /api/resolve': {
    summary: 'The document that bears a symbol or number, however it is written.',
    answer: ResolvedShape,
    sample: { symbol: 'oic/ex-com/2016/fc', candidates: [{ ...hit.document, languages: [] }], near: [] },
    example: '/api/resolve?symbol=oic%2Fex-com%2F2016%2Ffc',
  },
  'GET /api/explain': {
    summary: 'How a question is read: its parts, the stems that are looked for, paragraphs for each.',
    answer: ExplainShape,
    sample: {
      text: 'السوريين',
      notes: [],
      parts: [
        {
          ...{ kind: 'word', text: 'السوريين', wanted: true, paragraphs: 9 },
          forms: [{ language: 'ar', typed: ['السوريين'], stems: ['_سوري'] }],
        },
      ],
      synonyms: [],
    },
    example: `/api/explain?q=${encodeURIComponent('السوريين -"مجلس الأمن" year:2016')}`,
  },
  'GET /api/suggest': {
    summary:
      'What is being typed may become: documents, symbols, meetings, bodies, countries, verbs, places.',
    answer: SuggestShape,
    sample: {
      text: 'سور',
      suggestions: [
        {
          ...{ kind: 'country', kindLabel: 'البلد المذكور', value: 'SY', label: 'سوريا', language: 'ar' },
          ...{ count: 9, url: '/?country=SY', filter: { name: 'country', value: 'SY' } },
        },
      ],
    },
    example: `/api/suggest?q=${encodeURIComponent('سور')}`,
  },
  'GET /api/files': {
    summary: 'What became of the files, page by page.',
    answer: FilesShape,
    sample: { total: 1, byOutcome: { failed: 1 }, files: [failed] },
    example: '/api/files?outcome=failed',
  },
  'POST /api/files': {
    summary:
      'Takes files: as a form with many, or one as the body with its `name`. They are safe once it answers.',
    answer: FilesShape,
    status: 202,
    sample: { total: 1, byOutcome: { waiting: 1 }, files: [waiting] },
    example: `-F file=@communique.pdf http://127.0.0.1:3000/api/files`,
  },
  'GET /api/files/:id': {
    summary: 'One file: how far its work has come, and what became of it.',
    answer: FileShape,
    sample: waiting,
    example: `/api/files/${FILE}`,
  },
  'POST /api/files/:id/retry': {
    summary: 'Tries a failed file again; 200 where there is nothing to try.',
    answer: FileShape,
    status: 202,
    sample: waiting,
    example: `-X POST http://127.0.0.1:3000/api/files/${FILE}/retry`,
  },
  'POST /api/files/retry': {
    summary: 'Tries all failed files again.',
    answer: FilesShape,
    status: 202,
    sample: { total: 1, byOutcome: { waiting: 1 }, files: [waiting] },
    example: `-X POST 'http://127.0.0.1:3000/api/files/retry?outcome=failed'`,
  },
  'DELETE /api/files/:id': {
    summary: 'Takes an upload out of the index; files of a folder are taken out by removing them there.',
    answer: FileShape,
    sample: { ...waiting, outcome: 'withdrawn' },
    example: `-X DELETE http://127.0.0.1:3000/api/files/${FILE}`,
  },
  'GET /health/live': {
    summary: 'Does the service run?',
    answer: LiveShape,
    sample: { status: 'live' },
    example: '/health/live',
  },
  'GET /health/ready': {
    summary: 'Can it answer, and what is wrong if not? 503 where it cannot.',
    answer: ReadyShape,
    sample: { status: 'ok', reasons: [], parts: { elasticsearch: { ok: true }, redis: { ok: true } } },
    example: '/health/ready',
  },
  'GET /metrics': {
    summary: 'Counts and durations for a monitor, in the format of Prometheus.',
    answer: TextShape,
    type: 'text/plain',
    example: '/metrics',
  },
  'GET /openapi.json': {
    summary: 'This description, for programs.',
    answer: TextShape,
    example: '/openapi.json',
  },
}
