/**
 * Writes the texts of `samples/` from the larger set of documents that lies beside the repository
 * (`../shared`). The texts are committed; run this only to make them anew. What each one is, and
 * which lines of it are ours: `samples/README.md`.
 */

import { existsSync } from 'node:fs'
import { copyFile, readFile, writeFile } from 'node:fs/promises'

const SOURCE = new URL('../../shared/', import.meta.url)
const SAMPLES = new URL('../samples/', import.meta.url)
const LANGUAGES = ['ar', 'en', 'fr'] as const
type Language = (typeof LANGUAGES)[number]

const WORDS = {
  organisation: { ar: 'الأمم المتحدة', en: 'United Nations', fr: 'Nations Unies' },
  council: { ar: 'مجلس الأمن', en: 'Security Council', fr: 'Conseil de sécurité' },
  assembly: { ar: 'الجمعية العامة', en: 'General Assembly', fr: 'Assemblée générale' },
  session: { ar: 'الدورة التاسعة والستون', en: 'Sixty-ninth session', fr: 'Soixante-neuvième session' },
  resolution: { ar: 'القرار', en: 'Resolution', fr: 'Résolution' },
  excerpts: { ar: '(مقتطفات)', en: '(Excerpts)', fr: '(Extraits)' },
} as const

/** Lines above the Universal Declaration. Only the Arabic source prints how it was adopted. */
const ADOPTED = {
  ar: '',
  en: 'Adopted by General Assembly resolution 217 A (III) of 10 December 1948.',
  fr: 'Adoptée par la résolution 217 A (III) de l’Assemblée générale du 10 décembre 1948.',
} as const

/** Number and day of adoption of the resolutions of the Security Council. */
const COUNCIL: [number: number, date: Record<Language, string>][] = [
  [2201, { ar: '15 شباط/فبراير 2015', en: '15 February 2015', fr: '15 février 2015' }],
  [2203, { ar: '18 شباط/فبراير 2015', en: '18 February 2015', fr: '18 février 2015' }],
  [2204, { ar: '24 شباط/فبراير 2015', en: '24 February 2015', fr: '24 février 2015' }],
  [2206, { ar: '3 آذار/مارس 2015', en: '3 March 2015', fr: '3 mars 2015' }],
  [2208, { ar: '5 آذار/مارس 2015', en: '5 March 2015', fr: '5 mars 2015' }],
  [2209, { ar: '6 آذار/مارس 2015', en: '6 March 2015', fr: '6 mars 2015' }],
]
/** Numbers of the resolutions of the sixty-ninth session of the General Assembly. */
const ASSEMBLY = [166, 170]

if (existsSync(SOURCE)) await makeAll()
else console.log('Nothing to do: there is no ../shared beside this repository; samples/ stays as it is.')

async function makeAll(): Promise<void> {
  await copyFile(
    new URL('seed/oic-ex-com-2016-fc.ar.txt', SOURCE),
    new URL('oic-ex-com-2016-fc.ar.txt', SAMPLES),
  )
  for (const language of LANGUAGES) {
    await write(`un-udhr-1948.${language}.txt`, await declaration(language))
    for (const [number, date] of COUNCIL) {
      await write(
        `un-s-res-${number}-2015.${language}.txt`,
        await councilText(number, date[language], language),
      )
    }
    for (const number of ASSEMBLY) {
      await write(`un-a-res-69-${number}.${language}.txt`, await assemblyText(number, language))
    }
  }
}

async function councilText(number: number, date: string, language: Language): Promise<string> {
  const title = `${WORDS.resolution[language]} ${number} (2015)`
  const cover = [WORDS.organisation[language], `S/RES/${number} (2015)`, WORDS.council[language], title, date]
  return excerpts(cover, `s-res-${number}-2015`, language, title)
}

async function assemblyText(number: number, language: Language): Promise<string> {
  const title = `${WORDS.resolution[language]} 69/${number}`
  const session = [WORDS.assembly[language], WORDS.session[language]]
  const cover = [WORDS.organisation[language], `A/RES/69/${number}`, ...session, title]
  return excerpts(cover, `a-res-69-${number}`, language, title)
}

/** One sentence to a paragraph under the cover; a sentence that only repeats the title is left out. */
async function excerpts(cover: string[], name: string, language: Language, title: string): Promise<string> {
  const path = `documents/un-parallel/unpc_2015-${name}_${language}.txt`
  const sentences = (await readFile(new URL(path, SOURCE), 'utf8')).split('\n').filter((line) => line.trim())
  const body = sentences.filter((sentence) => sentence !== title)
  return [...cover, WORDS.excerpts[language], ...body].join('\n\n')
}

async function declaration(language: Language): Promise<string> {
  const xml = await readFile(new URL(`documents/un_ga-res-217a-udhr-1948_${language}.xml`, SOURCE), 'utf8')
  let item = 0
  const lines = [...xml.matchAll(/<orderedlist>|<(title|para)>([^<]*)<|<listitem>/g)].flatMap((match) => {
    if (match[0] === '<orderedlist>') item = 0
    if (match[0] === '<listitem>') item += 1
    if (!match[1]) return []
    if (match[1] === 'title') item = 0
    return [`${item > 0 ? `${item}. ` : ''}${match[2]?.trim()}`]
  })
  const [title = '', ...rest] = lines
  return [WORDS.organisation[language], title, ADOPTED[language], ...rest].filter(Boolean).join('\n\n')
}

async function write(name: string, text: string): Promise<void> {
  await writeFile(new URL(name, SAMPLES), `${text}\n`)
}
