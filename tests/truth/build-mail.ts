import iconv from 'iconv-lite'
import { own, type UserKey, users } from './company.ts'
import type { MailPlan, Verdict } from './mail-plan.ts'
import { bodyOf, headerText } from './mime.ts'
import { people, type Writer } from './people.ts'

/** A mail of the story as it travelled, with what later mails need in order to answer or forward it. */
export interface BuiltMail {
  key: string
  messageId: string | null
  references: string[]
  from: Writer
  subject: string
  date: Date
  text: string
  source: Buffer
  owner: UserKey
}

/** The mails that the story has told so far, by key. */
export type Told = ReadonlyMap<string, BuiltMail>

const isUser = (key: string): key is UserKey => key in users

/** A key of `people` or `users`, or a correspondent written out. */
export function writerOf(text: string): Writer {
  if (isUser(text)) return { ...users[text], firm: own.name }
  const known = people[text]
  if (known) return known
  const [, name = '', email = text] = /^(.*?)\s*<([^<>]*)>$/.exec(text) ?? []
  return { name: name.replaceAll('"', ''), email, firm: '' }
}

/** Builds a mail from its plan and the mails before it. */
export function buildMail(plan: MailPlan, date: Date, told: Told): BuiltMail {
  const from = writerOf(plan.from)
  const parent = plan.re ? find(told, plan.re) : null
  const subject = plan.subject ?? subjectAfter(plan, told)
  const messageId = plan.messageId === undefined ? `${plan.key}.2026@${domainOf(from.email)}` : plan.messageId
  const references = parent ? [...parent.references, ...(parent.messageId ? [parent.messageId] : [])] : []
  const text = [plan.text, signatureOf(plan, from), quotation(plan, parent), forwarded(plan, told)]
    .filter(Boolean)
    .join('\n\n')
  const attached = plan.attaches ? find(told, plan.attaches).source : null
  const body = bodyOf(plan, text, attached)
  const lines = [
    ...borderLines(plan.verdict ?? (isOwn(from.email) ? 'none' : 'pass'), from.email),
    `From: ${correspondent(plan.from, plan.charset)}`,
    `To: ${correspondents(plan.to, plan.charset)}`,
    ...(plan.cc ? [`Cc: ${correspondents(plan.cc, plan.charset)}`] : []),
    ...(plan.bcc ? [`Bcc: ${correspondents(plan.bcc, plan.charset)}`] : []),
    `Subject: ${headerText(subject, plan.charset)}`,
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    ...(messageId === null ? [] : [`Message-ID: <${messageId}>`]),
    ...(parent?.messageId ? [`In-Reply-To: <${parent.messageId}>`] : []),
    ...(references.length > 0 ? [`References: ${references.map(id => `<${id}>`).join('\r\n ')}`] : []),
    ...(plan.headers ?? []),
    'MIME-Version: 1.0',
    ...body.headers,
  ]
  const source = bytesOf(`${lines.join('\r\n')}\r\n\r\n${body.body}\r\n`, plan)
  return { key: plan.key, messageId, references, from, subject, date, text, source, owner: ownerOf(plan) }
}

function find(told: Told, key: string): BuiltMail {
  const mail = told.get(key)
  if (!mail) throw new Error(`no mail "${key}" has been told before`)
  return mail
}

function subjectAfter(plan: MailPlan, told: Told): string {
  if (plan.re) return `Re: ${find(told, plan.re).subject.replace(/^((re|odp|fwd|pd):\s*)+/i, '')}`
  const passedOn = plan.forwards ?? plan.attaches
  return passedOn ? `Fwd: ${find(told, passedOn).subject}` : ''
}

function signatureOf(plan: MailPlan, from: Writer): string {
  return plan.signature ?? ['Pozdrawiam', from.name, from.firm].filter(Boolean).join('\n')
}

function quotation(plan: MailPlan, parent: BuiltMail | null): string {
  if (!parent || plan.quote === 'none') return ''
  const { name, email } = parent.from
  const day = parent.date.toISOString().slice(0, 10)
  if (plan.quote === 'outlook') {
    return `-----Original Message-----\nFrom: ${name} <${email}>\nSent: ${day}\nSubject: ${parent.subject}\n\n${parent.text}`
  }
  return `W dniu ${day} ${name} <${email}> napisał(a):\n${parent.text.replace(/^/gm, '> ')}`
}

function forwarded(plan: MailPlan, told: Told): string {
  if (!plan.forwards) return ''
  const { from, date, subject, text } = find(told, plan.forwards)
  const day = date.toISOString().slice(0, 10)
  return `---------- Wiadomość przekazana ----------\nOd: ${from.name} <${from.email}>\nData: ${day}\nTemat: ${subject}\n\n${text}`
}

/** What our own mail server writes on top of a mail that comes from outside. */
function borderLines(verdict: Verdict, email: string): string[] {
  const domain = domainOf(email)
  const judged = (host: string, word: string) =>
    `Authentication-Results: ${host};\r\n dmarc=${word} header.from=${domain};\r\n spf=${word} smtp.mailfrom=${domain};\r\n dkim=${word} header.d=${domain}`
  if (verdict === 'none') return []
  if (verdict === 'forged') return [judged('mx.relay-tani.example', 'pass')]
  return [judged(own.border, verdict)]
}

function correspondents(list: string, charset: MailPlan['charset']): string {
  return list
    .split(', ')
    .map(one => correspondent(one, charset))
    .join(',\r\n ')
}

function correspondent(text: string, charset: MailPlan['charset']): string {
  const { name, email } = writerOf(text)
  if (!name) return email
  const shown = headerText(name, charset)
  return `${shown === name ? `"${name}"` : shown} <${email}>`
}

function bytesOf(source: string, plan: MailPlan): Buffer {
  if (plan.charset === 'raw-windows-1250') return iconv.encode(source, 'windows-1250')
  // An attached mail stands in the source letter by letter, so that its bytes come out as they were.
  return plan.attaches ? Buffer.from(source, 'latin1') : Buffer.from(source)
}

function ownerOf(plan: MailPlan): UserKey {
  if (plan.owner) return plan.owner
  const mentioned = [plan.from, ...plan.to.split(', '), ...(plan.cc?.split(', ') ?? [])]
  const owner = mentioned.find(isUser)
  if (!owner) throw new Error(`"${plan.key}" lies in nobody's mailbox`)
  return owner
}

function isOwn(email: string): boolean {
  return own.domains.some(domain => domain === domainOf(email))
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1)
}
