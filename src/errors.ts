/**
 * Every error that Bayan can give: its code, what it says, whether trying again can help,
 * and the HTTP status it has on the wire. `docs/errors.md` is held to this list by a test.
 */

type ErrorRule = { sentence: string; retryable: boolean; status: number }

/** Words in braces are filled from the details of the error. */
export const ERRORS = {
  // files
  FILE_MISSING: rule('There is no file at {path}; check the path.', 404),
  FILE_UNREADABLE: rule('{path} cannot be read: {reason}.', 400),
  FILE_IS_FOLDER: rule('{path} is a folder; name a file, or use "bayan ingest" for a folder.', 400),
  FILE_NOT_REGULAR: rule(
    '{path} is not an ordinary file (a device, pipe or socket); it was left alone.',
    400,
  ),
  FILE_EMPTY: rule('{path} holds no text; nothing was indexed.', 400),
  FILE_TOO_LARGE: rule(
    '{path} is {bytes} bytes long, the limit is {limit}; split it or raise BAYAN_MAX_FILE_BYTES.',
    413,
  ),
  FILE_BINARY: rule('{path} is not text in a known encoding; convert it to UTF-8 text.', 400),
  FORMAT_UNKNOWN: rule(
    '{path} is of a kind that Bayan cannot read ({kind}); save it as PDF, DOCX or text and add that.',
    400,
  ),
  FILE_CHANGED: retry('{path} changed while it was read; it will be read again.', 409),
  FILE_DAMAGED: rule(
    'The file is damaged or cut short ({reason}); get it again from where it came from.',
    400,
  ),
  PAGE_OF_FRAMES: rule(
    'The page only shows other pages in its frames; save the frame that holds the text and add that.',
    400,
  ),
  FILE_NO_TEXT_LAYER: rule(
    'The file holds pictures of pages, and no text was read off them; run a text recognition (OCR) over it and add the result.',
    400,
  ),
  PDF_ENCRYPTED: rule('The PDF is locked by a password; save a copy without the password and add that.', 400),
  PDF_TOO_LONG: rule(
    'The PDF has {pages} pages, more than the {most} that one document may have; split it.',
    422,
  ),
  FILE_LOCKED: rule('The file is locked by a password; save a copy without the password and add that.', 400),
  ARCHIVE_BOMB: rule(
    'The file unpacks to more than {limit} ({what}), which no real document does; it was not read.',
    400,
  ),
  MARKUP_TOO_DEEP: rule('The file nests its elements more than {limit} deep; it was not read.', 400),
  EXTRACT_TIMEOUT: rule(
    'Reading the file took longer than {seconds} s and was stopped; split it or raise BAYAN_EXTRACT_SECONDS.',
    422,
  ),
  EXTRACT_MEMORY: rule(
    'Reading the file needed more than {megabytes} MB and was stopped; split it or raise BAYAN_EXTRACT_MEGABYTES.',
    422,
  ),
  EXTRACT_CRASHED: rule('The reader of this file ended unexpectedly ({reason}); the file was not read.', 422),
  EXTRACT_OUTPUT_TOO_LARGE: rule(
    'The file holds more than {bytes} bytes of text, which is more than one document has; split it.',
    422,
  ),
  READER_START_FAILED: retry(
    'The process that reads files did not start ({reason}); the file waits until a worker can start it.',
    503,
  ),
  FILE_OUTSIDE: rule('{path} is a link that leads out of the folder; it was left alone.', 400),
  FILE_POISONOUS: rule(
    '{path} was given up: its worker ended {times} times while working on it; look at the log, then use "bayan retry".',
    500,
  ),
  FILE_IN_FOLDER: rule('{path} lies in a folder that is watched or was ingested; remove it there.', 409),
  UPLOAD_MISSING: rule(
    'The request holds no file; send one or more as multipart/form-data, or the bytes as the body with "?name=".',
    400,
  ),
  UPLOAD_BROKEN: retry('{path} did not arrive whole; send it again.', 400),
  FILE_NAME_TAKEN: rule(
    '{path} has the name of another file there, only its letters are composed otherwise; rename one of them.',
    409,
  ),
  FOLDER_EMPTIED: rule(
    '{gone} of {known} files of {path} are gone at once, as if a disk were not there; they stay in the index. Use "bayan ingest {path} --force" to withdraw them.',
    409,
  ),
  FOLDER_EMPTY: rule('{path} holds no files; there is nothing to ingest.', 400),
  BYTES_MISSING: rule(
    'The bytes of {sha256} are not in the content store; ingest the file again where it lies.',
    500,
  ),
  STORE_UNWRITABLE: retry(
    'Nothing can be written into {path}: {reason}. A watched folder is then read by itself; anything else has to be ingested or sent again.',
    503,
  ),
  PAGES_NOT_RECOGNISED: rule(
    'Of this scan some is missing ({pages}): reading it off the pictures failed or took too long. Raise BAYAN_OCR_PAGES, BAYAN_OCR_SECONDS and BAYAN_EXTRACT_SECONDS, then use "bayan retry".',
    200,
  ),
  TEXT_SUSPECT: rule('The text looks damaged ({reason}); it was indexed, compare it with the original.', 200),
  // questions
  QUERY_INVALID: rule('{reason}', 400),
  QUERY_TOO_LONG: rule('The question is {length} characters long; the limit is {limit}. Shorten it.', 400),
  QUERY_TIMEOUT: retry(
    'The question took longer than {seconds} seconds; use fewer words, narrow it, or ask again later.',
    503,
  ),
  NOT_FOUND: rule('{what} is not here; check the address or search for it.', 404),
  // access
  KEY_REFUSED: rule(
    'This needs a valid key; send it as "Authorization: Bearer KEY", or sign in at /sign-in with a browser.',
    401,
  ),
  SCOPE_MISSING: rule('Your key may not do this; it needs one with the scope {scope}.', 403),
  ORIGIN_FOREIGN: rule('The request comes from a page of {origin}, which may not change anything here.', 403),
  RATE_LIMITED: retry('Too many requests; try again in {seconds} seconds.', 429),
  OVERLOADED: retry('Too many requests are under way; try again in a few seconds.', 503),
  KEY_UNKNOWN: rule('There is no key with the id {id}; "bayan keys list" shows them.', 404),
  ACCESS_UNDECIDED: rule(
    'At {host} everybody could read and write; make a key with "bayan keys create", or say BAYAN_ACCESS=open.',
    403,
  ),
  ROUTE_WITHOUT_SCOPE: rule('The route {route} does not say which scope it needs.', 500),
  // engines
  ENGINES_MISSING: rule(
    'No way to run the engines was found: {reason} Run "bayan doctor" to see what to do.',
    503,
  ),
  ENGINE_START_FAILED: rule('{engine} did not start: {reason}', 503),
  ELASTICSEARCH_AWAY: retry(
    'Elasticsearch at {url} does not answer ({reason}); start it, work goes on by itself when it is back.',
    503,
  ),
  ELASTICSEARCH_REFUSED: rule(
    'Elasticsearch at {url} refuses us ({reason}); check the name and the password in ELASTICSEARCH_URL.',
    503,
  ),
  REDIS_AWAY: retry(
    'Redis at {url} does not answer ({reason}); start it, work goes on by itself when it is back.',
    503,
  ),
  WORKERS_MISSING: retry(
    'No worker is there to take work ({waiting} files wait); start one with "bayan work" or "bayan start".',
    503,
  ),
  WORK_OLD: retry(
    'The oldest work has waited for {minutes} minutes; look at the log of the workers, or start more of them.',
    503,
  ),
  INDEX_MISSING: rule('The index {index} does not exist; "bayan start" creates it.', 503),
  INDEX_REFUSED: rule('Elasticsearch refused {id}: {reason}', 500),
  REINDEX_LOSES: rule(
    '{index} would lack {missing} of {entries} entries ({reason}); nothing was changed. Use --force to go on all the same.',
    409,
  ),
  ROLLBACK_MISSING: rule('No earlier index of {alias} was kept; there is nothing to go back to.', 409),
  ID_TOO_LONG: rule('The id {id} is longer than {limit} bytes or not ASCII.', 500),
  ABORTED: retry('The work was stopped before it ended; it will be done again.', 503),
  // settings and commands
  SETTING_INVALID: rule('The setting {name} is wrong: {reason}.', 500),
  USAGE: rule('{reason}', 400),
  INTERNAL: rule('Something went wrong inside Bayan; the log says more under id {id}.', 500),
} as const satisfies Record<string, ErrorRule>

