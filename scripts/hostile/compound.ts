/** Writes a compound file (OLE, [MS-CFB]) of a few streams, each of 4096 bytes or more: the container of .doc and of locked files. */

const SECTOR = 512
const [FREE, CHAIN_END, TABLE_SECTOR] = [0xffffffff, 0xfffffffe, 0xfffffffd]

/** Sector 0 is the table, sector 1 the folder (three streams at most), the streams follow. */
export function compoundFile(streams: Record<string, Buffer>): Buffer {
  const table = Buffer.alloc(SECTOR, 0xff)
  table.writeUInt32LE(TABLE_SECTOR, 0)
  table.writeUInt32LE(CHAIN_END, 4)
  const entries = [entry('Root Entry', 5, CHAIN_END, 0, 1)]
  const contents: Buffer[] = []
  let next = 2
  Object.entries(streams).forEach(([name, content], at, all) => {
    const count = Math.ceil(content.length / SECTOR)
    for (let sector = next; sector < next + count; sector++)
      table.writeUInt32LE(sector + 1 < next + count ? sector + 1 : CHAIN_END, sector * 4)
    entries.push(entry(name, 2, next, content.length, FREE, at + 1 < all.length ? at + 2 : FREE))
    contents.push(content, Buffer.alloc(count * SECTOR - content.length))
    next += count
  })
  const folder = Buffer.concat([...entries, Buffer.alloc(SECTOR)]).subarray(0, SECTOR)
  return Buffer.concat([header(), table, folder, ...contents])
}

function header(): Buffer {
  const bytes = Buffer.alloc(SECTOR, 0xff)
  bytes.fill(0, 0, 0x50)
  bytes.write('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 'latin1')
  bytes.writeUInt16LE(0x3e, 0x18)
  bytes.writeUInt16LE(3, 0x1a)
  bytes.writeUInt16LE(0xfffe, 0x1c)
  bytes.writeUInt16LE(9, 0x1e)
  bytes.writeUInt16LE(6, 0x20)
  bytes.writeUInt32LE(1, 0x2c)
  bytes.writeUInt32LE(1, 0x30)
  bytes.writeUInt32LE(4096, 0x38)
  bytes.writeUInt32LE(CHAIN_END, 0x3c)
  bytes.writeUInt32LE(CHAIN_END, 0x44)
  bytes.writeUInt32LE(0, 0x4c)
  return bytes
}

function entry(name: string, type: number, start: number, size: number, child: number, right = FREE): Buffer {
  const bytes = Buffer.alloc(128)
  bytes.write(name, 'utf16le')
  bytes.writeUInt16LE(name.length * 2 + 2, 64)
  bytes[66] = type
  bytes.writeUInt32LE(FREE, 68)
  bytes.writeUInt32LE(right, 72)
  bytes.writeUInt32LE(child, 76)
  bytes.writeUInt32LE(start, 116)
  bytes.writeUInt32LE(size, 120)
  return bytes
}
