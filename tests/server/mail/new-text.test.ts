import { expect, it } from 'vitest'
import { newTextOf } from '../../../server/mail/new-text.ts'

it.each([
  ['W dniu 15.01.2026 o 10:00, Jan Kowalski pisze:'],
  ['W dniu 2026-01-15 10:00, Jan napisał(a):'],
  ['W dniu czw., 15 sty 2026 o 10:00 Jan Kowalski <jan@firma.example>\nnapisał(a):'],
  ['czw., 15 sty 2026 o 10:00 Jan Kowalski <jan@firma.example> napisał(a):'],
  ['Dnia 15 stycznia 2026 10:00 Jan Kowalski <jan@firma.example> napisał(a):'],
  ['Wiadomość napisana przez Jan <jan@firma.example> w dniu 15 sty 2026, o godz. 10:00:'],
  ['On Thu, Jan 15, 2026 at 10:00 AM Jan Kowalski <jan@firma.example> wrote:'],
  ['-----Original Message-----\nFrom: Jan'],
  ['-----Wiadomość oryginalna-----\nOd: Jan'],
  ['---------- Forwarded message ---------\nFrom: Jan'],
  [
    '________________________________\nOd: Jan <jan@firma.example>\nWysłano: środa, 14 stycznia 2026\nDo: Anna\nTemat: x',
  ],
  ['From: Jan\nSent: Wednesday\nTo: Anna\nSubject: x'],
  ['*Od:* Jan\n*Wysłano:* środa\n*Do:* Anna\n*Temat:* x'],
  ['Początek przekazywanej wiadomości:'],
])('ends before %j', marker => {
  expect(newTextOf(`Moja odpowiedź.\n\n${marker}\nstara treść LUPA-2026-0001`)).toBe('Moja odpowiedź.')
})

it('keeps what was written between quotations', () => {
  expect(newTextOf('W dniu 15.01.2026 o 10:00, Jan pisze:\n> Kiedy?\nJutro.\n> Ile?\nDwa.')).toBe('Jutro.\nDwa.')
})

it.each([
  ['Od: poniedziałku pracujemy dłużej.\nZapraszamy.'],
  ['W dniu 15.01.2026 wyślemy towar.'],
  ['From: the start\nwe said so.'],
])('keeps %j', text => {
  expect(newTextOf(text)).toBe(text)
})
