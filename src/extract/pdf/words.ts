/**
 * Where does one word end on paper? A space glyph ends it, and so does a gap. How wide the gap must
 * be follows from the letters: inside an Arabic word a letter that joins leaves none, one that does
 * not join leaves a little, and a form made to end a word needs hardly any.
 */
import { PRESENTATION_FORMS, TATWEEL } from '../../arabic/characters.js'
import type { Cluster } from './clusters.js'
import { LOST, withSigns } from './marks.js'
import { areRuledApart, isSpace, type Spaces, spacesOfLine } from './spaces.js'

export type Item = { text: string; space: boolean }

/** Gaps that part two words, in sizes. */
const GAP = { spaced: 0.45, bare: 0.17, joined: 0.12, scripts: 0.15 }
/** Share of the narrower one of a space and a letter that both cover. */
const COVERED = 0.5
const LATIN = /\p{Script=Latin}/u
const ARABIC = /\p{Script=Arabic}/u
const ARABIC_LETTER = /^(?!\u0621)(?=\p{L})\p{Script=Arabic}/u
/** Arabic comma, semicolon and question mark: no white stands before them that is not written. */
const ENDS_ARABIC = /^[\u060C\u061B\u061F]$/u
const ALEF = '\u0627'
const LAM_ALEF = '\u0644\u0627'
/** Hamza above or below. */
const HAMZA = /[\u0654\u0655]/u
const LAM_END = /[\u0644\uFEDD-\uFEE0]$/u
const SPACE: Item = { text: ' ', space: true }
const TAB: Item = { text: '\t', space: true }
/** White that parts the cells of a table, in sizes. */
const CELL_GAP = 2
const PRESENTATION = new RegExp(`[${PRESENTATION_FORMS}]`, 'u')
/** Letters that join on their left: every Arabic letter but those that only join to the right. */
const JOINS_ON =
  /^(?![\u0621-\u0625\u0627\u0629\u062F-\u0632\u0648\u0649\u0671-\u0673\u0675-\u0677\u0688-\u0699\u06C0\u06C3-\u06CB\u06CF\u06D2\u06D3\u06D5])\p{Script=Arabic}\p{M}*$/u

/** Where no space has a name, the glyph without one that occurs most is the space: only the gap counts. */
export function withoutNamelessSpaces(clusters: Cluster[]): Cluster[] {
  const counts = new Map<number, number>()
  for (const { text, code } of clusters) if (text === '') counts.set(code, (counts.get(code) ?? 0) + 1)
  const [space, count = 0] = [...counts].sort(([, one], [, two]) => two - one)[0] ?? []
  if (count < clusters.length * 0.05) return clusters
  return clusters.filter(({ text, code }) => text !== '' || code !== space)
}

/** Clusters of one row from the left, with one space item between words and a tab between cells. */
export function itemsOf(clusters: Cluster[], ofPage: Spaces): Item[] {
  const spaces = spacesOfLine(ofPage, clusters)
  const items: Item[] = []
  let left: Cluster | undefined
  let pending = false
  clusters.forEach((cluster, index) => {
    if (isSpace(cluster)) {
      pending ||= !isCovered(cluster, clusters, index)
      return
    }
    if (left && partsCells(left, cluster, spaces)) items.push(TAB)
    else if (left && (pending || partsWords(left, cluster, spaces))) items.push(SPACE)
    items.push({ text: cluster.text || LOST, space: false })
    pending = false
    left = cluster
  })
  return items
}

/**
 * Names the glyphs without a name that can only be one thing: kashidas, lam-alef, and the alef of a lam-alef that is
 * drawn in two parts. @returns rows in which these have their names
 */
export function withNamesGuessed<R extends { clusters: Cluster[] }>(rows: R[]): R[] {
  const guess = guesser(rows)
  const name = (cluster: Cluster) => {
    if (!isNameless(cluster)) return cluster
    const letter = guess(cluster)
    return { ...cluster, text: withSigns(letter || cluster.text.slice(0, LOST.length), signsOn(cluster)) }
  }
  return rows.map((row) => ({ ...row, clusters: row.clusters.map(name) }))
}

