/** Between the header of a mail and its body; the first line end belongs to the header. */
const END = /\n\r?\n/
/** The field with its folded lines. */
const FIELD = /^(?:resent-)?bcc[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*(?:\n|$)/gim

/** The source of a mail without the header field that names those who got a blind copy; the rest byte for byte. */
export async function* withoutBlindCopies(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const header: string[] = []
  let isOver = false
  for await (const chunk of source) {
    if (isOver) {
      yield chunk
      continue
    }
    // Latin 1 keeps every byte as it is.
    const text = chunk.toString('latin1')
    // The end may lie between two chunks; the whole header is not searched again for each.
    isOver = END.test((header.at(-1)?.slice(-2) ?? '') + text)
    header.push(text)
    if (isOver) yield shortened(header.join(''))
  }
  if (!isOver) yield shortened(header.join(''))
}

function shortened(text: string): Buffer {
  const end = (END.exec(text)?.index ?? text.length) + 1
  return Buffer.from(text.slice(0, end).replace(FIELD, '') + text.slice(end), 'latin1')
}
