/** Affine transforms as PDF writes them: [a b c d e f], a point is a row vector on the left. */

export type Matrix = readonly [number, number, number, number, number, number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner
  const [A, B, C, D, E, F] = outer
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F]
}

export function translation(x: number, y: number): Matrix {
  return [1, 0, 0, 1, x, y]
}

/** Reads the six numbers out of whatever pdf.js keeps them in (array, typed array, their copy). */
export function toMatrix(numbers: ArrayLike<number>): Matrix {
  return [0, 1, 2, 3, 4, 5].map((index) => numbers[index] ?? IDENTITY[index]) as unknown as Matrix
}
