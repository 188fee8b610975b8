/** A text as a web page: as Word saves it, and as the editor of a site prints it. */
import { numeral } from '../../src/extract/numerals.js'
import { type Item, type Plan, planOf, type Typed } from './plan.js'

/** Word breaks the lines of its markup where they reach this width. */
const SOURCE_WIDTH = 70
const CSS: Record<string, string> = {
  hindiNumbers: 'arabic-indic',
  lowerLetter: 'lower-alpha',
  upperRoman: 'upper-roman',
}
const HTML_PATTERN = '%1.'

/** With its number as text that only Word is told to ignore, and white as paragraphs with a blank. */
export function wordPage(lines: string[]): string {
  const { lines: typed, lists, rightToLeft } = planOf(lines)
  const dir = rightToLeft ? ' dir=RTL' : ''
  const body = typed.map(({ kind, text, item }) => {
    if (kind === 'blank') return `<p class=MsoNormal${dir}><o:p>&nbsp;</o:p></p>`
    const [style, shown] = item
      ? ['MsoListParagraph', ignored(printed(item, lists)) + span(item.text)]
      : ['MsoNormal', span(text)]
    if (kind === 'heading') return `<h1${dir}>${shown}</h1>`
    return `<p class=${style}${dir} style='${kind === 'centred' ? 'text-align:center' : 'text-align:justify'}'>${shown}<o:p></o:p></p>`
  })
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office">

<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<style>
<!--
 p.MsoNormal {margin:0cm;margin-bottom:.0001pt;}
-->
</style>
</head>

<body lang=EN-GB style='tab-interval:36.0pt'>

<div class=WordSection1${dir}>

${body.join('\n\n')}

</div>

</body>

</html>
`
}

/** Blocks between blank lines are paragraphs, lines in them are broken; lists that a page can count are lists. */
export function sitePage(lines: string[]): string {
  const plan = planOf(lines)
  const title = plan.lines.find(({ kind }) => kind !== 'blank')?.text ?? ''
  return `<!doctype html><html lang="${plan.rightToLeft ? 'ar' : 'en'}" dir="${plan.rightToLeft ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<style>body { font: 13pt serif; max-width: 40em } .centred { text-align: center } @media print { header, footer { display: none } }</style></head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/about">About us</a></li></ul></nav></header>
<main><article>
${blocksOf(plan.lines)
  .map((block) => blockOf(block, plan))
  .join('\n')}
</article></main>
<footer><p>Copyright <a href="/terms">Terms</a></p></footer></body></html>`
}

/** Lines that stand together, but for headings and items of a list. */
function blocksOf(lines: Typed[]): Typed[][] {
  const blocks: Typed[][] = [[]]
  for (const line of lines) {
    const last = blocks.at(-1)?.at(-1)
    if (line.kind === 'blank') blocks.push([])
    else if (last && likeness(last) === likeness(line)) blocks.at(-1)?.push(line)
    else blocks.push([line])
  }
  return blocks.filter(({ length }) => length > 0)
}

function likeness({ kind, item }: Typed): string {
  return item ? `${item.list} ${item.level}` : kind === 'heading' ? kind : ''
}

function blockOf(block: Typed[], { lists }: Plan): string {
  const [first] = block
  const html = block.map(({ text }) => escapeHtml(text)).join('<br>\n')
  if (first?.kind === 'heading') return `<h3>${html}</h3>`
  const list = lists[first?.item?.list ?? -1]
  if (!list || !first?.item) return `<p${first?.kind === 'centred' ? ' class="centred"' : ''}>${html}</p>`
  const items = block.map(({ item }) => `<li>${escapeHtml(item?.text ?? '')}</li>`).join('\n')
  if (list.numeral === 'bullet') return `<ul>\n${items}\n</ul>`
  if (list.patterns[first.item.level] !== HTML_PATTERN || /^arabicA/.test(list.numeral))
    return `<p>${html}</p>`
  return `<ol start="${first.item.values[0]}" style="list-style-type: ${CSS[list.numeral] ?? 'decimal'}">\n${items}\n</ol>`
}

/** The mark as a list prints it. */
function printed({ list, level, values }: Item, lists: Plan['lists']): string {
  const { numeral: name = 'decimal', patterns = [] } = lists[list] ?? {}
  if (name === 'bullet') return '\u00B7'
  return (patterns[level] ?? '').replace(/%(\d)/g, (_, digit) =>
    numeral(name, values[Number(digit) - 1] ?? 0),
  )
}

function ignored(mark: string): string {
  return `<![if !supportLists]><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;\n</span></span><![endif]>`
}

function span(text: string): string {
  const words = escapeHtml(text).split(' ')
  let width = 0
  const wrapped = words.map((word) => {
    width += word.length + 1
    if (width < SOURCE_WIDTH) return `${word} `
    width = 0
    return `${word}\n`
  })
  return `<span lang=AR-SA style='font-family:"Times New Roman"'>${wrapped.join('').trimEnd()}</span>`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
