import { expect, test } from 'vitest'
import { createVanishing } from '../../../src/intake/inbox/vanish.js'

const HOUR = 3_600_000

function places(from: number, to: number) {
  return Array.from({ length: to - from }, (_, at) => ({ root: '/inbox', path: `${from + at}.txt` }))
}

/** @returns number of places that are withdrawn when, after each wait, `gone` of `known` places are missing */
function judge(looks: [wait: number, gone: number, known: number, writing?: boolean][]): number[] {
  let clock = 0
  const vanishing = createVanishing(() => clock)
  return looks.map(([wait, gone, known, writing = false]) => {
    clock += wait
    return vanishing.judge(places(0, gone), known, writing).length
  })
}

test('a file that is gone is withdrawn after a moment, one that comes back is not', () => {
  expect(
    judge([
      [0, 1, 1],
      [2000, 1, 1],
      [1000, 1, 1],
    ]),
  ).toEqual([0, 0, 1])
  expect(
    judge([
      [0, 1, 5],
      [2000, 0, 5],
      [2000, 1, 5],
    ]),
  ).toEqual([0, 0, 0])
})

test('while files are being written, the place they came from stays longer, but not for ever', () => {
  expect(
    judge([
      [0, 1, 5, true],
      [10_000, 1, 5, true],
      [50_000, 1, 5, true],
    ]),
  ).toEqual([0, 0, 1])
})

test('a folder that looks empty, or lost most of its files, is believed after an hour', () => {
  expect(
    judge([
      [0, 2, 2],
      [60_000, 2, 2],
      [HOUR, 2, 2],
    ]),
  ).toEqual([0, 0, 2])
  expect(
    judge([
      [0, 11, 20],
      [HOUR - 1, 11, 20],
      [1, 11, 20],
    ]),
  ).toEqual([0, 0, 11])
  expect(
    judge([
      [0, 10, 20],
      [3000, 10, 20],
    ]),
  ).toEqual([0, 10])
  expect(
    judge([
      [0, 3, 4],
      [3000, 3, 4],
    ]),
  ).toEqual([0, 3])
})

test('a disk that comes back before the hour starts anew when it goes again', () => {
  expect(
    judge([
      [0, 20, 20],
      [HOUR - 1, 0, 20],
      [1, 20, 20],
    ]),
  ).toEqual([0, 0, 0])
})
