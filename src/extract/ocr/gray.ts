/** A gray picture, and how it is turned. */

/** One byte for each pixel, row by row from the top, 255 for white. */
export type Gray = { data: Uint8Array; width: number; height: number }

const WHITE = 255

/** @returns the picture in the same frame, turned so that a line that falls by so many degrees to the right is level */
export function turned(picture: Gray, degrees: number): Gray {
  if (degrees === 0) return picture
  const { data, width, height } = picture
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  const result = new Uint8Array(data.length).fill(WHITE)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [right, down] = [x - width / 2, y - height / 2]
      result[y * width + x] = between(
        picture,
        right * cos - down * sin + width / 2,
        right * sin + down * cos + height / 2,
      )
    }
  }
  return { data: result, width, height }
}

/** The mean of the four pixels around a point, each by how near it is. */
function between({ data, width, height }: Gray, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return WHITE
  const at = top * width + left
  const [right, down] = [x - left, y - top]
  const above = (data[at] as number) * (1 - right) + (data[at + 1] as number) * right
  const below = (data[at + width] as number) * (1 - right) + (data[at + width + 1] as number) * right
  return Math.round(above * (1 - down) + below * down)
}

export function halfTurned({ data, width, height }: Gray): Gray {
  return { data: data.toReversed(), width, height }
}

/** @returns the picture turned by a quarter clockwise */
export function quarterTurned({ data, width, height }: Gray): Gray {
  const result = new Uint8Array(data.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) result[x * height + height - 1 - y] = data[y * width + x] as number
  return { data: result, width: height, height: width }
}
