/** Writes a text in each format that needs no other program. */
import { pagesOf, pdfOf, streamOf } from '../hostile/pdfs.js'
import { docxOf } from '../office/docx.js'
import { writeZip } from '../office/zip.js'
import type { Text } from './texts.js'

const NUMBERED = /^\d+\. /

/** The ending of the name, and how the text is written. PDF has Latin letters only. */
export const FORMATS: Record<string, (text: Text) => Buffer> = {
  txt: ({ lines }) => Buffer.from(lines.join('\n')),
  docx: ({ lines }) => docxOf(lines, 'automatic'),
  html: toHtml,
  rtf: toRtf,
  odt: toOdt,
  pdf: toPdf,
}

function toHtml({ lines, language }: Text): Buffer {
  const body = lines.filter(Boolean).map((line) => `<p>${escapeMarkup(line)}</p>`)
  return Buffer.from(
    `<!doctype html><html lang="${language}"><meta charset="utf-8"><body>${body.join('\n')}</body></html>`,
  )
}

function toRtf({ lines }: Text): Buffer {
  const escaped = lines.map((line) => line.replace(/[\\{}]/g, '\\$&').replace(/[^\x20-\x7e]/gu, asNumbers))
  return Buffer.from(`{\\rtf1\\ansi\\uc0 ${escaped.map((line) => `${line}\\par\n`).join('')}}`)
}

function asNumbers(letter: string): string {
  return [...letter].map((unit) => `\\u${(unit.charCodeAt(0) << 16) >> 16} `).join('')
}

function toOdt({ lines }: Text): Buffer {
  const body = lines.map((line) => {
    const paragraph = `<text:p>${escapeMarkup(line.replace(NUMBERED, ''))}</text:p>`
    if (!NUMBERED.test(line)) return paragraph
    const list = `text:style-name="L" text:continue-numbering="${!line.startsWith('1. ')}"`
    return `<text:list ${list}><text:list-item>${paragraph}</text:list-item></text:list>`
  })
  const level = '<text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/>'
  const content = `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><office:automatic-styles><text:list-style style:name="L">${level}</text:list-style></office:automatic-styles><office:body><office:text>${body.join('')}</office:text></office:body></office:document-content>`
  return writeZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true },
    { name: 'content.xml', content },
  ])
}

function toPdf({ lines }: Text): Buffer {
  const [objects, shown] = [pagesOf(1), lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`)]
  objects[4] = streamOf(`BT /F1 10 Tf 13 TL 60 800 Td ${shown.join(' ')} ET`)
  return pdfOf(objects)
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
