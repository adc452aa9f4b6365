import { expect, it } from 'vitest'
import { wordsBy } from '../../../addin/pane/read-forwarded.ts'
import { readSignature } from '../../../addin/pane/read-signature.ts'
import { buildMessage } from './show-pane.ts'

it('reads company, NIP and phone out of a signature', () => {
  const text = [
    'Dzień dobry,',
    'proszę o ofertę na 20 krzeseł.',
    '',
    'Pozdrawiam',
    'Barbara Zając',
    'Drukarnia Prestiż Sp. z o.o., Dział Zakupów',
    'ul. Polna 3, 26-600 Radom, NIP: 525-224-84-81, REGON 017181310',
    'tel. +48 601 700 800 | biuro@drukarnia.example',
  ].join('\r\n')

  expect(readSignature(text)).toEqual({
    company: 'Drukarnia Prestiż Sp. z o.o.',
    nip: '5252248481',
    phone: '+48 601 700 800',
  })
})

it.each([
  ['W dniu 20.11.2026 o 10:00, Jan Nowak pisze:'],
  ['-----Oryginalna wiadomość-----'],
  ['Od: Jan Nowak <jan@nasza.example>'],
  ['On Fri, 20 Nov 2026, Jan Nowak wrote:'],
  ['pon., 23 lis 2026 o 10:12 Jan Nowak ‹jan@nasza.example› napisał(a):'],
  ['Wiadomość napisana przez Jan Nowak <jan@nasza.example> w dniu 23.11.2026, o godz. 10:12:'],
  ['23.11.2026 10:12, Jan Nowak pisze:'],
  ['Użytkownik Jan Nowak napisał w dniu 23.11.2026:'],
  ['On Fri, 20 Nov 2026 at 10:12, Jan Nowak, Nasza Spółka z o.o.\n<jan@nasza.example> wrote:'],
  ['pt., 20 lis 2026 o 10:12 Jan Nowak, Nasza Spółka z o.o.\n<jan@nasza.example>\nnapisał(a):'],
  ['Am 20.11.2026 schrieb Jan Nowak <jan@nasza.example>:'],
  ['*Od:* Jan Nowak <jan@nasza.example>'],
  ['**From:** Jan Nowak <jan@nasza.example>'],
  ['Początek przekazywanej wiadomości:'],
])('leaves alone what is quoted below “%s”', line => {
  const text = `Zgoda.\n${line}\nNasza Spółka z o.o.\nNIP 525-224-84-81\ntel. 601 700 800`

  expect(readSignature(text)).toEqual({ company: null, nip: null, phone: null })
})

it('takes neither the bank of an account for the company nor a day for a phone', () => {
  const text = 'Meblex Sp. z o.o.\nKonto: PKO BP S.A. 12 1020 1026 0000 0402 0293 8347\nNr tel.\n2026-11-28'

  expect(readSignature(text)).toMatchObject({ company: 'Meblex Sp. z o.o.', phone: null })
})

it('keeps the lines above an introduction that is no part of it', () => {
  const text = 'Budmax Sp. z o.o.\nNIP 5252248481\n\nJan Nowak pisze:\nNasza S.A.'

  expect(readSignature(text)).toEqual({ company: 'Budmax Sp. z o.o.', nip: '5252248481', phone: null })
})

it.each([
  ['Budmax Spółka z ograniczoną odpowiedzialnością', 'Budmax Spółka z ograniczoną odpowiedzialnością'],
  [
    'BUDMAX SPÓŁKA Z OGRANICZONĄ ODPOWIEDZIALNOŚCIĄ SPÓŁKA KOMANDYTOWA, ul. Polna 3',
    'BUDMAX SPÓŁKA Z OGRANICZONĄ ODPOWIEDZIALNOŚCIĄ SPÓŁKA KOMANDYTOWA',
  ],
  ['ABC spółka z o.o.', 'ABC spółka z o.o.'],
  ['© 2026 Meblex Sp. z o.o.', 'Meblex Sp. z o.o.'],
  ['Sprzedawca: Meblex Sp. z o.o.', 'Meblex Sp. z o.o.'],
  ['Pozdrawiam, Jan Nowak, Meblex sp. z o. o.', 'Meblex sp. z o. o.'],
  ['Kowalski, Nowak sp.j.', 'Kowalski, Nowak sp.j.'],
  ['Meblex sp. z o.o. sp.k.', 'Meblex sp. z o.o. sp.k.'],
  ['Meblex sp. z o.o. Logistyka Sp. K. w Radomiu', 'Meblex sp. z o.o. Logistyka Sp. K.'],
  ['Meblex GmbH & Co. KG', 'Meblex GmbH & Co. KG'],
  ['Zając i Wspólnicy spółka komandytowo-akcyjna', 'Zając i Wspólnicy spółka komandytowo-akcyjna'],
  ['Piekarnia Rogalik spółka cywilna', 'Piekarnia Rogalik spółka cywilna'],
  ['Piekarnia Rogalik s.c. Anna i Jan Zając', 'Piekarnia Rogalik s.c.'],
  ['Nowe Tarasy P.S.A.', 'Nowe Tarasy P.S.A.'],
  ['Nowe Tarasy Prosta Spółka Akcyjna', 'Nowe Tarasy Prosta Spółka Akcyjna'],
  ['Kopalnia Węgla SA', 'Kopalnia Węgla SA'],
  ['Systemy alarmowe Jan Nowak sp. j.', 'Systemy alarmowe Jan Nowak sp. j.'],
  ['Fundacja Dobra Wola', 'Fundacja Dobra Wola'],
  ['Fundacja na rzecz Nauki, Radom', 'Fundacja na rzecz Nauki'],
  ['Stowarzyszenie Przyjaciół Radomia', 'Stowarzyszenie Przyjaciół Radomia'],
  ['PPHU Janex', 'PPHU Janex'],
  ['Z poważaniem, Budmax Sp. z o.o.', 'Budmax Sp. z o.o.'],
  ['Barbara Zając | Budmax Sp. z o.o. | Radom', 'Budmax Sp. z o.o.'],
  ['Proszę o wycenę dla klienta Budex Sp. z o.o.', null],
  ['o wycenę dla klienta Budex Sp. z o.o.', null],
  ['Prosimy Budex Sp. z o.o. o wycenę', null],
  ['Budex Sp. z o.o. zamawia dwadzieścia krzeseł', null],
  ['Umowa z Budex S.A.', null],
  ['Administratorem danych jest Budmax Sp. z o.o. z siedzibą w Radomiu', null],
  ['Fundacja zaprasza na koncert', null],
  ['Sp. z o.o.', null],
  ['na sa', null],
])('reads out of “%s” the company %j', (line, company) => {
  expect(readSignature(`Dzień dobry\n${line}\n`).company).toBe(company)
})

