/** How long do answers take? The same search, told on after each question with its name, outcome and time. */
import { BayanError } from '../errors.js'
import type { Search } from './search.js'

/** @param tell gets the name of the question, `ok` or the code of its error, and seconds */
export function measured(
  search: Search,
  tell: (question: string, outcome: string, seconds: number) => void,
): Search {
  const timed =
    <A extends unknown[], T>(name: string, ask: (...asked: A) => Promise<T>) =>
    async (...asked: A): Promise<T> => {
      const begun = performance.now()
      const end = (outcome: string) => tell(name, outcome, (performance.now() - begun) / 1000)
      try {
        const answer = await ask(...asked)
        end('ok')
        return answer
      } catch (error) {
        end(error instanceof BayanError ? error.code : 'INTERNAL')
        throw error
      }
    }
  return {
    ...search,
    search: timed('search', search.search),
    documents: timed('documents', search.documents),
    document: timed('document', search.document),
    paragraph: timed('paragraph', search.paragraph),
    resolve: timed('resolve', search.resolve),
    facet: timed('facet', search.facet),
    suggest: timed('suggest', search.suggest),
    explain: timed('explain', search.explain),
    similar: timed('similar', search.similar),
  }
}
