/** Locks a PDF with a password, as readers have understood since 1995: PDF 32000-1, 7.6.3, algorithms 1 to 4, RC4 of 40 bits. */
import { createHash } from 'node:crypto'

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')
const IDENTITY = '00112233445566778899aabbccddeeff'
const PERMISSIONS = -44
const KEY_BYTES = 5

/** @param password to open it; empty where only changing is locked @returns the objects and the trailer */
export function lockPdf(objects: string[], password: string): [objects: string[], trailer: string] {
  const owner = rc4(md5(padded('owner')).subarray(0, KEY_BYTES), padded(password))
  const permissions = Buffer.alloc(4)
  permissions.writeInt32LE(PERMISSIONS)
  const key = md5(padded(password), owner, permissions, Buffer.from(IDENTITY, 'hex')).subarray(0, KEY_BYTES)
  const user = rc4(key, PADDING)
  const locked = objects.map((body, at) => lockStream(body, key, at + 1))
  const dictionary = `<< /Filter /Standard /V 1 /R 2 /O <${owner.toString('hex')}> /U <${user.toString('hex')}> /P ${PERMISSIONS} >>`
  return [locked, `/Encrypt ${dictionary} /ID [<${IDENTITY}> <${IDENTITY}>]`]
}

function lockStream(body: string, key: Buffer, number: number): string {
  const [, head, content] = body.match(/^([\s\S]*stream\n)([\s\S]*)\nendstream$/) ?? []
  if (head === undefined || content === undefined) return body
  const place = Buffer.from([number & 255, (number >> 8) & 255, (number >> 16) & 255, 0, 0])
  const own = md5(key, place).subarray(0, KEY_BYTES + 5)
  return `${head}${rc4(own, Buffer.from(content, 'latin1')).toString('latin1')}\nendstream`
}

function padded(password: string): Buffer {
  return Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32)
}

function md5(...parts: Buffer[]): Buffer {
  return createHash('md5').update(Buffer.concat(parts)).digest()
}

function rc4(key: Buffer, input: Buffer): Buffer {
  const box = Uint8Array.from({ length: 256 }, (_, at) => at)
  const swap = (a: number, b: number) => {
    const kept = box[a] as number
    box[a] = box[b] as number
    box[b] = kept
  }
  let other = 0
  for (let at = 0; at < 256; at++) {
    other = (other + (box[at] as number) + (key[at % key.length] as number)) & 255
    swap(at, other)
  }
  let [first, second] = [0, 0]
  return Buffer.from(
    input.map((byte) => {
      first = (first + 1) & 255
      second = (second + (box[first] as number)) & 255
      swap(first, second)
      return byte ^ (box[((box[first] as number) + (box[second] as number)) & 255] as number)
    }),
  )
}
