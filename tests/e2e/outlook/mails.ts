import type { Fixture } from './play-outlook.ts'

/** A mail from Anna of Meblex, by the name under which Outlook and the test know it. */
export function mail(id: string, facts: Partial<Fixture> = {}): Fixture {
  const subject = facts.subject ?? `Dostawa ${id}`
  const text = facts.text ?? `Treść wiadomości ${id}.`
  const headers = [
    'From: Anna Nowak <anna@meblex.example>',
    'To: Jan <jan@nasza.example>',
    `Subject: =?utf-8?B?${base64(subject)}?=`,
    'Date: Mon, 23 Nov 2026 10:00:00 +0100',
    `Message-ID: <${id}@meblex.example>`,
  ].join('\r\n')
  return {
    id,
    subject,
    from: { name: 'Anna Nowak', address: 'anna@meblex.example' },
    to: [{ name: 'Jan', address: 'jan@nasza.example' }],
    messageId: `<${id}@meblex.example>`,
    headers,
    html: `<p>${text}</p>`,
    text,
    source: base64(`${headers}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`),
    ...facts,
  }
}

/** Text as base64 of its UTF-8. */
export function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}

export const priceList = '%PDF-1.7 cennik'

/** A mail from Anna as it travelled, with a document in it. */
export const mailWithPriceList = [
  'From: Anna Nowak <anna@meblex.example>',
  'To: jan@nasza.example',
  'Subject: Cennik',
  'Date: Mon, 23 Nov 2026 09:00:00 +0100',
  'Message-ID: <prices@meblex.example>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="part"',
  '',
  '--part',
  'Content-Type: text/plain',
  '',
  'W załączniku.',
  '--part',
  'Content-Type: application/pdf',
  `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent('Cennik żółty.pdf')}`,
  'Content-Transfer-Encoding: base64',
  '',
  base64(priceList),
  '--part--',
  '',
].join('\r\n')
