import iconv from 'iconv-lite'

/** Widths of the characters from space to tilde in thousandths of the font size, as Adobe publishes them for Helvetica. */
const ASCII_WIDTHS = (
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 ' +
  '1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 ' +
  '333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584'
)
  .split(' ')
  .map(Number)

/** Where windows-1250 differs from PDF's WinAnsiEncoding, the glyph names to put instead. */
export const encodingDifferences =
  '140 /Sacute 141 /Tcaron 143 /Zacute 156 /sacute 157 /tcaron 159 /zacute 163 /Lslash 165 /Aogonek 175 /Zdotaccent 179 /lslash ' +
  '185 /aogonek 191 /zdotaccent 198 /Cacute 200 /Ccaron 202 /Eogonek 204 /Ecaron 209 /Nacute 216 /Rcaron 217 /Uring ' +
  '230 /cacute 232 /ccaron 234 /eogonek 236 /ecaron 241 /nacute 248 /rcaron 249 /uring'

/** The bytes of a text in the encoding of our PDFs; letters it lacks lose their accents. */
export function encodeForPdf(text: string): Buffer {
  const encoded = iconv.encode(text, 'windows-1250')
  if (iconv.decode(encoded, 'windows-1250') === text) return encoded
  return Buffer.concat(
    [...text].map(letter => {
      const byte = iconv.encode(letter, 'windows-1250')
      return iconv.decode(byte, 'windows-1250') === letter
        ? byte
        : Buffer.from(letter.normalize('NFD')[0] ?? '?', 'latin1')
    }),
  )
}

/** How wide a text runs in points. Accented letters are as wide as their base letter. */
export function widthOf(text: string, size: number): number {
  let width = 0
  for (const letter of text.replaceAll('ł', 'l').replaceAll('Ł', 'L').normalize('NFD')) {
    const code = letter.charCodeAt(0)
    if (code >= 0x300 && code < 0x370) continue
    width += ASCII_WIDTHS[code - 32] ?? 500
  }
  return (width * size) / 1000
}

/** Breaks a text into lines that are no wider than given. */
export function breakLines(text: string, size: number, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word
    if (line && widthOf(longer, size) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}
