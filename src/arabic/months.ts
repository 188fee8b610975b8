/** How the months of both calendars are called. Those of the Hijra have hundreds of spellings in Latin letters, made from their parts. */
import calendar from '../reference/calendar.json' with { type: 'json' }

export type Month = { n: number; hijri: boolean }

export function monthNames(): (readonly [name: string, month: Month])[] {
  return [
    ...calendar.months.flatMap((month) => named(month, false)),
    ...calendar.hijriMonths.flatMap((month) => [
      ...named(month, true),
      ...month.latin.flatMap(spellings).map((name) => [name, { n: month.n, hijri: true }] as const),
    ]),
  ]
}

type Names = { n: number; ar: string[]; en: string[]; fr: string[] }

function named({ n, ar, en, fr }: Names, hijri: boolean): (readonly [string, Month])[] {
  return [...ar, ...en, ...fr].map((name) => [name, { n, hijri }] as const)
}

/** "rabi|rabii al|ul| awwal|awal": each word in any of its spellings, one of which may be none at all. */
function spellings(pattern: string): string[] {
  return pattern
    .split(' ')
    .reduce((names, word) => names.flatMap((name) => word.split('|').map((one) => `${name} ${one}`)), [''])
}
