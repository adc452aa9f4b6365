import { describe, expect, it } from 'vitest'
import { readTypedAddresses, readTypedNip } from '../../../addin/file/read-new-contractor.ts'

describe('a NIP being typed', () => {
  it.each([
    ['', { state: 'empty' }],
    ['521-30', { state: 'short', missing: 5 }],
    ['PL 521-301-72-28', { state: 'right', digits: '5213017228' }],
    ['521-301-72-29', { state: 'wrong' }],
    ['52130172281', { state: 'long' }],
    ['521 abc', { state: 'wrong' }],
  ])('%j', (typed, state) => {
    expect(readTypedNip(typed)).toEqual(state)
  })
})

describe('addresses, one per line', () => {
  it('are read without blanks, capitals and doubles', () => {
    const { addresses, wrong } = readTypedAddresses(' Biuro@Firma.pl \n\n@firma.pl\nbiuro@firma.pl')

    expect(addresses).toEqual(['biuro@firma.pl', '@firma.pl'])
    expect(wrong).toBeNull()
  })

  it('name the line that is none', () => {
    expect(readTypedAddresses('biuro@firma.pl\nfirma.pl').wrong).toEqual({ line: 'firma.pl', why: 'no-address' })
  })

  it('refuse the domain of a mail service for everyone, but not an address there', () => {
    expect(readTypedAddresses('jan@wp.pl').wrong).toBeNull()
    expect(readTypedAddresses('@wp.pl').wrong).toEqual({ line: '@wp.pl', why: 'free-mail' })
  })
})
