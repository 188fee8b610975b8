/** Writes a Word file as Word does: its list numbers are typed, or automatic, so that they stand nowhere in the text. */
import { type Part, writeZip } from './zip.js'

export type Numbers = 'typed' | 'automatic'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const NUMBERED = /^(\d+)\. /

/** @param lines a line of the text is a paragraph of the file; `1. ` before it is its number */
export function docxOf(lines: string[], numbers: Numbers, rightToLeft: boolean): Buffer {
  const lists = { count: 0, next: 1 }
  const paragraphs = lines.map((line) => {
    const number = Number(line.match(NUMBERED)?.[1])
    if (numbers === 'typed' || !number) return paragraph(line, '', rightToLeft)
    if (number === 1) lists.count += 1
    return paragraph(line.replace(NUMBERED, ''), listed(lists.count), rightToLeft)
  })
  return packDocx(paragraphs.join(''), numbering(lists.count))
}

/** @param body what stands inside `w:body`; @param lists `word/numbering.xml`; @param parts further ones, by their names */
export function packDocx(body: string, lists = numbering(0), parts: Record<string, string> = {}): Buffer {
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

function paragraph(text: string, properties: string, rightToLeft: boolean): string {
  const [bidi, rtl] = rightToLeft ? ['<w:bidi/>', '<w:rPr><w:rtl/></w:rPr>'] : ['', '']
  const run = text && `<w:r>${rtl}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`
  return `<w:p><w:pPr>${properties}${bidi}</w:pPr>${run}</w:p>`
}

function listed(list: number): string {
  return `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`
}

/** Each list has a form of its own, and so counts from one. */
function numbering(lists: number): string {
  const level =
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
  const each = (build: (list: number) => string) =>
    Array.from({ length: lists }, (_, at) => build(at + 1)).join('')
  const forms = each((list) => `<w:abstractNum w:abstractNumId="${list}">${level}</w:abstractNum>`)
  const nums = each((list) => `<w:num w:numId="${list}"><w:abstractNumId w:val="${list}"/></w:num>`)
  return part('numbering', forms + nums)
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
