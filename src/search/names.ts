/** What is each part of an answer of Elasticsearch called, by those who ask for it and those who read it? */

/** Best paragraphs of a document, in an answer that is grouped by documents. */
export const GROUP = 'best'
/** Counts under everything that is chosen; without a choice they stand at the first level. */
export const ALL = 'all'
export const DOCUMENTS = 'documents'
/** Different texts among the paragraphs. */
export const TEXTS = 'texts'
