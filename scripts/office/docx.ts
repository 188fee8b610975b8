/** Writes a Word file as Word does: its list numbers are typed, or automatic, so that they stand nowhere in the text. */
import { type Item, type List, planOf, type Typed } from './plan.js'
import { type Part, writeZip } from './zip.js'

export type Numbers = 'typed' | 'automatic'
/** White between paragraphs is an empty paragraph, or space that their style leaves. */
export type White = 'empty' | 'space'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SPACE = '<w:spacing w:after="200"/>'

/** @param lines a line of the text is a paragraph of the file */
export function docxOf(lines: string[], numbers: Numbers, white: White = 'empty'): Buffer {
  const plan = planOf(lines)
  const body = plan.lines.map((line, at) => {
    if (line.kind === 'blank' && white === 'space') return ''
    const spaced = white === 'space' && plan.lines[at + 1]?.kind === 'blank'
    return paragraph(line, numbers, plan.rightToLeft, spaced ? SPACE : '')
  })
  const styles = part(
    'styles',
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>',
  )
  return packDocx(body.join(''), numbering(numbers === 'typed' ? [] : plan.lists), {
    'word/styles.xml': styles,
  })
}

/** @param body what stands inside `w:body`; @param lists `word/numbering.xml`; @param parts further ones, by their names */
export function packDocx(body: string, lists = numbering([]), parts: Record<string, string> = {}): Buffer {
  const word: Record<string, string> = {
    'word/document.xml': part('document', `<w:body>${body}<w:sectPr/></w:body>`),
    'word/numbering.xml': lists,
    ...parts,
  }
  const entries: Part[] = [
    { name: '[Content_Types].xml', content: contentTypes(Object.keys(word)) },
    { name: '_rels/.rels', content: relations([['officeDocument', 'word/document.xml']]) },
    {
      name: 'word/_rels/document.xml.rels',
      content: relations(
        Object.keys(word)
          .slice(1)
          .map((name) => [kindOf(name), name.replace('word/', '')]),
      ),
    },
    ...Object.entries(word).map(([name, content]) => ({ name, content })),
  ]
  return writeZip(entries)
}

/** A part of the file; @param name its element, such as `document` */
export function part(name: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${name} xmlns:w="${W}" xmlns:r="${RELATIONS}">${content}</w:${name}>`
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/** Properties in the order that the format wants them in. */
function paragraph(
  { kind, text, item }: Typed,
  numbers: Numbers,
  rightToLeft: boolean,
  space: string,
): string {
  const counted = numbers === 'automatic' ? item : undefined
  const properties = [
    kind === 'heading' ? '<w:pStyle w:val="Heading1"/>' : '',
    counted ? listed(counted) : '',
    rightToLeft ? '<w:bidi/>' : '',
    space,
    kind === 'centred' ? '<w:jc w:val="center"/>' : '',
  ]
  const shown = escapeXml(counted ? counted.text : text)
  const run =
    shown &&
    `<w:r>${rightToLeft ? '<w:rPr><w:rtl/></w:rPr>' : ''}<w:t xml:space="preserve">${shown}</w:t></w:r>`
  return `<w:p><w:pPr>${properties.join('')}</w:pPr>${run}</w:p>`
}

function listed({ list, level }: Item): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list + 1}"/></w:numPr>`
}

/** Each list has a form of its own, and so counts from one. */
function numbering(lists: List[]): string {
  const level = (numeral: string, pattern: string, at: number) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${numeral}"/><w:lvlText w:val="${pattern}"/></w:lvl>`
  const forms = lists.map(
    ({ numeral, patterns }, at) =>
      `<w:abstractNum w:abstractNumId="${at + 1}">${patterns.map((pattern, depth) => level(numeral, pattern, depth)).join('')}</w:abstractNum>`,
  )
  const nums = lists.map((_, at) => `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${at + 1}"/></w:num>`)
  return part('numbering', [...forms, ...nums].join(''))
}

function kindOf(name: string): string {
  return name.replace(/^word\/|\.xml$/g, '')
}

function contentTypes(names: string[]): string {
  const overrides = names.map((name) => {
    const kind = name === 'word/document.xml' ? 'document.main' : kindOf(name)
    return `<Override PartName="/${name}" ContentType="${TYPES}.${kind}+xml"/>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
}

function relations(targets: [kind: string, target: string][]): string {
  const list = targets.map(
    ([kind, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${kind}" Target="${target}"/>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`
}
