import { expect, it } from 'vitest'
import { readKrs, readNip, readRegon, showNip } from '../../shared/tax-id.ts'

it.each([
  ['521-301-72-28', '5213017228'],
  ['PL 5213017228', '5213017228'],
  ['pl5260250274', '5260250274'],
  ['5213017229', null],
  ['0000000000', null],
  ['521301722', null],
  ['52130172281', null],
  ['52130I7228', null],
  ['', null],
])('reads the NIP %j as %j', (text, digits) => {
  expect(readNip(text)).toBe(digits)
})

it.each([
  ['123456785', '123456785'],
  ['123456786', null],
  ['12345678512347', '12345678512347'],
  ['12345678512348', null],
  ['12345678', null],
  ['010528348', '010528348'],
  ['10528348', '010528348'],
  ['288975', '000288975'],
  ['28897', null],
])('reads the REGON %j as %j', (text, digits) => {
  expect(readRegon(text)).toBe(digits)
})

it.each([
  ['28860', '0000028860'],
  ['0000028860', '0000028860'],
  ['0000000000', null],
  ['00000288601', null],
  ['KRS', null],
])('reads the KRS number %j as %j', (text, digits) => {
  expect(readKrs(text)).toBe(digits)
})

it('writes a NIP the way invoices do', () => {
  expect(showNip('5213017228')).toBe('521-301-72-28')
})
