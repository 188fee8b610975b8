/** Communiqués that differ in day and content: each is a document of its own, whatever format it is written in. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Text = { language: 'ar' | 'en'; lines: string[] }

const SAMPLE = join(import.meta.dirname, '../../samples/oic-ex-com-2016-fc.ar.txt')
const FIRST_YEAR = 1950
const YEARS = 70
const VERBS = ['reaffirmed', 'recalled', 'condemned', 'welcomed', 'commended', 'urged the parties to respect']

/** @param number of the text, from 0; @param revision changes what it says, not what it is */
export function textOf(number: number, language: Text['language'], revision: number): Text {
  const [day, year] = [1 + Math.floor(number / YEARS), FIRST_YEAR + (number % YEARS)]
  return {
    language,
    lines: language === 'ar' ? arabic(day, year, revision) : english(day, year, number, revision),
  }
}

/** The sample on another day, with fewer paragraphs in each revision. */
function arabic(day: number, year: number, revision: number): string[] {
  const text = readFileSync(SAMPLE, 'utf8')
    .replace(/\b22\b/g, String(day))
    .replace(/\b2016\b/g, String(year))
  const lines = text.split('\n')
  return lines.slice(0, lines.length - 3 * revision)
}

function english(day: number, year: number, number: number, revision: number): string[] {
  const count = 5 + (number % 20) + revision
  const paragraphs = Array.from({ length: count }, (_, at) => {
    const verb = VERBS[(number + at) % VERBS.length]
    return `${at + 1}. The Meeting ${verb} decision ${number}/${at + 1}, taken by the Committee in the year ${year - at - revision}.`
  })
  return [
    'ORGANISATION OF ISLAMIC COOPERATION',
    '',
    'FINAL COMMUNIQUE',
    'OF THE EMERGENCY MEETING OF THE EXECUTIVE COMMITTEE',
    `JEDDAH, ${day} DECEMBER ${year}`,
    '',
    ...paragraphs.flatMap((paragraph) => [paragraph, '']),
  ]
}
