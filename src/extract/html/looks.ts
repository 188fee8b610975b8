/** How do the styles of a page show an element? From its own style, its class and its name, as far as the text needs it. */
import { twentieths } from '../lengths.js'
import { LEAST_WHITE, type Space } from '../white.js'
import { type Attributes, PARAGRAPHS } from './elements.js'

type Style = Space & { marker?: string }
export type Look = {
  /** White stands above it, and below. */
  above: boolean
  below: boolean
  /** What stands before the items of a list, in the words of CSS. */
  marker?: string
}
export type Looks = {
  /** @param css what stands in an element `style` */
  add(css: string): void
  of(name: string, attributes: Attributes): Look
}

const SELECTOR = /^(?:\*|[a-z][a-z0-9]*)?(?:\.[\w-]+)?$/i
const COMMENT_SIGNS = /<!--|-->/g
const MARGIN = /(?:^|[;\s])margin(-top|-bottom)?\s*:\s*([^;!]+)/gi
const MARKER = /list-style(?:-type)?\s*:[^;]*?([a-z-]+)\s*(?:;|$)/i

export function createLooks(): Looks {
  const rules = new Map<string, Style>()
  return {
    add: (css) => {
      for (const [selectors, style] of rulesOf(css)) {
        for (const selector of selectors.split(',').map((one) => one.trim()))
          if (SELECTOR.test(selector)) rules.set(selector, { ...rules.get(selector), ...styleOf(style) })
      }
    },
    of: (name, attributes) => {
      const classes = (attributes.class ?? '').split(/\s+/).filter(Boolean)
      const selectors = [
        '*',
        name,
        ...classes.map((one) => `.${one}`),
        ...classes.map((one) => `${name}.${one}`),
      ]
      const found = selectors.map((selector) => rules.get(selector))
      const { before, after, marker } = Object.assign({}, ...found, styleOf(attributes.style ?? '')) as Style
      // Word processors name one side only and mean that the other has none.
      const usual = PARAGRAPHS.has(name) && before === undefined && after === undefined ? LEAST_WHITE : 0
      return { above: (before ?? usual) >= LEAST_WHITE, below: (after ?? usual) >= LEAST_WHITE, marker }
    },
  }
}

/** Those that hold everywhere; what stands inside of another rule (`@media print`) is for other papers. */
function rulesOf(css: string): [selectors: string, style: string][] {
  const [first = '', ...others] = css.replace(COMMENT_SIGNS, '').split('/*')
  const written = [first, ...others.map((part) => part.split('*/').slice(1).join('*/'))].join('')
  let depth = 0
  return written.split('}').flatMap((piece): [string, string][] => {
    const [selectors = '', style = '', ...inner] = piece.split('{')
    const isRule = depth === 0 && inner.length === 0
    depth = Math.max(0, depth + piece.split('{').length - 2)
    return isRule ? [[selectors.split(';').at(-1) ?? '', style]] : []
  })
}

/** `margin` has one to four lengths, from the top clockwise. */
function styleOf(css: string): Style {
  const style: Style = {}
  for (const [, side = '', value = ''] of css.matchAll(MARGIN)) {
    const lengths = value.trim().split(/\s+/).map(twentieths)
    const [before, after] = [lengths[0], lengths[2] ?? lengths[0]]
    if (side !== '-bottom' && before !== undefined) style.before = before
    if (side === '-bottom' && before !== undefined) style.after = before
    if (side === '' && after !== undefined) style.after = after
  }
  const marker = MARKER.exec(css)?.[1]?.toLowerCase()
  return marker === undefined ? style : { ...style, marker }
}