/** What the operating system says by the codes of its errors, and what helps. */
const SYSTEM: Record<string, string> = {
  EACCES: 'permission is denied, so give Bayan the right to it',
  EPERM: 'permission is denied, so give Bayan the right to it',
  ELOOP: 'its link leads back to itself',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports an error',
  ENOSPC: 'the disk is full, so make room',
  EDQUOT: 'the quota of the disk is used up, so make room',
  EROFS: 'the disk can only be read',
}

/** @returns the reason in words, where there are any for it */
export function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  return SYSTEM[code ?? ''] ?? code ?? message
}

export type ErrorCode = keyof typeof ERRORS

export class BayanError extends Error {
  readonly code: ErrorCode
  readonly details: Record<string, unknown>

  /** @param details fills the words in braces of the sentence of `code` */
  constructor(code: ErrorCode, details: Record<string, unknown> = {}, cause?: unknown) {
    super(sentence(code, details), { cause })
    this.name = 'BayanError'
    this.code = code
    this.details = details
  }

  get retryable(): boolean {
    return ERRORS[this.code].retryable
  }

  get status(): number {
    return ERRORS[this.code].status
  }
}

function sentence(code: ErrorCode, details: Record<string, unknown>): string {
  return ERRORS[code].sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? '?'))
}

function rule(sentence: string, status: number): ErrorRule {
  return { sentence, status, retryable: false }
}

function retry(sentence: string, status: number): ErrorRule {
  return { sentence, status, retryable: true }
}
