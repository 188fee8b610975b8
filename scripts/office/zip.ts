/** Writes a ZIP archive, honest or not: what an entry says of its size can be a lie. */
import { crc32, deflateRawSync } from 'node:zlib'

export type Part = {
  name: string
  content: string | Buffer
  /** Not compressed. */
  stored?: boolean
  /** Size that is declared instead of the true one. */
  claimed?: number
}

export function writeZip(parts: Part[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const { local, entry } = pack(part, at)
    locals.push(local)
    central.push(entry)
    at += local.length
  }
  const directory = Buffer.concat(central)
  return Buffer.concat([...locals, directory, endOf(parts.length, directory.length, at)])
}

function pack(
  { name, content, stored = false, claimed }: Part,
  at: number,
): { local: Buffer; entry: Buffer } {
  const bytes = Buffer.from(content)
  const packed = stored ? bytes : deflateRawSync(bytes)
  const path = Buffer.from(name)
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(0x0800, 2) // names are UTF-8
  common.writeUInt16LE(stored ? 0 : 8, 4)
  common.writeUInt16LE(0x21, 8) // 1 January 1980
  common.writeUInt32LE(crc32(bytes), 10)
  common.writeUInt32LE(packed.length, 14)
  common.writeUInt32LE(claimed ?? bytes.length, 18)
  common.writeUInt16LE(path.length, 22)
  const place = Buffer.alloc(14)
  place.writeUInt32LE(at, 10)
  const entry = [Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, path]
  return {
    local: Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, path, packed]),
    entry: Buffer.concat(entry),
  }
}

function endOf(count: number, size: number, at: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(Math.min(count, 0xffff), 8)
  end.writeUInt16LE(Math.min(count, 0xffff), 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return end
}
