import iconv from 'iconv-lite'
import type { MailPlan } from './mail-plan.ts'

/** A header value as programs write it: plain when it is ASCII, encoded words of at most 75 characters otherwise. */
export function headerText(text: string, charset: MailPlan['charset'] = 'utf-8'): string {
  const isAscii = [...text].every(letter => letter >= ' ' && letter <= '~')
  // Programs that say nothing of their charset do not encode headers either.
  if (isAscii || charset.startsWith('raw')) return text
  const letters = [...text]
  const words: string[] = []
  while (letters.length > 0) {
    words.push(`=?${charset}?B?${iconv.encode(letters.splice(0, 14).join(''), charset).toString('base64')}?=`)
  }
  return words.join('\r\n ')
}

/** Base64 in lines as long as mail allows. */
function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/.{76}(?=.)/g, '$&\r\n')
}

interface Part {
  headers: string[]
  body: string
}

/** The parts of a mail as they travel; bytes outside ASCII occur only where the plan asks for raw ones. */
export function bodyOf(plan: MailPlan, text: string, attached: Buffer | null): Part {
  if (plan.whole) return { headers: [`Content-Type: ${plan.whole.type}`], body: plan.whole.body }
  const first = plan.html ? alternative(plan, text) : textPart('plain', text, plan.charset)
  const files = (plan.attachments ?? []).map(filePart)
  if (attached) files.push(messagePart(attached))
  return files.length === 0 ? first : joined('mixed', plan.key, [first, ...files])
}

function textPart(kind: 'plain' | 'html', text: string, charset: MailPlan['charset'] = 'utf-8'): Part {
  const travelling = text.replaceAll('\n', '\r\n')
  if (charset.startsWith('raw')) {
    return { headers: [`Content-Type: text/${kind}`, 'Content-Transfer-Encoding: 8bit'], body: travelling }
  }
  return {
    headers: [`Content-Type: text/${kind}; charset=${charset}`, 'Content-Transfer-Encoding: base64'],
    body: base64(iconv.encode(travelling, charset)),
  }
}

function alternative(plan: MailPlan, text: string): Part {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>\n')
  const html = `<html><body style="font-family:Calibri">${escaped}</body></html>`
  return joined('alternative', plan.key, [textPart('plain', text, plan.charset), textPart('html', html, plan.charset)])
}

function filePart(file: { name: string; type: string; content: string }): Part {
  const name = headerText(file.name)
  return {
    headers: [
      `Content-Type: ${file.type}; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
    ],
    body: base64(Buffer.from(file.content)),
  }
}

function messagePart(source: Buffer): Part {
  // Latin-1 keeps every byte of the attached mail as it is.
  return {
    headers: ['Content-Type: message/rfc822', 'Content-Disposition: attachment; filename="wiadomosc.eml"'],
    body: source.toString('latin1'),
  }
}

function joined(kind: 'mixed' | 'alternative', key: string, parts: Part[]): Part {
  const boundary = `=_${kind}_${key}`
  const pieces = parts.map(part => `--${boundary}\r\n${part.headers.join('\r\n')}\r\n\r\n${part.body}\r\n`)
  return {
    headers: [`Content-Type: multipart/${kind}; boundary="${boundary}"`],
    body: `${pieces.join('')}--${boundary}--`,
  }
}
