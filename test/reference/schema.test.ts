/** The data files of `src/reference/` have the shape that the parsers read: a new line that does not fit is named here. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TSchema, Type } from 'typebox'
import { Value } from 'typebox/value'
import { describe, expect, test } from 'vitest'

const FOLDER = join(import.meta.dirname, '..', '..', 'src', 'reference')
const data = (name: string) => JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'))

const strict = { additionalProperties: false }
const Words = Type.Array(Type.String({ minLength: 1 }))
const Names = Type.Object({ ar: Words, en: Words, fr: Words }, strict)
const Code = Type.String({ pattern: '^[A-Z][A-Z0-9-]*$' })
const State = Type.String({ pattern: '^[A-Z]{2}$' })
const Level = Type.Union(
  ['summit', 'ministerial', 'senior_officials', 'expert'].map((one) => Type.Literal(one)),
)
const Month = Type.Object(
  { n: Type.Integer({ minimum: 1, maximum: 12 }), ar: Words, en: Words, fr: Words },
  strict,
)
const HijriMonth = Type.Object({ ...Month.properties, latin: Words }, strict)
const Category = Type.Union(
  (
    'ADOPT AFFIRM APPEAL CALL COMMEND CONCERN CONDEMN CONDOLE CONGRATULATE CONVENED DECIDE DEMAND ENCOURAGE ' +
    'HOLD_RESPONSIBLE HOPE MANDATE NOTE_SATISFACTION PROCEDURE REAFFIRM RECALL RECOMMEND REGRET REJECT REQUEST STRESS SUPPORT ' +
    'TAKE_NOTE THANK URGE WARN WELCOME'
  )
    .split(' ')
    .map((one) => Type.Literal(one)),
)
const Forms = Type.Optional(Words)
const Flag = Type.Optional(Type.Boolean())
const Verb = Type.Object(
  {
    lemma: Type.String({ minLength: 2 }),
    category: Category,
    past: Forms,
    present: Forms,
    base: Forms,
    participle: Forms,
    masdar: Forms,
    forms: Forms,
    needs: Forms,
    not: Forms,
    address: Forms,
    by: Forms,
    that: Type.Optional(Category),
    must: Type.Optional(Type.Union([Type.Boolean(), Type.String()])),
    object: Flag,
    noun: Flag,
    subject: Flag,
    with: Flag,
    again: Flag,
    from: Flag,
    reflexive: Flag,
    opening: Flag,
    start: Flag,
  },
  strict,
)
const Body = Type.Object(
  {
    code: Code,
    organisation: Code,
    level: Type.Optional(Level),
    symbols: Words,
    numbering: Type.Optional(Type.Literal('through')),
    names: Names,
  },
  strict,
)
const Country = Type.Object(
  {
    id: State,
    status: Type.Optional(Type.String()),
    names: Names,
    adjectives: Type.Object({ ar: Words, arPlural: Forms, en: Words, fr: Words }, strict),
    capitals: Names,
  },
  strict,
)
const Place = Type.Object(
  { id: Type.String({ minLength: 2 }), country: Type.Optional(Type.String()), names: Names },
  strict,
)

/** An id is a code, and for persons and places the English name. */
const Id = Type.String({ minLength: 2 })
const Organisation = Type.Object(
  { id: Code, type: Type.String(), names: Names, within: Type.Optional(Code), short: Forms, events: Forms },
  strict,
)
const Person = Type.Object({ id: Id, type: Type.String(), names: Names }, strict)
const Year = Type.Integer({ minimum: 1800, maximum: 2100 })
const Instrument = Type.Object(
  {
    id: Type.String({ pattern: '^[A-Z0-9][A-Z0-9/()-]*$' }),
    year: Type.Optional(Year),
    names: Names,
    within: Type.Optional(Code),
    short: Forms,
  },
  strict,
)
const Named = Type.Object({ value: Type.String(), names: Names }, strict)
const Ordinal = Type.Object(
  { n: Type.Integer({ minimum: 1, maximum: 99 }), ar: Words, en: Words, fr: Words },
  strict,
)

const { months, hijriMonths, weekdays } = data('calendar')
const { bodies } = data('bodies')
const verbs = data('verbs')
const cover = data('cover')
const FILES: [name: string, schema: TSchema, entries: unknown[]][] = [
  ['verbs, Arabic', Verb, verbs.ar.verbs],
  ['verbs, English', Verb, verbs.en.verbs],
  ['verbs, French', Verb, verbs.fr.verbs],
  ['bodies', Body, bodies],
  ['countries', Country, data('countries')],
  ['places', Place, data('places')],
  ['organisations', Organisation, data('organisations')],
  ['persons', Person, data('persons')],
  ['instruments', Instrument, data('instruments')],
  ['ordinals', Ordinal, data('ordinals')],
  ['kinds and levels of meetings', Named, [...cover.kinds, ...cover.levels]],
  ['months', Month, months],
  ['months of the Hijra', HijriMonth, hijriMonths],
  ['weekdays', Month, weekdays],
]

