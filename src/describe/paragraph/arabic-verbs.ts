/** The Arabic forms of the operative verbs, made from the list: past, present, first plural, participle and verbal noun with their endings. */
import verbs from '../../reference/verbs.json' with { type: 'json' }
import { bound, type Verb, type VerbForm, type Written } from './verbs.js'
import { spelling } from './words.js'

const AFFIXES = verbs.ar.affixes
const FROM_IT: ReadonlySet<string> = new Set(AFFIXES.fromIt.map(spelling))

export type Lexicon = ReadonlyMap<string, readonly VerbForm[]>

/** Every form of every Arabic verb, folded. */
export function arabicLexicon(): Lexicon {
  const lexicon = new Map<string, VerbForm[]>()
  for (const listed of verbs.ar.verbs as Verb[]) {
    const verb = {
      ...listed,
      needs: listed.needs?.map(spelling),
      address: listed.address?.map(spelling),
      by: listed.by?.map(spelling),
    }
    for (const [written, form] of arabicForms(verb)) {
      const key = spelling(written)
      const known = lexicon.get(key)
      if (known) known.push(form)
      else lexicon.set(key, [form])
    }
  }
  return lexicon
}

function arabicForms(verb: Verb): Written[] {
  return [
    ...(verb.past ?? []).flatMap((past) => pastForms(past, verb)),
    ...(verb.forms ?? []).map(
      (form): Written => [form, { verb, mood: 'past', feminine: form.endsWith(AFFIXES.feminine) }],
    ),
    ...(verb.present ?? []).flatMap((present) => presentForms(present, verb)),
    ...(verb.participle ?? []).flatMap((stem) =>
      AFFIXES.participle.map(
        (ending): Written => [
          joinParticiple(stem, ending),
          { verb, mood: 'participle', feminine: ending === AFFIXES.taMarbuta },
        ],
      ),
    ),
    ...(verb.masdar ?? []).flatMap((masdar): Written[] => [
      [masdar, { verb, mood: 'noun' }],
      [AFFIXES.article + masdar, { verb, mood: 'noun' }],
      ...AFFIXES.objects.map((object): Written => [bound(masdar) + object, { verb, mood: 'noun' }]),
      [masdar + AFFIXES.participle[0], { verb, mood: 'participle', followedBy: FROM_IT }],
    ]),
  ]
}

/** A stem that ends in yeh loses it before the plural. */
function joinParticiple(stem: string, ending: string): string {
  const weak = AFFIXES.longEnds.includes(stem.slice(-1)) && AFFIXES.longEnds.includes(ending.charAt(0))
  return (weak ? stem.slice(0, -1) : stem) + ending
}

function pastForms(past: string, verb: Verb): Written[] {
  const defective = AFFIXES.defectiveEnds.includes(past.slice(-1))
  const stem = defective ? past.slice(0, -1) : past
  const endings = defective ? AFFIXES.defective : AFFIXES.past.slice(1)
  const finite = endings.map(
    (ending): Written => [
      stem + ending,
      {
        verb,
        mood: 'past',
        feminine: ending.startsWith(AFFIXES.feminine),
        several: ending !== AFFIXES.feminine,
      },
    ],
  )
  const ours = (defective ? AFFIXES.weDefective : [AFFIXES.we]).map(
    (ending): Written => [stem + ending, { verb, mood: 'we', bare: verb.noun }],
  )
  const bases = defective ? [stem + AFFIXES.defectiveEnds[0]] : [past, past + AFFIXES.feminine]
  const attached = bases.flatMap((base) =>
    AFFIXES.objects.map(
      (object): Written => [base + object, { verb, mood: 'past', pronoun: true, bare: verb.noun }],
    ),
  )
  return [[past, { verb, mood: 'past', bare: verb.noun }], ...finite, ...ours, ...attached]
}

function presentForms(present: string, verb: Verb): Written[] {
  const root = present.slice(1)
  const stem = AFFIXES.longEnds.includes(root.slice(-1)) ? root.slice(0, -1) : root
  const he = AFFIXES.present
  const she = AFFIXES.feminine
  const attached = AFFIXES.objects.flatMap((object): Written[] => [
    [he + root + object, { verb, mood: 'present', pronoun: true }],
    [she + root + object, { verb, mood: 'present', pronoun: true, feminine: true }],
    [AFFIXES.ours + root + object, { verb, mood: 'we', pronoun: true }],
  ])
  return [
    [he + root, { verb, mood: 'present' }],
    [she + root, { verb, mood: 'present', feminine: true }],
    [AFFIXES.ours + root, { verb, mood: 'we' }],
    [he + stem + AFFIXES.plural, { verb, mood: 'present' }],
    [he + root + AFFIXES.dual, { verb, mood: 'present' }],
    [she + root + AFFIXES.dual, { verb, mood: 'present', feminine: true }],
    ...attached,
  ]
}
