/** Which documents count, and what of them is read where many are listed? */
import type { estypes } from '@elastic/elasticsearch'

/** What a list has no use for: whole texts are large. */
export const TEXTS = ['ar', 'en', 'fr', 'signature']
/** What another document is searched in the stead of. */
export const VARIANT: estypes.QueryDslQueryContainer = { exists: { field: 'variantOf' } }
