import { expect, it } from 'vitest'
import { readJournalReport } from '../../../server/journal/journal-report.ts'
import { readReportEnvelope } from '../../../server/journal/report-envelope.ts'
import { readMessage } from '../mail/message-files.ts'
import { readReport } from './report-files.ts'

// The text part of a report follows the grammar of TechNet bb738122; see tests/server/journal/reports/README.md.
const secret = 'dziennikpocztynaszejfirmy'

it.each([
  [
    'exchange-online',
    {
      people: [
        'anna@nasza.example',
        'jan@klient.example',
        'bartek@nasza.example',
        'handel@nasza.example',
        'celina@nasza.example',
        'ksiegowa@biuro.example',
      ],
      recipients: ['jan@klient.example', 'handel@nasza.example', 'celina@nasza.example', 'ksiegowa@biuro.example'],
    },
  ],
  [
    'exchange-2016',
    {
      people: [
        'sekretariat@nasza.example',
        'anna@nasza.example',
        'zbyszek@nasza.example',
        'jan@klient.example',
        'zastepca@nasza.example',
        'bartek@nasza.example',
        'dorota@nasza.example',
        'zarzad@nasza.example',
      ],
      recipients: ['zbyszek@nasza.example', 'jan@klient.example', 'bartek@nasza.example', 'zarzad@nasza.example'],
    },
  ],
])('takes the report of %s apart, the mail byte for byte', (name, envelope) => {
  const report = readJournalReport(readReport(`${name}.eml`), secret)
  expect(report).toEqual({ source: expect.anything(), envelope })
  const { source } = report as { source: Uint8Array }
  expect(Buffer.from(source).toString('latin1')).toBe(readReport(`${name}.inner.eml`).toString('latin1'))
})

it.each(['exchange-tnef', 'forged'])('does not take %s apart', name => {
  expect(readJournalReport(readReport(`${name}.eml`), secret)).toBe('unreadable')
})

it('takes no report apart that is meant for another address', () => {
  expect(readJournalReport(readReport('exchange-online.eml'), 'b'.repeat(26))).toBe('unreadable')
})

it.each([
  ['apple-mail.eml', readMessage('apple-mail.eml')],
  ['exchange-2016.inner.eml', readReport('exchange-2016.inner.eml')],
])('knows that %s is no report', (_name, source) => {
  expect(readJournalReport(source, secret)).toBeNull()
})

it.each([
  ['To: user@contoso.example', ['user@contoso.example'], ['user@contoso.example']],
  ['Cc: user@contoso.example', ['user@contoso.example'], ['user@contoso.example']],
  ['Bcc: user@contoso.example', ['user@contoso.example'], ['user@contoso.example']],
  ['Recipient: user@contoso.example', ['user@contoso.example'], ['user@contoso.example']],
  ['recipient:SMTP:User@Contoso.example', ['user@contoso.example'], ['user@contoso.example']],
  [
    'To: one@contoso.example, Expanded: dl@contoso.example',
    ['one@contoso.example', 'dl@contoso.example'],
    ['dl@contoso.example'],
  ],
  [
    'Cc: fwd@contoso.example, Forwarded: user@contoso.example',
    ['fwd@contoso.example', 'user@contoso.example'],
    ['user@contoso.example'],
  ],
  [
    'Bcc: one@contoso.example,Expanded:dl@contoso.example',
    ['one@contoso.example', 'dl@contoso.example'],
    ['dl@contoso.example'],
  ],
  ['Bcc: "Anna, Wilk" <anna@contoso.example>', ['anna@contoso.example'], ['anna@contoso.example']],
  ['On-Behalf-Of: boss@contoso.example', ['boss@contoso.example'], []],
  ['Subject: Bcc: trap@contoso.example', [], []],
  ['Label: x@contoso.example', [], []],
  ['To: not an address', [], []],
  ['To:', [], []],
])('reads the line %s', (line, people, recipients) => {
  expect(readReportEnvelope(`Sender: s@contoso.example\r\n${line}\r\n`)).toEqual({
    people: ['s@contoso.example', ...people],
    recipients,
  })
})

it('takes a text without a sender for no envelope', () => {
  expect(readReportEnvelope('To: a@b.example\r\n')).toBeNull()
})
