/** Which groups, control words, bytes and texts does an RTF file consist of? (Rich Text Format Specification 1.9.1) */

export type Handlers = {
  open(): void
  close(): void
  word(name: string, value: number | undefined): void
  /** Bytes of text in the code page of the moment, ASCII most of the time. */
  bytes(from: number, to: number): void
  byte(value: number): void
}

const [BRACE_OPEN, BRACE_CLOSE, BACKSLASH, APOSTROPHE, MINUS, BLANK] = [0x7b, 0x7d, 0x5c, 0x27, 0x2d, 0x20]
const [CARRIAGE_RETURN, LINE_FEED] = [0x0d, 0x0a]
/** Control words are no longer, the specification says 32. */
const LONGEST_WORD = 40

/** @param onSlice called now and then, to look whether to go on */
export function readTokens(file: Uint8Array, handlers: Handlers, onSlice: () => void): void {
  let [at, slice] = [0, 0]
  while (at < file.length) {
    if (at >= slice) {
      onSlice()
      slice = at + 0x10000
    }
    const byte = file[at] as number
    if (byte === BRACE_OPEN || byte === BRACE_CLOSE) {
      if (byte === BRACE_OPEN) handlers.open()
      else handlers.close()
      at += 1
    } else if (byte === BACKSLASH) at = control(file, at + 1, handlers)
    else if (byte === CARRIAGE_RETURN || byte === LINE_FEED) at += 1
    else at = text(file, at, handlers)
  }
}

function text(file: Uint8Array, from: number, handlers: Handlers): number {
  let at = from + 1
  for (; at < file.length; at++) {
    const byte = file[at] as number
    if (byte === BACKSLASH || byte === BRACE_OPEN || byte === BRACE_CLOSE) break
    if (byte === CARRIAGE_RETURN || byte === LINE_FEED) break
  }
  handlers.bytes(from, at)
  return at
}

/** @param at behind the backslash @returns where the next token begins */
function control(file: Uint8Array, at: number, handlers: Handlers): number {
  const byte = file[at]
  if (byte === undefined) return at
  if (byte === APOSTROPHE) {
    const value = Number.parseInt(String.fromCharCode(file[at + 1] ?? 0, file[at + 2] ?? 0), 16)
    if (Number.isNaN(value)) return at + 1
    handlers.byte(value)
    return at + 3
  }
  if (!isLetter(byte)) {
    handlers.word(String.fromCharCode(byte), undefined)
    return at + 1
  }
  return word(file, at, handlers)
}

function word(file: Uint8Array, from: number, handlers: Handlers): number {
  let at = from
  while (at - from < LONGEST_WORD && isLetter(file[at])) at += 1
  const name = Buffer.from(file.subarray(from, at)).toString('latin1')
  const start = at
  if (file[at] === MINUS && isDigit(file[at + 1])) at += 1
  while (at - start < LONGEST_WORD && isDigit(file[at])) at += 1
  const value = at > start ? Number(Buffer.from(file.subarray(start, at)).toString('latin1')) : undefined
  if (file[at] === BLANK) at += 1
  if (name === 'bin') return at + Math.max(value ?? 0, 0)
  handlers.word(name, value)
  return at
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a))
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39
}
