import { BlockList } from 'node:net'
import { expect, it } from 'vitest'
import { isAllowedAddress } from '../../../server/webhook/allowed-address.ts'

it.each([
  '127.0.0.1',
  '127.8.8.8',
  '10.0.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:10.1.2.3',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  'fd00::1',
  'fe80::1',
  'ff02::1',
])('has no target at %s', address => {
  expect(isAllowedAddress(address, null)).toBe(false)
})

it.each(['1.1.1.1', '172.32.0.1', '100.128.0.1', '::ffff:1.1.1.1', '2606:4700::1111'])(
  'may have one at %s',
  address => {
    expect(isAllowedAddress(address, null)).toBe(true)
  },
)

it('has targets in those own networks that were opened, and in no other', () => {
  const networks = new BlockList()
  networks.addSubnet('10.1.0.0', 16, 'ipv4')

  expect(isAllowedAddress('10.1.2.3', networks)).toBe(true)
  expect(isAllowedAddress('10.2.2.3', networks)).toBe(false)
})