describe('each entry has the shape that is read', () => {
  test.each(FILES)('%s', (_, schema, entries) => {
    expect(entries.length).toBeGreaterThan(5)
    const wrong = entries.filter((entry) => !Value.Check(schema, entry))
    expect(wrong).toEqual([])
  })
})

/** Lists of `cover.json` that hold more than words. */
const ENTRIES = new Set(['types', 'qualifiers', 'kinds', 'levels', 'venues', 'series'])
const Lists = Type.Record(Type.String(), Type.Union([Words, Type.String(), Type.Boolean()]))

describe('lists of words are lists of words', () => {
  test('on covers and around paragraphs: in each language', () => {
    const lists = Object.entries(cover).filter(([name]) => !ENTRIES.has(name))
    const structure = Object.entries(data('structure')).filter(([name]) => !name.startsWith('list'))
    const wrong = [...lists, ...structure].filter(([, list]) => !Value.Check(Names, list))
    expect(wrong).toEqual([])
  })

  test.each(['ar', 'en', 'fr'])('around verbs: %s', (language) => {
    expect([...Value.Errors(Lists, data('statement-words')[language])]).toEqual([])
  })

  test('around dates and citations', () => {
    const plain = Object.values({ ...data('date-words'), ...data('citation-words') }).filter(
      (list) => Array.isArray(list) && typeof list[0] === 'string',
    )
    expect(plain.length).toBeGreaterThan(25)
    expect(plain.filter((list) => !Value.Check(Words, list))).toEqual([])
  })
})

test('what citations and names refer to is listed', () => {
  const ids = new Set(data('organisations').map(idOf))
  const { bodies: sessions, organs } = data('citation-words')
  const missing = [...sessions, ...organs]
    .map(([id]: string[]) => id ?? '')
    .filter((id: string) => !ids.has(id))
  expect(missing).toEqual([])
  const hosts = data('places').flatMap(({ country }: { country?: string }) => country ?? [])
  const states = new Set(data('countries').map(idOf))
  expect(hosts.filter((country: string) => !states.has(country))).toEqual([])
})

test('codes and ids are not given twice', () => {
  for (const ids of [
    bodies.map(idOf),
    data('countries').map(idOf),
    data('places').map(idOf),
    data('organisations').map(idOf),
    data('instruments').map(idOf),
    data('persons').map(idOf),
  ]) {
    expect(ids.filter((id: string, at: number) => ids.indexOf(id) !== at)).toEqual([])
  }
})

const forms = ['past', 'present', 'base', 'participle', 'masdar', 'forms']

test('every verb has a form, every body a name in each language', () => {
  const all = [...verbs.ar.verbs, ...verbs.en.verbs, ...verbs.fr.verbs]
  expect(all.filter((verb) => !forms.some((form) => verb[form]?.length > 0))).toEqual([])
  expect(
    bodies.filter(({ names }: { names: Record<string, string[]> }) =>
      Object.values(names).some((list) => list.length === 0),
    ),
  ).toEqual([])
})

test('what is mentioned is called something in each language', () => {
  const { organisation: labels } = data('labels')
  const nameless = [...data('organisations'), ...data('persons'), ...data('places')].filter(
    ({ id, names }) =>
      !labels[id] && Object.values(names as Record<string, string[]>).some(([name]) => !name),
  )
  expect(nameless.map(idOf)).toEqual([])
})

test('Arabic words are in Arabic letters', () => {
  const written = verbs.ar.verbs.flatMap((verb: Record<string, string[]>) =>
    forms.flatMap((form) => verb[form] ?? []),
  )
  expect(written.filter((word: string) => !/^[\p{Script=Arabic}\s]+$/u.test(word))).toEqual([])
})

test('a body belongs to an organisation that is listed', () => {
  const known = new Set(data('bodies').organisations.map(idOf))
  expect(bodies.filter(({ organisation }: { organisation: string }) => !known.has(organisation))).toEqual([])
})

test('a small word tells one language from the other', () => {
  const { en, fr } = data('small-words')
  expect(en.length).toBeGreaterThan(5)
  expect(en.filter((word: string) => fr.includes(word))).toEqual([])
})

function idOf({ id, code }: { id?: string; code?: string }): string {
  return id ?? code ?? ''
}
