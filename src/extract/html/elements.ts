/** What is an element of a page good for? Told by its name, its role and the names that its author gave it. */

export type Attributes = Record<string, string>

const HIDDEN = new Set(
  'head script style del noscript noframes template svg math iframe object canvas audio video nav aside footer label legend button select textarea datalist dialog menu'.split(
    ' ',
  ),
)
const HIDDEN_ROLES = new Set([
  'navigation',
  'banner',
  'complementary',
  'search',
  'contentinfo',
  'menu',
  'dialog',
  'doc-backlink',
])
export const BLOCKS = new Set(
  'address article blockquote body caption center dd details div dl dt fieldset figcaption figure form frameset h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
/** Browsers leave space around them. */
export const PARAGRAPHS = new Set('p h1 h2 h3 h4 h5 h6 blockquote ol ul dl pre table figure hr'.split(' '))
export const HEADING = /^h[1-6]$/
export const VOID = new Set(
  'area base br col embed frame hr img input link meta param source track wbr'.split(' '),
)
const BOX = /float\s*:\s*(?:left|right)|display\s*:\s*(?:block|inline-block)/i
const UNSEEN = /display\s*:\s*none|visibility\s*:\s*hidden/i
/** Where the mark of a note leads, in pages of Word, LibreOffice, Markdown and Wikipedia. */
const NOTE_MARK = /#(?:_?(?:ftn|edn)\d|sd(?:foot|end)note\d+sym|fn:?\d|cite_note)/
/** What authors call the parts around a text: `site-footer`, `related-articles`; not `has-sidebar`, which speaks of the page. */
const ASIDE =
  /^(?!(?:has|with|no|is|without)[-_])(?:[a-z0-9]+[-_])*(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|footer|copyrights?|share|sharing|social|related|comments?|respond|cookies?|consent|newsletter|subscribe|advert|ads?|popup|modal|pagination|pager|skip|toolbar)(?:[-_](?:area|list|bar|box|wrap|wrapper|container|links?|articles?|posts?|news|media|icons?|consent|notice|banner|menu|section|widget|items?|buttons?|blocks?|content|row|inner))*$/i

export function isHidden(name: string, attributes: Attributes): boolean {
  return (
    HIDDEN.has(name) ||
    HIDDEN_ROLES.has(attributes.role ?? '') ||
    attributes.hidden !== undefined ||
    attributes['aria-hidden'] === 'true' ||
    UNSEEN.test(attributes.style ?? '') ||
    (name === 'a' && NOTE_MARK.test(attributes.href ?? ''))
  )
}

/** It stands beside the text around it, as the number of an item does that a word processor wrote. */
export function isBox({ style = '' }: Attributes): boolean {
  return BOX.test(style)
}

export function isMain(name: string, attributes: Attributes): boolean {
  return (
    name === 'main' ||
    name === 'article' ||
    attributes.role === 'main' ||
    attributes.itemprop === 'articleBody'
  )
}

/** By its name it stands beside the text, or as a running head (LibreOffice). */
export function isAside(name: string, attributes: Attributes): boolean {
  if (name === 'body' || name === 'html') return false
  if (attributes.title === 'header' || attributes.title === 'footer') return true
  return `${attributes.class ?? ''} ${attributes.id ?? ''}`.split(/\s+/).some((word) => ASIDE.test(word))
}

/** To the first page of a site: such a link is a menu by itself. */
const HOME = /^(?:https?:\/\/[^/]+)?\/?(?:(?:index|default|home)\.\w+)?(?:[?#].*)?$/i

export function isHome({ href = '' }: Attributes): boolean {
  return href !== '' && HOME.test(href)
}

/** It leads to another page. */
export function isLink(name: string, { href = '' }: Attributes): boolean {
  return name === 'a' && href !== '' && !href.startsWith('#')
}
