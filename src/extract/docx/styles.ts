/** Which lists do the styles of a Word file bring, and which of them hide their text? From `styles.xml`. */
import { type Attributes, type Handlers, readXml } from '../archive/xml.js'
import { type Archive, partNamed } from '../archive/zip.js'
import type { SpaceStyle } from '../white.js'
import type { Style, Tables } from '../word/numbering.js'

/** Styles whose text is not shown, and the space that each leaves; what the file says of all is under ''. */
export type Looks = { hidden: Set<string>; spaces: Map<string, SpaceStyle> }

/** Twentieths of a point. */
const AUTOMATIC = 280
const OFF = new Set(['0', 'false', 'off'])

/** A property without a value is on. */
export function isOn(attributes: Attributes): boolean {
  return !OFF.has(attributes['w:val'] ?? '')
}

/** Fills the styles of `tables`. */
export async function readStyles(archive: Archive, tables: Tables): Promise<Looks> {
  const looks: Looks = { hidden: new Set(), spaces: new Map() }
  await readXml(archive, partNamed(archive, 'styles'), styleReader(tables, looks))
  return looks
}

/** What `w:spacing` and `w:contextualSpacing` say of a paragraph or a style. */
export function setSpace(space: SpaceStyle, name: string, attributes: Attributes): void {
  if (name === 'w:contextualSpacing') space.close = isOn(attributes)
  if (name !== 'w:spacing') return
  space.before = spaceOf(attributes, 'before') ?? space.before
  space.after = spaceOf(attributes, 'after') ?? space.after
}

/** "Auto" is that of a web page. */
function spaceOf(attributes: Attributes, side: 'before' | 'after'): number | undefined {
  const auto = attributes[`w:${side}Autospacing`]
  if (auto !== undefined && !OFF.has(auto)) return AUTOMATIC
  const given = attributes[`w:${side}`]
  return given === undefined ? undefined : Number(given) || 0
}

const PARTS: Record<string, (style: Style, attributes: Attributes) => void> = {
  'w:basedOn': (style, attributes) => Object.assign(style, { basedOn: value(attributes) }),
  'w:numId': (style, attributes) => Object.assign(style, { list: value(attributes) }),
  'w:ilvl': (style, attributes) => Object.assign(style, { level: Number(value(attributes)) }),
}

function styleReader(tables: Tables, { hidden, spaces }: Looks): Handlers {
  let style: Style = {}
  let space: SpaceStyle = {}
  let id = ''
  spaces.set(id, space)
  return {
    start: (name, attributes) => {
      PARTS[name]?.(style, attributes)
      setSpace(space, name, attributes)
      if (name === 'w:basedOn') space.basedOn = value(attributes)
      if (name === 'w:vanish' && id && isOn(attributes)) hidden.add(id)
      if (name !== 'w:style') return
      style = {}
      id = attributes['w:styleId'] ?? ''
      tables.styles.set(id, style)
      space = { basedOn: '' }
      spaces.set(id, space)
      const isDefault = attributes['w:default'] !== undefined && !OFF.has(attributes['w:default'])
      if (isDefault && attributes['w:type'] === 'paragraph') tables.defaultStyle = id
    },
    end: () => undefined,
  }
}

function value(attributes: Attributes): string {
  return attributes['w:val'] ?? ''
}
