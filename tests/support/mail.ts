/** What a test says about a mail; the rest is the smallest valid mail. */
export interface MailInput {
  messageId?: string | null
  from?: string
  to?: string
  cc?: string
  bcc?: string
  subject?: string
  date?: Date
  inReplyTo?: string
  references?: string[]
  headers?: string[]
  text?: string
  /** The body as HTML, in place of the text. */
  html?: string
  attachments?: { name: string; type: string; content: string | Uint8Array }[]
}

let counter = 0

/** A mail as it travels, with CRLF line ends. */
export function buildMail(input: MailInput = {}): string {
  counter += 1
  const messageId = input.messageId === undefined ? `<mail-${counter}@klient.example>` : input.messageId
  const boundary = `granica-${counter}`
  const headers = [
    `From: ${input.from ?? 'Anna Kowal <anna@klient.example>'}`,
    `To: ${input.to ?? 'biuro@nasza.example'}`,
    ...(input.cc ? [`Cc: ${input.cc}`] : []),
    ...(input.bcc ? [`Bcc: ${input.bcc}`] : []),
    `Subject: ${encoded(input.subject ?? `Temat ${counter}`)}`,
    `Date: ${(input.date ?? new Date()).toUTCString()}`,
    ...(messageId ? [`Message-ID: ${messageId}`] : []),
    ...(input.inReplyTo ? [`In-Reply-To: <${input.inReplyTo}>`] : []),
    ...(input.references ? [`References: ${input.references.map(reference => `<${reference}>`).join(' ')}`] : []),
    ...(input.headers ?? []),
    'MIME-Version: 1.0',
  ]
  const body = [
    `Content-Type: text/${input.html === undefined ? 'plain' : 'html'}; charset=utf-8`,
    `Content-Transfer-Encoding: ${input.html === undefined ? '8bit' : 'base64'}`,
    '',
    input.html === undefined ? (input.text ?? `Dzień dobry, treść ${counter}.`) : inBase64(input.html),
    '',
  ]
  if (!input.attachments) return [...headers, ...body].join('\r\n')
  const parts = input.attachments.map(file =>
    [
      `Content-Type: ${file.type}`,
      `Content-Disposition: attachment; filename="${file.name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(file.content).toString('base64'),
      '',
    ].join('\r\n'),
  )
  const separated = [body.join('\r\n'), ...parts].map(part => `--${boundary}\r\n${part}`)
  return [
    ...headers,
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    ...separated,
    `--${boundary}--`,
    '',
  ].join('\r\n')
}

function encoded(text: string): string {
  return `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`
}

/** In lines of the length that mail has. */
function inBase64(text: string): string {
  return Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n')
}
