import { expect, it } from 'vitest'
import { parseMessage } from '../../../server/mail/parse.ts'
import { startCpuClock } from '../../support/cpu-clock.ts'
import { buildMail } from '../../support/mail.ts'

const forwardedIn = async (
  subject: string,
  text: string,
  attachments?: { name: string; type: string; content: string }[],
) => {
  const source = buildMail({ subject, text, ...(attachments && { attachments }) })
  return (await parseMessage(Buffer.from(source))).forwarded.map(({ address }) => address)
}

const block = (from: string, sent: string, to: string, title: string) =>
  [
    `${from} Jan Kowal <Jan@Klient.example>`,
    `${sent} 10 marca 2026 10:00`,
    `${to} biuro@nasza.example`,
    `${title} Oferta`,
    '',
    'Treść',
  ].join('\n')

it.each([
  [
    'Gmail',
    'Fwd: Oferta',
    `Zobacz\n\n---------- Forwarded message ---------\n${block('From:', 'Date:', 'To:', 'Subject:')}`,
  ],
  [
    'Gmail in Polish',
    'Fwd: Oferta',
    `---------- Forwarded message ---------\n${block('Od:', 'Date:', 'To:', 'Subject:')}`,
  ],
  [
    'Thunderbird',
    'Fwd: Oferta',
    `-------- Forwarded Message --------\nSubject: Oferta\nDate: 10\n${block('From:', 'Date:', 'To:', 'CC:')}`,
  ],
  [
    'Thunderbird in Polish',
    'Fwd: Oferta',
    `-------- Wiadomość przekazana --------\nTemat: Oferta\nData: 10\n${block('Nadawca:', 'Data:', 'Adresat:', 'Kopia:')}`,
  ],
  [
    'Apple Mail',
    'Fwd: Oferta',
    `Begin forwarded message:\n\n> ${block('From:', 'Date:', 'To:', 'Subject:').replaceAll('\n', '\n> ')}`,
  ],
  ['Outlook', 'FW: Oferta', `Do wiadomości\n\n${block('From:', 'Sent:', 'To:', 'Subject:')}`],
  ['Outlook in Polish', 'PD: Oferta', `Do wiadomości\n\n${block('Od:', 'Wysłano:', 'Do:', 'Temat:')}`],
  [
    'Outlook with mailto',
    'PD: Oferta',
    block('Od:', 'Wysłane:', 'Do:', 'Temat:').replace('<Jan@Klient.example>', '[mailto:jan@klient.example]'),
  ],
  ['Outlook in bold', 'FW: Oferta', block('*From:*', '*Sent:*', '*To:*', '*Subject:*')],
])('finds from whom %s forwarded', async (_program, subject, text) => {
  expect(await forwardedIn(subject, text)).toEqual(['jan@klient.example'])
})

it.each([
  '[EXT] PD: Oferta',
  '[ZEWNĘTRZNY] PD: Oferta',
  '[External] Fwd: Oferta',
  '[EXT] [SPAM] FW: Oferta',
  'Odp: [EXT] PD: Oferta',
  '[Fwd: Oferta]',
  'Przekaz: Oferta',
])('takes “%s” for the subject of a forwarded mail', async subject => {
  expect(await forwardedIn(subject, block('Od:', 'Wysłano:', 'Do:', 'Temat:'))).toEqual(['jan@klient.example'])
})

it.each([
  'Oferta PD: nowa',
  '[Od naszego działu sprzedaży] PD: Oferta',
  `${'['.repeat(1_000)}PD: Oferta`,
  `${'[a]'.repeat(300)}PD:`,
])('does not take “%s” for one', async subject => {
  expect(await forwardedIn(subject, block('Od:', 'Wysłano:', 'Do:', 'Temat:'))).toEqual([])
})

it('finds the sender of a message that hangs on another', async () => {
  const inner = buildMail({ from: 'Jan Kowal <jan@klient.example>' })

  expect(
    await forwardedIn('Fwd: Oferta', 'W załączeniu', [{ name: 'a.eml', type: 'message/rfc822', content: inner }]),
  ).toEqual(['jan@klient.example'])
})

it.each([
  ['an answer with Outlook’s header', 'RE: Oferta', `Dobrze\n\n${block('Od:', 'Wysłano:', 'Do:', 'Temat:')}`],
  ['a sentence', 'Fwd: Oferta', 'Od: jutra pracujemy inaczej\nPozdrawiam'],
  ['no address', 'FW: Oferta', block('From:', 'Sent:', 'To:', 'Subject:').replace(' <Jan@Klient.example>', '')],
])('finds nobody in %s', async (_what, subject, text) => {
  expect(await forwardedIn(subject, text)).toEqual([])
})

it('is not kept busy by a text that is one divider after another', async () => {
  const text = `---------- Forwarded message ---------\nFrom: ${'a@'.repeat(2_000)}\n`.repeat(3_000)
  const tookMs = startCpuClock()

  expect((await forwardedIn('Fwd: x', text)).length).toBeLessThanOrEqual(5)
  expect(tookMs()).toBeLessThan(2_000)
})

it('reads the Message-IDs of the messages that hang on a mail', async () => {
  const content = buildMail({ messageId: '<pierwsza@klient.example>', subject: 'Oferta' })
  const attachments = [{ name: 'wiadomosc.eml', type: 'message/rfc822', content }]

  const { attachedIds } = await parseMessage(Buffer.from(buildMail({ subject: 'Fwd: Oferta', attachments })))

  expect(attachedIds).toEqual(['pierwsza@klient.example'])
})