it.each([
  'NIP-UE: PL5252248481',
  'NIP UE PL 525 224 84 81',
  'VAT ID: PL5252248481',
  'NIP | 525-224-84-81',
  'NIP/VAT: 5252248481',
  'N.I.P. 525-224-84-81',
  'NIP (PL) 5252248481',
  'NIP: 525–224–84–81',
  'NIP 525\u2009224\u202f84\u00a081',
  'NIP\n525 224 84 81',
])('reads the NIP of %j', line => {
  expect(readSignature(line).nip).toBe('5252248481')
})

it.each([
  ['tel./fax: 48 362 11 22', '48 362 11 22'],
  ['komórka: 601 202 303', '601 202 303'],
  ['tel. kom.: +48 601-202-303', '+48 601-202-303'],
  ['Jan Nowak | M 601 202 303', '601 202 303'],
  ['M 601\u2009202\u2009303', '601 202 303'],
  ['Jan Nowak\n+48 601 202 303\n26-600 Radom', '+48 601 202 303'],
  ['tel. 601 202 303\n26-600 Radom', '601 202 303'],
  ['REGON 017181310', null],
  ['Razem 601 202 303 zł', null],
])('reads out of %j the phone %j', (text, phone) => {
  expect(readSignature(text).phone).toBe(phone)
})

const header = (from: string, to: string) => `Od: ${from}\nWysłano: 23 listopada 2026 10:12\nDo: ${to}\nTemat: Oferta\n`
const jan = 'Jan Kowal <Jan@Budmax.example>'
const chain = [
  'Proszę się tym zająć.\nPośrednik S.A.\ntel. 601 000 000\n',
  header(jan, 'Ola <ola@posrednik.example>;\n Nasza S.A. <biuro@nasza.example>'),
  'Składam ofertę.\nJan Kowal\nBudmax Sp. z o.o.\nNIP 525-224-84-81\ntel. 601 202 303\n',
  header('Ewa <ewa@inna.example>', jan),
  'Inna S.A.\ntel. 601 999 999',
].join('\n')

it.each([
  ['who forwards', 'ola@posrednik.example', chain, { company: 'Pośrednik S.A.', nip: null, phone: '601 000 000' }],
  [
    'the first sender',
    'jan@budmax.example',
    chain,
    { company: 'Budmax Sp. z o.o.', nip: '5252248481', phone: '601 202 303' },
  ],
  ['one before', 'ewa@inna.example', chain, { company: 'Inna S.A.', nip: null, phone: '601 999 999' }],
  ['somebody else', 'biuro@nasza.example', chain, { company: null, nip: null, phone: null }],
  [
    'whom Apple Mail quotes',
    'jan@budmax.example',
    `Zobacz\n\nPoczątek przekazywanej wiadomości:\n\n${header(jan, 'ola@posrednik.example')}\nBudmax S.A.\n> Nasza S.A.`.replace(
      /\n(?=Od:|Wys|Do:|Temat|Bud|>)/g,
      '\n> ',
    ),
    { company: 'Budmax S.A.', nip: null, phone: null },
  ],
])('reads of a forwarded mail the signature of %s', (_who, address, words, signature) => {
  const from = [{ name: 'Ola', address: 'ola@posrednik.example' }]

  expect(readSignature(wordsBy(address, buildMessage({ subject: 'PD: Oferta', from }), words))).toEqual(signature)
})

it('takes no NIP whose digits do not add up, and no sentence for a name', () => {
  const text =
    'Nasz NIP 525-224-84-82, wpiszcie proszę na fakturze całą nazwę razem z formą prawną sp. z o.o. oraz adres'

  expect(readSignature(text)).toEqual({ company: null, nip: null, phone: null })
})

it.each([
  ['dashes', '-'],
  ['blanks', ' '],
  ['bars', '| '],
  ['NIPs', 'NIP/'],
  ['digits', 'NIP 5–'],
  ['phones', 'tel.kom.tel '],
  ['forms', 'A sp. z o.o. '],
  ['foundations', ', Fundacja A A A A A A A A b'],
  ['verbs', 'pisze w dniu '],
  ['small words', 'im na '],
  ['pluses', '|+48 6 0 1 '],
])('is not kept busy by %s without end', { timeout: 500 }, (_what, piece) => {
  const hostile = piece.repeat(39_000 / piece.length)

  for (const text of [hostile, hostile.replace(/(.{490})/g, '$1\n')])
    expect(readSignature(`${text}\nDrukarnia Prestiż Sp. z o.o.`).company).toBe('Drukarnia Prestiż Sp. z o.o.')
})
