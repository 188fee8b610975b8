/** Texts and pages that are too long, too deep, in a strange encoding, or something else than their name says. */
import type { Hostile } from './hostile.js'

const MEGABYTE = 1024 * 1024
const ARABIC =
  '1. \u0623\u0643\u062F \u0627\u0644\u0627\u062C\u062A\u0645\u0627\u0639 \u0642\u0631\u0627\u0631\u0647.\n'
const ENGLISH = '1. The Meeting reaffirmed its decision.\n'

export const TEXTS: Hostile[] = [
  { name: 'empty.txt', bytes: () => Buffer.alloc(0), expected: ['FILE_EMPTY'] },
  { name: 'blank.txt', bytes: () => Buffer.from(' \n\t\f\u00A0\r\n'.repeat(1000)), expected: ['FILE_EMPTY'] },
  { name: 'utf-16.txt', bytes: () => Buffer.from(ARABIC.repeat(50), 'utf16le'), expected: ['read'] },
  {
    name: 'not-utf-8.txt',
    bytes: () =>
      Buffer.concat([Buffer.from(ARABIC.repeat(50)), Buffer.from([0xff, 0xc3, 0x28]), Buffer.from(ARABIC)]),
    expected: ['read'],
  },
  {
    name: 'zero-bytes.txt',
    bytes: () => Buffer.from(`${ENGLISH.repeat(50)}\0`.repeat(3)),
    expected: ['read'],
  },
  {
    name: 'noise.txt',
    bytes: () => Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)),
    expected: ['FILE_BINARY'],
  },
  {
    name: 'one-line.txt',
    bytes: () => Buffer.alloc(50 * MEGABYTE, 'a long line '),
    expected: ['EXTRACT_OUTPUT_TOO_LARGE'],
  },
  {
    name: 'two-megabytes-on-a-line.txt',
    bytes: () => Buffer.alloc(2 * MEGABYTE, 'The Meeting decided. '),
    expected: ['read'],
    large: true,
  },
  {
    name: 'program.pdf',
    bytes: () => Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(2000)]),
    expected: ['FORMAT_UNKNOWN'],
  },
  { name: 'page.docx', bytes: () => Buffer.from(`<!doctype html><p>${ENGLISH}</p>`), expected: ['read'] },
  {
    name: 'picture.txt',
    bytes: () => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(200, 9)]),
    expected: ['FILE_DAMAGED'],
  },
  {
    name: 'deep.html',
    bytes: () => Buffer.from(`<html>${'<div>'.repeat(100_000)}text`),
    expected: ['MARKUP_TOO_DEEP'],
  },
  {
    name: 'deep.rtf',
    bytes: () => Buffer.from(`{\\rtf1 ${'{'.repeat(100_000)}text`),
    expected: ['MARKUP_TOO_DEEP'],
  },
  {
    name: 'huge-attribute.html',
    bytes: () =>
      Buffer.concat([
        Buffer.from('<p title="'),
        Buffer.alloc(20 * MEGABYTE, 'a'),
        Buffer.from(`">${ENGLISH}</p>`),
      ]),
    expected: ['read'],
  },
  {
    name: 'script.html',
    bytes: () => Buffer.from(`<script>while (true) fetch('http://lost.example')</script><p>${ENGLISH}</p>`),
    expected: ['read'],
  },
]
