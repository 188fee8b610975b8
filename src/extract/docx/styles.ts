/** Which lists do the styles of a Word file bring, and which of them hide their text? From `styles.xml`. */
import { type Attributes, type Handlers, readXml } from '../archive/xml.js'
import { type Archive, partNamed } from '../archive/zip.js'
import type { Style, Tables } from '../word/numbering.js'

const OFF = new Set(['0', 'false', 'off'])

/** A property without a value is on. */
export function isOn(attributes: Attributes): boolean {
  return !OFF.has(attributes['w:val'] ?? '')
}

/** Fills the styles of `tables`. @returns those whose text is not shown */
export async function readStyles(archive: Archive, tables: Tables): Promise<Set<string>> {
  const hidden = new Set<string>()
  await readXml(archive, partNamed(archive, 'styles'), styleReader(tables, hidden))
  return hidden
}

const PARTS: Record<string, (style: Style, attributes: Attributes) => void> = {
  'w:basedOn': (style, attributes) => Object.assign(style, { basedOn: value(attributes) }),
  'w:numId': (style, attributes) => Object.assign(style, { list: value(attributes) }),
  'w:ilvl': (style, attributes) => Object.assign(style, { level: Number(value(attributes)) }),
}

function styleReader(tables: Tables, hidden: Set<string>): Handlers {
  let style: Style = {}
  let id = ''
  return {
    start: (name, attributes) => {
      PARTS[name]?.(style, attributes)
      if (name === 'w:vanish' && id && isOn(attributes)) hidden.add(id)
      if (name !== 'w:style') return
      style = {}
      id = attributes['w:styleId'] ?? ''
      tables.styles.set(id, style)
      const isDefault = attributes['w:default'] !== undefined && !OFF.has(attributes['w:default'])
      if (isDefault && attributes['w:type'] === 'paragraph') tables.defaultStyle = id
    },
    end: () => undefined,
  }
}

function value(attributes: Attributes): string {
  return attributes['w:val'] ?? ''
}