/** It may have marks that are named. */
function isNameless({ text }: Cluster): boolean {
  return text === '' || text.startsWith(LOST)
}

function signsOn({ text }: Cluster): string {
  return text.slice(LOST.length)
}

/**
 * A glyph without a name stretches where it stands doubled, or where its font uses such glyphs only
 * between letters that join. Where they stand elsewhere, the font leaves out the names of letters too;
 * one that follows nothing but lams is their alef, one that bears a hamza after the alef with which a word begins is lam-alef.
 */
function guesser(rows: { clusters: Cluster[] }[]): (cluster: Cluster) => string {
  const [doubled, stretching, losing] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const [lams, others, lamAlefs] = [new Set<string>(), new Set<string>(), new Set<string>()]
  for (const { clusters } of rows) {
    clusters.forEach((cluster, index) => {
      if (!isNameless(cluster)) return
      const [id, next] = [idOf(cluster), clusters[index + 1]]
      if (next && isNameless(next) && idOf(next) === id) doubled.add(id)
      ;(isBetweenJoined(clusters, index) ? stretching : losing).add(cluster.font)
      ;(LAM_END.test(next?.text ?? '') ? lams : others).add(id)
      if (HAMZA.test(signsOn(cluster)) && next?.text === ALEF && isFirst(clusters, index + 1))
        lamAlefs.add(id)
    })
  }
  return (cluster) => {
    const [id, { font }] = [idOf(cluster), cluster]
    if (lamAlefs.has(id)) return LAM_ALEF
    if (doubled.has(id) || (stretching.has(font) && !losing.has(font))) return TATWEEL
    return lams.has(id) && !others.has(id) ? ALEF : ''
  }
}

/** Of its word, in a line that is read from the right. */
function isFirst(clusters: Cluster[], index: number): boolean {
  const [own, before] = [clusters[index], clusters[index + 1]]
  return !own || !before || isSpace(before) || before.x0 - own.x1 > GAP.bare * own.size
}

function idOf({ font, code }: Cluster): string {
  return `${font} ${code}`
}

function isBetweenJoined(clusters: Cluster[], index: number): boolean {
  const left = clusters.slice(0, index).findLast((cluster) => !isNameless(cluster))
  const right = clusters.slice(index).find((cluster) => !isNameless(cluster))
  return ARABIC_LETTER.test(left?.text ?? '') && JOINS_ON.test(right?.text ?? '')
}

function partsCells(left: Cluster, right: Cluster, spaces: Spaces): boolean {
  return right.x0 - left.x1 > CELL_GAP * right.size || areRuledApart(left, right, spaces)
}

/** A space drawn over the letter at the end of a line (what is left of a line break) parts nothing. */
function isCovered({ x0, x1 }: Cluster, clusters: Cluster[], index: number): boolean {
  const beyond = [clusters.slice(0, index), clusters.slice(index + 1)].find(({ length }) => length === 1)?.[0]
  if (!beyond) return false
  const narrower = Math.min(x1 - x0, beyond.x1 - beyond.x0)
  return Math.min(x1, beyond.x1) - Math.max(x0, beyond.x0) > COVERED * narrower
}

/** Does the white between these neighbours part two words? */
export function partsWords(left: Cluster, right: Cluster, spaces: Spaces): boolean {
  const gap = (right.x0 - left.x1) / Math.max(left.size, right.size)
  if (ENDS_ARABIC.test(left.text) && ARABIC.test(right.text)) return false
  if (ARABIC.test(left.text) && LATIN.test(right.text)) return gap > GAP.scripts
  if (LATIN.test(left.text) && ARABIC.test(right.text)) return gap > GAP.scripts
  if (spaces.written) return gap > GAP.spaced
  if (spaces.gap !== undefined) return gap > spaces.gap
  return gap > (JOINS_ON.test(right.text) && !PRESENTATION.test(right.text) ? GAP.joined : GAP.bare)
}
