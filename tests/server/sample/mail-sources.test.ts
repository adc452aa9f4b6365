import PostalMime, { type Email } from 'postal-mime'
import { beforeAll, expect, it } from 'vitest'
import { buildSampleCompany } from '../../../server/sample/sample-company.ts'
import type { SampleMail } from '../../../server/sample/sample-types.ts'

const company = buildSampleCompany()
const mails = [...company.mails()]
const parsed = new Map<string, Email>()

beforeAll(async () => {
  for (const mail of mails) parsed.set(mail.key, await PostalMime.parse(mail.source))
})

function emailOf(mail: SampleMail): Email {
  const email = parsed.get(mail.key)
  if (!email) throw new Error(`„${mail.key}” was not parsed`)
  return email
}

function header(mail: SampleMail, name: string): string {
  return emailOf(mail).headers.find(({ key }) => key === name)?.value ?? ''
}

/** True when no CR or LF stands alone. */
function hasOnlyFullLineEnds(source: Uint8Array): boolean {
  return !/(?:^|[^\r])\n|\r(?!\n)/.test(Buffer.from(source).toString('latin1'))
}

const ofKind = (kind: SampleMail['kind']) => mails.filter(mail => mail.kind === kind)

it('ends every line with CR LF and keeps lines within the limit of RFC 5322', () => {
  expect(mails.filter(({ source }) => !hasOnlyFullLineEnds(source)).map(({ key }) => key)).toEqual([])
  const tooLong = mails.filter(({ source }) =>
    Buffer.from(source)
      .toString('latin1')
      .split('\r\n')
      .some(line => line.length > 998),
  )
  expect(tooLong.map(({ key }) => key)).toEqual([])
})

it('reads as the intended subject, sender, date and Message-ID', () => {
  const emails = new Set(company.users.map(({ email }) => email))
  for (const mail of mails) {
    const email = emailOf(mail)
    expect(email.subject).toBe(mail.subject)
    expect(email.messageId).toBe(`<${mail.messageId}>`)
    expect(new Date(email.date ?? '').getTime()).toBe(mail.sentAt.getTime())
    if (mail.direction === 'out') expect(emails.has(email.from?.address ?? '')).toBe(true)
  }
})

it('carries the intended attachments', () => {
  for (const mail of mails.filter(({ kind }) => kind !== 'bounce')) {
    const names = emailOf(mail)
      .attachments.filter(({ disposition }) => disposition === 'attachment')
      .map(({ filename }) => filename)
    expect(names, mail.key).toEqual(mail.attachmentNames)
  }
})

it('gives every mail a Message-ID of its own', () => {
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(mails.length)
})

it('answers only mails that came before, and refers to the whole conversation above', () => {
  const seen = new Map<string, string[]>()
  let answers = 0
  for (const mail of mails) {
    const answered = emailOf(mail).inReplyTo
    const references = emailOf(mail).references?.split(/\s+/) ?? []
    if (answered) {
      answers += 1
      expect(references, mail.key).toEqual([...(seen.get(answered) ?? ['nothing']), answered])
    }
    seen.set(`<${mail.messageId}>`, references)
  }
  expect(answers).toBeGreaterThan(1500)
})

it('quotes the answered mail in the ways of Outlook, Thunderbird and Gmail', () => {
  const texts = mails.map(mail => emailOf(mail).text ?? '')

  expect(texts.filter(text => /^Wysłano: .+ \d{4} \d\d:\d\d$/m.test(text)).length).toBeGreaterThan(200)
  expect(texts.filter(text => /^W dniu .+ pisze:$/m.test(text)).length).toBeGreaterThan(100)
  expect(texts.filter(text => /^\S+, \d+ \S+ \d{4} o \d\d:\d\d .+ napisał\(a\):$/m.test(text)).length).toBeGreaterThan(
    50,
  )
})

it('marks automatic answers, newsletters and delivery reports as such', () => {
  expect(ofKind('auto-reply').filter(mail => header(mail, 'auto-submitted') !== 'auto-replied')).toEqual([])
  expect(ofKind('auto-reply').filter(mail => !emailOf(mail).inReplyTo)).toEqual([])
  expect(ofKind('newsletter').filter(mail => !/<.+>/.test(header(mail, 'list-id')))).toEqual([])
  expect(
    ofKind('bounce').filter(mail => !header(mail, 'content-type').includes('report-type=delivery-status')),
  ).toEqual([])
  expect(ofKind('bounce').filter(mail => header(mail, 'return-path') !== '<>')).toEqual([])
})

it('lets spoofs fail at our border or come from a domain that nobody owns', () => {
  const known = new Set([company.domain, ...company.contractors.map(({ domain }) => domain)])
  const verdict = (mail: SampleMail) =>
    /^mx\.meblosfera\.example;\s+dmarc=(\w+)/.exec(header(mail, 'authentication-results'))?.[1]

  for (const mail of ofKind('spoof')) {
    const domain = emailOf(mail).from?.address?.split('@')[1] ?? ''
    expect(verdict(mail) === 'fail' || !known.has(domain), mail.key).toBe(true)
  }
  expect(ofKind('spoof').filter(mail => verdict(mail) === 'fail').length).toBeGreaterThan(10)
  expect(ofKind('thread').filter(mail => mail.direction === 'in' && verdict(mail) === 'fail')).toEqual([])
})

it('is internal only when everybody is of our company', () => {
  for (const mail of ofKind('internal')) {
    const { from, to, cc } = emailOf(mail)
    const addresses = [from, ...(to ?? []), ...(cc ?? [])].map(person => person?.address ?? '')
    expect(
      addresses.filter(address => !address.endsWith(`@${company.domain}`)),
      mail.key,
    ).toEqual([])
  }
})

it('travels in the charsets of old and new mail programs', () => {
  const sources = mails.map(({ source }) => Buffer.from(source).toString('latin1'))
  const count = (pattern: RegExp) => sources.filter(source => pattern.test(source)).length

  expect(count(/charset=utf-8/)).toBeGreaterThan(1500)
  expect(count(/charset=iso-8859-2/)).toBeGreaterThan(30)
  expect(count(/charset=windows-1250/)).toBeGreaterThan(30)
  expect(count(/text\/plain\r\nContent-Transfer-Encoding: 8bit/)).toBeGreaterThan(3)
  expect(count(/Content-ID: <image001/)).toBeGreaterThan(100)
})

it('says everything in words: no mark of a template is left', () => {
  const leftOver = mails.filter(mail =>
    /\{\w+\}|[«»]|undefined|\[[^\]]*\||<[^<>@/]+\/[^<>@/]+>/.test(`${mail.subject}\n${emailOf(mail).text ?? ''}`),
  )

  expect(leftOver.map(({ key }) => key)).toEqual([])
})

it('seldom says the same twice', () => {
  const own = mails.filter(({ kind }) => kind === 'thread').map(mail => (emailOf(mail).text ?? '').slice(0, 400))

  expect(new Set(own).size / own.length).toBeGreaterThan(0.95)
})
