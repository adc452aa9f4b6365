import { crc32, deflateSync } from 'node:zlib'
import type { Random } from '../random.ts'

/** The colour of one point: red, green, blue from 0 to 255. */
type Colour = readonly [number, number, number]

/** Writes a true-colour PNG from a function that knows the colour of each point. */
function writePng(size: { width: number; height: number }, colourAt: (x: number, y: number) => Colour): Uint8Array {
  const stride = size.width * 3 + 1
  const pixels = Buffer.alloc(stride * size.height)
  for (let y = 0; y < size.height; y += 1) {
    for (let x = 0; x < size.width; x += 1) pixels.set(colourAt(x, y), y * stride + 1 + x * 3)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size.width, 0)
  header.writeUInt32BE(size.height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A small company logo: a coloured tile with a lighter shape in it, different for each company. */
export function drawLogo(random: Random): Uint8Array {
  const tile: Colour = [random.between(20, 170), random.between(20, 150), random.between(60, 190)]
  const shape: Colour = [tile[0] + 60, tile[1] + 80, tile[2] + 50]
  const isRound = random.chance(0.5)
  return writePng({ width: 96, height: 32 }, (x, y) => {
    const inShape = isRound ? (x - 16) ** 2 + (y - 16) ** 2 < 110 : x > 6 && x < 26 && y > 6 && y < 26 && x + y > 22
    return inShape ? shape : x > 34 && y > 13 && y < 19 ? shape : tile
  })
}

/** A photograph as far as a demonstration needs one: wood grain, a shadow and a scratch across it. */
export function drawPhoto(random: Random): Uint8Array {
  const slope = random.between(-40, 40) / 100
  const start = random.between(30, 90)
  const wood: Colour = [random.between(120, 190), random.between(80, 130), random.between(50, 90)]
  const wave = random.between(7, 19)
  return writePng({ width: 240, height: 160 }, (x, y) => {
    if (Math.abs(y - (start + slope * x)) < 1.3 && x > 40 && x < 200) return [235, 225, 210]
    const grain = ((y * 3 + Math.round(Math.abs(((x * 2) % (wave * 4)) - wave * 2))) % 24) - Math.floor(x / 12)
    return [wood[0] + grain, wood[1] + grain, wood[2] + grain]
  })
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const result = Buffer.alloc(content.length + 8)
  result.writeUInt32BE(data.length, 0)
  content.copy(result, 4)
  result.writeUInt32BE(crc32(content), content.length + 4)
  return result
}
