import { postMessage } from '../../shared/message.ts'
import { LARGEST_UPLOAD, type Uploaded, uploadDocument } from '../../shared/upload.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { randomKey } from '../api/random-key.ts'
import type { MailHost } from '../host/mail-host.ts'
import { wordOf } from './word-of-received.ts'

/** What became of a file that was put in, or why nothing did. */
export type Fate =
  | ReturnType<typeof wordOf>
  | 'document'
  | 'known'
  | 'noMail'
  | 'noContractor'
  | 'empty'
  | 'tooLarge'
  | FailureCode

/**
 * Puts a file into a contractor's file: a mail as a mail, anything else as a document. Without a contractor the server
 * decides of mails. One of Outlook's (.msg) goes where a page's files go, so that it becomes the same by both ways.
 */
export async function putFile(host: MailHost, file: File, contractorId: string | null): Promise<Fate> {
  if (file.size === 0) return 'empty'
  if (isMail(file) && !(contractorId && isMsg(file))) {
    const querystring = contractorId ? { contractorId } : {}
    return call(host, postMessage, { querystring, body: file }).then(wordOf, failureOf)
  }
  if (!contractorId) return 'noContractor'
  if (file.size > LARGEST_UPLOAD) return 'tooLarge'
  return call(host, uploadDocument, { params: { contractorId }, body: formOf(file) }).then(
    uploaded => wordOfUploaded(uploaded, file),
    failureOf,
  )
}

function wordOfUploaded({ became, isKnown, item }: Uploaded, file: File): Fate {
  if (isKnown) return 'known'
  if (became === 'mail') return item ? 'filed' : 'pending'
  return isMsg(file) ? 'noMail' : 'document'
}

function isMsg({ name }: File): boolean {
  return /\.msg$/i.test(name)
}

function isMail({ name, type }: File): boolean {
  return type === 'message/rfc822' || /\.(?:eml|msg)$/i.test(name)
}

/**
 * A form with one file (RFC 7578) as bytes, because a mail program's background is handed nothing else. The line between
 * its parts has small letters only: a blob's type is written so.
 */
function formOf(file: File): Blob {
  const line = `lupa-${randomKey()}`
  const name = file.name.replace(/["\r\n]/g, letter => encodeURIComponent(letter))
  const head = `--${line}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${typeOf(file)}\r\n\r\n`
  return new Blob([head, file, `\r\n--${line}--\r\n`], { type: `multipart/form-data; boundary=${line}` })
}

/** What the platform says of a file, if it is a media type at all. */
function typeOf({ type }: File): string {
  return /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream'
}
