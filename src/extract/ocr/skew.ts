/** How does the paper lie? Lines of text and the white between them alternate: along no other direction does ink so sharply. */
import { type Gray, quarterTurned, turned } from './gray.js'

const INK = 128
const MOST_DEGREES = 15
/** Less does no harm, and turning makes letters less sharp. */
const LEAST_DEGREES = 0.3
/** Degrees between those that are tried: around each other, then around the best. */
const STEP = 0.5
const FINE_STEP = 0.1
/** Dots of ink tell as much as all of them. */
const MOST_DOTS = 12_000
/** Pixels of a line's height that are taken together. */
const BIN = 2

/** @returns the picture with its lines level: upright, or on its head */
export function straightened(picture: Gray): Gray {
  const dots = dotsOf(picture)
  if (dots.length === 0) return picture
  const asItLies = sharpest(dots)
  const quarter = sharpest(dots.map(([x, y]) => [picture.height - y, x]))
  return quarter.sharpness > asItLies.sharpness
    ? levelled(quarterTurned(picture), quarter)
    : levelled(picture, asItLies)
}

function levelled(picture: Gray, { degrees }: Direction): Gray {
  return Math.abs(degrees) < LEAST_DEGREES ? picture : turned(picture, degrees)
}

type Dot = [x: number, y: number]
/** `degrees`: by which the lines rise to the right. */
type Direction = { degrees: number; sharpness: number }

function dotsOf({ data, width }: Gray): Dot[] {
  const dots: Dot[] = []
  for (let at = 0; at < data.length; at++)
    if ((data[at] as number) < INK) dots.push([at % width, Math.floor(at / width)])
  const every = Math.ceil(dots.length / MOST_DOTS)
  return dots.filter((_, at) => at % every === 0)
}

function sharpest(dots: Dot[]): Direction {
  const about = best(dots, 0, MOST_DEGREES, STEP)
  return best(dots, about.degrees, STEP, FINE_STEP)
}

function best(dots: Dot[], centre: number, around: number, step: number): Direction {
  const steps = Math.round(around / step)
  const tried = Array.from({ length: 2 * steps + 1 }, (_, at) => {
    const degrees = centre + (at - steps) * step
    return { degrees, sharpness: sharpness(dots, degrees) }
  })
  return tried.reduce((one, two) => (two.sharpness > one.sharpness ? two : one))
}

/** Sum of the squared differences of the ink in neighbouring lines of pixels, when the picture is turned so. */
function sharpness(dots: Dot[], degrees: number): number {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  const ink = new Map<number, number>()
  for (const [x, y] of dots) {
    const line = Math.floor((y * cos - x * sin) / BIN)
    ink.set(line, (ink.get(line) ?? 0) + 1)
  }
  let sum = 0
  for (const [line, count] of ink) {
    sum += (count - (ink.get(line - 1) ?? 0)) ** 2
    if (!ink.has(line + 1)) sum += count ** 2
  }
  return sum
}
