import { expect, it } from 'vitest'
import { repliesTo } from '../../../addin/file/reply-to.ts'
import type { ItemMessage } from '../../../shared/item-message.ts'

const people = (...addresses: string[]) => addresses.map(address => ({ name: '', address }))
const message = (more: Partial<ItemMessage>) =>
  ({ from: people('ewa@klient.example'), replyTo: [], to: [], cc: [], ...more }) as ItemMessage
const own = 'jan@nasza.example'

it('answers whoever wants to be written to, all of them, before whoever wrote', () => {
  const { one } = repliesTo(
    'mail-in',
    'Oferta',
    message({ replyTo: people('biuro@klient.example', 'b@klient.example') }),
    own,
  )

  expect(one).toBe('mailto:biuro%40klient.example,b%40klient.example?subject=Re%3A%20Oferta')
})

it('answers all who had the mail, each once and not the reader', () => {
  const to = people('Jan@nasza.example', 'ola@nasza.example', 'ewa@klient.example')
  const { all } = repliesTo(
    'mail-in',
    'Oferta',
    message({ to, cc: people('OLA@nasza.example', 'adam@klient.example') }),
    own,
  )

  expect(all).toBe('mailto:ewa%40klient.example?cc=ola%40nasza.example,adam%40klient.example&subject=Re%3A%20Oferta')
})

it('has no answer to all where there is nobody besides', () => {
  expect(repliesTo('mail-in', 'x', message({ to: people(own) }), own).all).toBeNull()
})

it('writes on to those to whom our own mail went', () => {
  const sent = message({ from: people(own), to: people('ewa@klient.example'), cc: people('adam@klient.example') })

  expect(repliesTo('mail-out', 'x', sent, own)).toEqual({
    one: 'mailto:ewa%40klient.example?subject=Re%3A%20x',
    all: 'mailto:ewa%40klient.example?cc=adam%40klient.example&subject=Re%3A%20x',
  })
})

it.each(['Re: Oferta', 'RE: Odp: re[2]: Oferta', 'Oferta'])('says once that it is an answer: %s', title => {
  expect(repliesTo('mail-in', title, message({}), own).one).toContain('subject=Re%3A%20Oferta')
})

it('leaves a word alone that only begins so', () => {
  expect(repliesTo('mail-in', 'Reklamacja: pompa', message({}), own).one).toContain('subject=Re%3A%20Reklamacja')
})

it('has no answer where nobody is named', () => {
  expect(repliesTo('mail-in', 'x', message({ from: people('') }), own)).toEqual({ one: null, all: null })
})
