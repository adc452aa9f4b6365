import type { Fixture } from './play-outlook.ts'

/** A mail from Anna of Meblex, by the name under which Outlook and the test know it. */
export function mail(id: string, facts: Partial<Fixture> & { text?: string } = {}): Fixture {
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
    source: base64(`${headers}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`),
    ...facts,
  }
}

/** Text as base64 of its UTF-8. */
export function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}
