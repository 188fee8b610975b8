/** What was read in a paragraph, in the words of the reader, in the order of the text. */
import type { ParagraphEntry } from '../../fields.js'
import type { Language } from '../../model.js'
import { label, objectLabel } from '../labels.js'

/** A value of a facet as it is shown; choosing it finds the other paragraphs that have it. */
type Named = { value: string; label: string }

export type Noted = {
  /** Each clause: what is done (`CONDEMN`), the verb as it stands there, to whom it is said, what it is about. */
  statements: (Named & { verb: string; strength?: number; addressees: string[]; objects: Named[] })[]
  /** `permalink` where it can be read here. */
  cites: (Named & { year?: number; permalink?: string })[]
  countries: Named[]
  places: Named[]
  organisations: Named[]
}

/** @param language of labels @param here permalinks of what is cited */
export function notedIn(
  { evidence }: Pick<ParagraphEntry, 'evidence'>,
  language: Language,
  here: Map<string, string>,
): Noted {
  // What an older analysis wrote has none.
  const { statements = [], cites = [], countries = [], places = [], organisations = [] } = evidence ?? {}
  const named = (kind: 'country' | 'place' | 'organisation', all: { value: string }[]) =>
    all.map(({ value }) => ({ value, label: label(kind, value, language) }))
  return {
    statements: statements.map(({ category, verb, strength, addressees, objects }) => ({
      value: category,
      label: label('verb', category, language),
      verb: verb.raw ?? verb.value,
      ...(strength && { strength }),
      addressees,
      objects: objects.map((object) => ({
        value: `${category}|${object}`,
        label: objectLabel(object, language),
      })),
    })),
    cites: cites.map(({ value, year }) => ({
      value,
      label: label('cites', value, language),
      ...(year && { year: year.value }),
      permalink: here.get(value),
    })),
    countries: named('country', countries),
    places: named('place', places),
    organisations: named('organisation', organisations),
  }
}
