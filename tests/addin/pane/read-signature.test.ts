import { expect, it } from 'vitest'
import { readSignature } from '../../../addin/pane/read-signature.ts'

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
])('leaves alone what is quoted below “%s”', line => {
  const text = `Zgoda.\n${line}\nNasza Spółka z o.o.\nNIP 525-224-84-81\ntel. 601 700 800`

  expect(readSignature(text)).toEqual({ company: null, nip: null, phone: null })
})

it('takes no NIP whose digits do not add up, and no sentence for a name', () => {
  const text =
    'Nasz NIP 525-224-84-82, wpiszcie proszę na fakturze całą nazwę razem z formą prawną sp. z o.o. oraz adres'

  expect(readSignature(text)).toEqual({ company: null, nip: null, phone: null })
})

it('is not kept busy by a line without end', { timeout: 500 }, () => {
  const text = `${'-'.repeat(39_000)}\nDrukarnia Prestiż Sp. z o.o.`

  expect(readSignature(text).company).toBe('Drukarnia Prestiż Sp. z o.o.')
})
