/** The same paragraphs as HTML, flat OpenDocument, TeX and Typst, each with its own layout commands. */
import { markCalls } from './extras.js'
import type { PdfSpec } from './spec.js'

export function html(spec: PdfSpec): string {
  const head = spec.head
    ? `@top-center{content:"${spec.head}"} @bottom-center{content:"- " counter(page) " -"}`
    : ''
  return `<!doctype html><html lang="${spec.language}" dir="${direction(spec)}"><meta charset="utf-8"><style>
@page { size: A4; margin: 2.2cm; ${head} }
body { font: 13pt '${spec.font}'; line-height: 1.6; text-align: ${spec.justify ? 'justify' : 'start'}; column-count: ${spec.columns}; column-gap: 1cm }
p { margin: 0 0 .6em } td { padding: 0 1.5em } .note { float: footnote; font-size: 9pt }
</style>${spec.paragraphs.map((text) => `<p>${markCalls(escapeXml(text), spec.extras, htmlNote)}</p>`).join('\n')}${htmlTable(spec)}</html>`
}

function htmlNote(_number: string, note: string): string {
  return `<span class="note">${note}</span>`
}

function htmlTable({ extras }: PdfSpec): string {
  const rows = extras?.rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
  return rows ? `<table>${rows.join('')}</table>` : ''
}

export function flatOpenDocument(spec: PdfSpec): string {
  const rtl = spec.language === 'ar'
  const header = spec.head
    ? `<style:header><text:p>${spec.head}</text:p></style:header><style:footer><text:p>- <text:page-number/> -</text:p></style:footer>`
    : ''
  const columns = `<style:columns fo:column-count="${spec.columns}" fo:column-gap="1cm"/>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'${spec.font}'"/></office:font-face-decls>
<office:styles><style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:text-align="${spec.justify ? 'justify' : 'start'}" style:writing-mode="${rtl ? 'rl-tb' : 'lr-tb'}" fo:margin-bottom="0.2cm"/><style:text-properties style:font-name="F" style:font-name-complex="F" fo:font-size="13pt" style:font-size-complex="13pt" style:language-complex="ar" style:country-complex="SA"/></style:style><style:style style:name="N" style:family="paragraph" style:parent-style-name="P"><style:text-properties fo:font-size="9pt" style:font-size-complex="9pt"/></style:style></office:styles>
<office:automatic-styles><style:page-layout style:name="L"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.2cm" style:writing-mode="${rtl ? 'rl-tb' : 'lr-tb'}">${columns}</style:page-layout-properties><style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L">${header}</style:master-page></office:master-styles>
<office:body><office:text>${spec.paragraphs.map((text) => `<text:p text:style-name="P">${markCalls(escapeXml(text), spec.extras, openNote)}</text:p>`).join('\n')}${openTable(spec)}</office:text></office:body></office:document>`
}

function openNote(number: string, note: string): string {
  return `<text:note text:note-class="footnote"><text:note-citation>${number}</text:note-citation><text:note-body><text:p text:style-name="N">${note}</text:p></text:note-body></text:note>`
}

function openTable({ extras }: PdfSpec): string {
  const rows = extras?.rows.map(
    (row) =>
      `<table:table-row>${row.map((cell) => `<table:table-cell><text:p text:style-name="P">${cell}</text:p></table:table-cell>`).join('')}</table:table-row>`,
  )
  const width = extras?.rows[0]?.length
  return rows
    ? `<table:table table:name="T"><table:table-column table:number-columns-repeated="${width}"/>${rows.join('')}</table:table>`
    : ''
}

export function tex(spec: PdfSpec): string {
  const arabic = spec.language === 'ar'
  const body = spec.paragraphs.map((text) => `\\noindent ${latinRuns(escapeTex(text), arabic)}\\par\\medskip`)
  const columns = spec.columns === 2
  return `\\documentclass[12pt,a4paper]{article}
\\usepackage[margin=2.2cm]{geometry}\\usepackage{multicol}\\usepackage{fontspec}\\usepackage{fancyhdr}
\\pagestyle{fancy}\\fancyhf{}\\renewcommand{\\headrulewidth}{0pt}${spec.head ? `\\fancyhead[C]{${arabic ? `\\LRE{${spec.head}}` : spec.head}}\\fancyfoot[C]{- \\thepage\\ -}` : ''}
${arabic ? `\\usepackage{bidi}\\setmainfont[Script=Arabic]{${spec.font}}\\newfontfamily\\latin{DejaVu Sans}\\setRTL\\RTLmulticolcolumns` : `\\setmainfont{${spec.font}}`}
${spec.justify ? '' : '\\raggedright'}
\\begin{document}${columns ? '\\begin{multicols}{2}' : ''}
${body.join('\n\n')}
${columns ? '\\end{multicols}' : ''}\\end{document}`
}

/** TeX does not run the bidirectional algorithm: what reads from the left must be said. */
function latinRuns(text: string, arabic: boolean): string {
  if (!arabic) return text
  return text.replace(
    /[\p{Script=Latin}0-9](?:(?:[\p{Script=Latin}0-9/.,@-]| (?=\/?[\p{Script=Latin}0-9]*\p{Script=Latin}|\/))*[\p{Script=Latin}0-9])?/gu,
    (run) => (/[A-Za-z]/.test(run) ? `\\LRE{\\latin ${run}}` : `\\LRE{${run}}`),
  )
}

export function typst(spec: PdfSpec): string {
  const furniture = spec.head
    ? `header: align(center)[${escapeTypst(spec.head)}], footer: context align(center)[\\- #counter(page).display() \\-],`
    : ''
  return `#set page(paper: "a4", margin: 2.2cm, columns: ${spec.columns}, ${furniture})
#set text(font: "${spec.font}", size: 13pt, lang: "${spec.language}", dir: ${direction(spec)}, fallback: true)
#set smartquote(enabled: false)
#set par(justify: ${spec.justify})
${spec.paragraphs.map((text) => typstParagraph(text, spec)).join('\n\n')}
${typstTable(spec)}
`
}

function typstParagraph(text: string, { extras }: PdfSpec): string {
  const call = extras && /\[\d\]$/.exec(text)?.[0]
  const own = escapeTypst(call ? text.slice(0, -call.length) : text)
  return call ? own + markCalls(call, extras, (_, note) => `#footnote[${escapeTypst(note)}]`) : own
}

function typstTable({ extras }: PdfSpec): string {
  const cells = extras?.rows.flat().map((cell) => `[${escapeTypst(cell)}]`)
  return cells ? `#table(columns: ${extras?.rows[0]?.length}, ${cells.join(', ')})` : ''
}

function direction(spec: PdfSpec): 'rtl' | 'ltr' {
  return spec.language === 'ar' ? 'rtl' : 'ltr'
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function escapeTex(text: string): string {
  return text.replace(/[&%$#_{}]/g, (sign) => `\\${sign}`).replaceAll('"', '\\textquotedbl{}')
}

function escapeTypst(text: string): string {
  return text.replace(/[\\#*_`$<>@/[\]=~.+-]/g, (sign) => `\\${sign}`)
}
