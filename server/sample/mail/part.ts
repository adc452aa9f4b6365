import type { PlannedFile, Transfer } from '../story/planned-mail.ts'
import { type Field, fileNameParameter, headerLines } from './header.ts'
import { base64Lines, encodeText } from './transfer.ts'

/** A MIME part: the fields of its head and its bytes. */
export type Part = { fields: Field[]; body: Buffer }

const CRLF = Buffer.from('\r\n')

/** A text or HTML part of CRLF lines. */
export function textPart(text: string, type: 'plain' | 'html', marks: { transfer: Transfer; flowed?: boolean }): Part {
  const { charset, encoding, body } = encodeText(text, marks.transfer)
  const charsetParameter = charset ? `; charset=${charset}` : ''
  const flowedParameter = marks.flowed ? '; format=flowed' : ''
  return {
    fields: [
      ['Content-Type', `text/${type}${charsetParameter}${flowedParameter}`],
      ['Content-Transfer-Encoding', encoding],
    ],
    body,
  }
}

/** A file that hangs on a mail. */
export function filePart(file: PlannedFile, nameWay: 'rfc2231' | 'split' | 'encoded-word'): Part {
  const name = fileNameParameter('name', file.name, nameWay === 'split' ? 'encoded-word' : nameWay)
  return {
    fields: [
      ['Content-Type', `${file.type};\r\n ${name}`],
      ['Content-Disposition', `attachment;\r\n ${fileNameParameter('filename', file.name, nameWay)}`],
      ['Content-Transfer-Encoding', 'base64'],
    ],
    body: base64Lines(file.bytes()),
  }
}

/** A picture that the HTML beside it shows. */
export function inlinePicture(picture: { name: string; contentId: string; bytes: Uint8Array }): Part {
  return {
    fields: [
      ['Content-Type', `image/png; name="${picture.name}"`],
      ['Content-Disposition', `inline; filename="${picture.name}"`],
      ['Content-ID', `<${picture.contentId}>`],
      ['Content-Transfer-Encoding', 'base64'],
    ],
    body: base64Lines(picture.bytes),
  }
}

/** Several parts in one; `parameters` follow the type, such as `type="text/html"`. */
export function multipart(subtype: string, boundary: string, parts: Part[], parameters = ''): Part {
  const chunks = parts.flatMap(part => [
    Buffer.from(`--${boundary}\r\n${headerLines(part.fields)}\r\n`),
    part.body,
    endsWithLine(part.body) ? Buffer.alloc(0) : CRLF,
  ])
  return {
    fields: [['Content-Type', `multipart/${subtype};${parameters}\r\n boundary="${boundary}"`]],
    body: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]),
  }
}

function endsWithLine(body: Buffer): boolean {
  return body.length >= 2 && body[body.length - 2] === 13 && body[body.length - 1] === 10
}
