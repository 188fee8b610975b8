/** Which contents of one key are variants of which: a function of the set alone. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { signatureOf } from '../../src/arabic/likeness.js'
import { type Member, placesOf } from '../../src/index/variants.js'

const TEXTS = [
  'The Meeting reaffirmed its full support for the just struggle of the Palestinian people.',
  'La Réunion a exprimé sa profonde préoccupation devant la situation humanitaire au Sahel.',
  'Economic cooperation among Member States was reviewed in the light of the ten-year programme.',
]

function member(id: string, text: string, more: Partial<Member> = {}): Member {
  return {
    id,
    key: 'oic-cfm-40-res-pal-1.en',
    baseKey: 'oic-cfm-40-res-pal-1.en',
    signature: signatureOf(text),
    textHash: `${id}0000000000000000`.slice(0, 16),
    legibility: 1,
    format: 'txt',
    ...more,
  }
}

const [one = '', two = ''] = TEXTS

describe('the place of a content', () => {
  test('nearly the same text is a variant, and has the key of the one that is searched', () => {
    const places = placesOf([member('b', `${one} `), member('a', one.replace('full', 'fuII'))])
    expect(places.get('a')).toEqual({ key: 'oic-cfm-40-res-pal-1.en' })
    expect(places.get('b')).toEqual({ key: 'oic-cfm-40-res-pal-1.en', variantOf: 'a' })
  })

  test('another text under the same key stays apart, and its key tells which text it is', () => {
    const places = placesOf([member('a', one), member('b', two)])
    expect(places.get('a')).toEqual({ key: 'oic-cfm-40-res-pal-1.en' })
    expect(places.get('b')).toEqual({ key: 'oic-cfm-40-res-pal-1-b0000000.en' })
  })

  test('legibility comes before format, format before id', () => {
    const leader = (...members: Member[]) => [...placesOf(members)].find(([, place]) => !place.variantOf)?.[0]
    expect(leader(member('a', one, { legibility: 0.7 }), member('b', one, { format: 'pdf' }))).toBe('b')
    expect(leader(member('a', one, { format: 'pdf' }), member('b', one, { format: 'docx' }))).toBe('b')
    expect(leader(member('b', one), member('a', one))).toBe('a')
    expect(leader(member('b', one, { legibility: 0.991 }), member('a', one, { legibility: 0.99 }))).toBe('a')
  })
})

test('no order of arrival changes a place', () => {
  const members = fc.uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[0-9a-f]{8}$/),
      text: fc.constantFrom(...TEXTS),
      legibility: fc.constantFrom(0.4, 0.9, 1),
      format: fc.constantFrom('txt' as const, 'pdf' as const),
    }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 8 },
  )
  fc.assert(
    fc.property(members, fc.infiniteStream(fc.nat()), (some, order) => {
      const group = some.map(({ id, text, ...more }) => member(id, text, more))
      const shuffled = group
        .map((one) => ({ one, at: order.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one)
      const places = placesOf(group)
      expect(new Map([...placesOf(shuffled)].sort())).toEqual(new Map([...places].sort()))
      // One leader for each text, and no two of them share a key.
      const leaders = [...places.values()].filter(({ variantOf }) => !variantOf)
      expect(leaders.length).toBe(new Set(some.map(({ text }) => text)).size)
      expect(new Set(leaders.map(({ key }) => key)).size).toBe(leaders.length)
    }),
  )
})
