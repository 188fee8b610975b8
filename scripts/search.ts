/** `bayan search WORDS…`: ask from the terminal. The same question, checked and answered as on the page. */
import { styleText } from 'node:util'
import { type Command, Option } from 'commander'
import { createElastic } from '../src/elastic/client.js'
import { BayanError } from '../src/errors.js'
import { indexNames } from '../src/fields.js'
import type { Answer, Hit } from '../src/search/answer.js'
import { SearchParameters } from '../src/search/parameters.js'
import { type RawQuestion, readQuestion } from '../src/search/request.js'
import { createSearch } from '../src/search/search.js'
import { say, withEngines } from './command.js'

type Options = RawQuestion & { json?: boolean }

/** Adds the command to the program, with an option for each parameter of a question. */
export function searchCommand(program: Command): void {
  const command = program
    .command('search')
    .argument('[words...]', 'words and "quoted phrases"; none lists everything')
    .description('Search the paragraphs and print them with their words marked.')
    .option('--json', 'print JSON, as GET /api/search answers')
    // A word that is unwanted looks like an option.
    .allowUnknownOption()
  for (const [name, schema] of Object.entries(SearchParameters.properties)) {
    if (name !== 'q') command.addOption(optionOf(name, schema as Schema))
  }
  command.action(search)
}

async function search(words: string[], { json, ...filters }: Options): Promise<void> {
  const option = words.find((word) => word.startsWith('--'))
  if (option)
    throw new BayanError('USAGE', {
      reason: `There is no option ${option}; "bayan search --help" lists them.`,
    })
  // What is said around the answer is in the language of the command line, unless another was asked for.
  const question = readQuestion({ lang: json ? undefined : 'en', ...filters, q: words.join(' ') })
  const answer = await withEngines(async ({ elasticsearchUrl }, { prefix }) => {
    const client = createElastic(elasticsearchUrl)
    return createSearch({ client, names: indexNames(prefix) })
      .search(question)
      .finally(() => client.close())
  })
  if (json) return console.log(JSON.stringify(answer, null, 2))
  print(answer)
}

type Schema = { type?: string; description?: string }

function optionOf(name: string, { type, description }: Schema): Option {
  const option = new Option(`--${name} <value>`, description)
  if (type !== 'array') return option
  return option.argParser((value: string, before: string[] = []) => [...before, value])
}

function print({ query, total, hits, page, suggestion }: Answer): void {
  for (const note of query.notes) say(note)
  if (suggestion) say(`Did you mean: ${suggestion}`)
  if (query.jump) say(`This is the symbol of ${query.jump}`)
  for (const hit of hits) console.log(`${head(hit)}\n${marked(hit)}\n`)
  const pages = page.last > 1 ? ` · ${page.number}/${page.last}` : ''
  say(`${total.paragraphs} paragraphs in ${total.documents} documents${pages}`)
}

function head({ paragraph, document, permalink }: Hit): string {
  const parts = [paragraph.label, document.title, document.symbol, document.date, permalink]
  return styleText('dim', parts.filter(Boolean).join(' · '))
}

/** Colour where there is a terminal, brackets where marks would be lost otherwise. */
function marked({ segments }: Hit): string {
  const mark = (text: string) => (process.stdout.isTTY ? styleText(['bold', 'yellow'], text) : `[${text}]`)
  return segments.map(({ text, hit }) => (hit ? mark(text) : text)).join('')
}
