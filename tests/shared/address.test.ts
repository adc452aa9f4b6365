import { expect, it } from 'vitest'
import { domainOf, isFreeMail, readAddress, showAddress, withoutTag } from '../../shared/address.ts'

it.each([
  [' Jan.Kowalski@Firma.PL ', { value: 'jan.kowalski@firma.pl', isDomain: false }],
  ['@Firma.pl', { value: 'firma.pl', isDomain: true }],
  ['żółw@gęś.example', { value: 'żółw@gęś.example', isDomain: false }],
  ['firma.pl', null],
  ['a@b', null],
  ['@', null],
  ['a b@c.pl', null],
  ['a@b@c.pl', null],
  ['<a@b.pl>', null],
  ['a@b.pl\u0000', null],
  ['a@-b.pl', null],
])('reads %j as %j', (text, address) => {
  expect(readAddress(text)).toEqual(address)
})

it('tells plus tags, domains and free mail', () => {
  expect(withoutTag('jan+faktury@b.pl')).toBe('jan@b.pl')
  expect(withoutTag('+x@b.pl')).toBe('+x@b.pl')
  expect(domainOf('jan@b.pl')).toBe('b.pl')
  expect(['wp.pl', 'gmail.com', 'interia.pl'].every(isFreeMail)).toBe(true)
  expect(isFreeMail('firma.pl')).toBe(false)
  expect(showAddress({ value: 'b.pl', isDomain: true })).toBe('@b.pl')
})
