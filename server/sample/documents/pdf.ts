import { encodeForPdf, encodingDifferences, widthOf } from './helvetica.ts'

/** Something drawn on a page; points are counted from the lower left corner. */
export type Drawing =
  | { kind: 'text'; x: number; y: number; size: number; text: string; bold?: boolean; align?: 'right' }
  | { kind: 'line'; x: number; y: number; toX: number; toY: number; width?: number }
  | { kind: 'box'; x: number; y: number; width: number; height: number; grey?: number }

/** Width and height of an A4 page in points. */
export const page = { width: 595, height: 842 } as const

/** Writes a PDF of A4 pages set in Helvetica with Polish letters. */
export function writePdf(pages: Drawing[][], title: string): Uint8Array {
  const first = 6
  const objects: Buffer[] = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R /Lang (pl-PL) >>'),
    Buffer.from(
      `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${first + index * 2} 0 R`).join(' ')}] >>`,
    ),
    font('Helvetica'),
    font('Helvetica-Bold'),
    Buffer.concat([Buffer.from('<< /Title '), textString(title), Buffer.from(' /Producer (Meblosfera) >>')]),
  ]
  pages.forEach((drawings, index) => {
    const content = Buffer.concat(drawings.map(draw))
    objects.push(
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Contents ${first + index * 2 + 1} 0 R ` +
          '/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>',
      ),
      Buffer.concat([Buffer.from(`<< /Length ${content.length} >>\nstream\n`), content, Buffer.from('\nendstream')]),
    )
  })
  return assemble(objects)
}

function assemble(objects: Buffer[]): Uint8Array {
  const chunks: Buffer[] = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets: number[] = []
  let length = chunks[0]?.length ?? 0
  objects.forEach((object, index) => {
    const chunk = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')])
    offsets.push(length)
    chunks.push(chunk)
    length += chunk.length
  })
  const rows = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  chunks.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}` +
        `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(chunks)
}

function font(name: string): Buffer {
  return Buffer.from(
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} ` +
      `/Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [${encodingDifferences}] >> >>`,
  )
}

function draw(drawing: Drawing): Buffer {
  if (drawing.kind === 'line') {
    const { x, y, toX, toY, width = 0.5 } = drawing
    return Buffer.from(`${width} w ${round(x)} ${round(y)} m ${round(toX)} ${round(toY)} l S\n`)
  }
  if (drawing.kind === 'box') {
    const { x, y, width, height, grey } = drawing
    const place = `${round(x)} ${round(y)} ${round(width)} ${round(height)} re`
    return Buffer.from(grey === undefined ? `0.8 w ${place} S\n` : `q ${grey} g ${place} f Q\n`)
  }
  const { x, y, size, text, bold, align } = drawing
  const left = align === 'right' ? x - widthOf(text, size) : x
  return Buffer.concat([
    Buffer.from(`BT /${bold ? 'F2' : 'F1'} ${size} Tf ${round(left)} ${round(y)} Td `),
    literal(encodeForPdf(text)),
    Buffer.from(' Tj ET\n'),
  ])
}

function literal(bytes: Buffer): Buffer {
  const escaped = bytes.toString('latin1').replace(/[\\()]/g, found => `\\${found}`)
  return Buffer.from(`(${escaped})`, 'latin1')
}

/** Text outside pages is UTF-16 with a byte order mark, written as hexadecimal digits. */
function textString(text: string): Buffer {
  const hex = Buffer.from(text, 'utf16le').swap16().toString('hex')
  return Buffer.from(`<feff${hex}>`)
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100)
}
