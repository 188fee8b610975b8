/** Which category of statement does a verb stand for, in whichever of its forms one types it? */
import { comparableText } from '../../arabic/comparable.js'
import { once } from '../../arabic/once.js'
import words from '../../reference/query-words.json' with { type: 'json' }
import verbs from '../../reference/verbs.json' with { type: 'json' }

type Verb = { lemma: string; category: string } & Partial<Record<(typeof FORMS)[number], string[]>>
const FORMS = ['past', 'present', 'base', 'participle', 'masdar', 'forms'] as const
const LANGUAGES = ['ar', 'en', 'fr'] as const
/** The article may stand before a verbal noun. */
const ARTICLE = /^\u0627\u0644(?=...)/u
/** Endings of the feminine and of the plural. */
const PAST = /(?<=...)(?:\u062A|\u0648\u0627)$/u
const PARTICLES = words.particles.map(comparableText)
const PRESENT = words.presentPrefixes.map(comparableText)

const forms = once(() => {
  const known = new Map<string, string[]>()
  for (const verb of allVerbs()) {
    for (const form of new Set(formsOf(verb).map(comparableText))) {
      known.set(form, [...new Set([...(known.get(form) ?? []), verb.category])])
    }
  }
  return known
})

/** @returns every form of every verb, as written */
export function writtenVerbs(): string[] {
  return allVerbs().flatMap(formsOf)
}

function allVerbs(): Verb[] {
  return LANGUAGES.flatMap((language) => verbs[language].verbs as Verb[])
}

function formsOf(verb: Verb): string[] {
  return [verb.lemma, ...FORMS.flatMap((form) => verb[form] ?? [])]
}

/** @param verb as `comparableName` gives it: past or present, of whichever person, or a verbal noun */
export function categoriesOf(verb: string): readonly string[] {
  const bare = PARTICLES.some((particle) => verb.startsWith(particle)) ? [verb, verb.slice(1)] : [verb]
  const tries = bare.flatMap((form) => [
    form,
    form.replace(ARTICLE, ''),
    inThirdPerson(form),
    form.replace(PAST, ''),
  ])
  for (const form of tries) {
    const found = forms().get(form)
    if (found) return found
  }
  return []
}

function inThirdPerson(verb: string): string {
  return PRESENT.some((prefix) => verb.startsWith(prefix)) ? words.present + verb.slice(1) : verb
}
