import { expect, it } from 'vitest'
import { readConfig, WrongSetting } from '../../../server/config.ts'
import { createUser } from '../../../server/identity/create-user.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildUser } from '../../support/people.ts'

const behind = await openTestHouse({ trustProxy: '127.0.0.1, 10.0.0.0/8' })
const alone = await openTestHouse()
const password = 'Tajne hasło 1'
for (const test of [behind, alone]) {
  const admin = await buildUser(test)
  const input = { email: 'anna@nasza.example', name: 'Anna', password }
  await test.house.database.work(admin.id, tx => createUser(tx, input, new Date()))
}

async function seenFrom(test: typeof behind, remoteAddress: string, forwarded: string): Promise<string> {
  const payload = { email: 'anna@nasza.example', password }
  const headers = { 'x-forwarded-for': forwarded, 'x-forwarded-host': 'zly.example', 'x-forwarded-proto': 'https' }
  const reply = await test.app.inject({ method: 'POST', url: '/api/session', payload, remoteAddress, headers })
  expect(reply.statusCode).toBe(200)
  const { rows } = await test.asSuper.query('select address from sign_in order by created_at desc, id limit 1')
  return rows[0].address
}

it('takes the word of a named proxy for the address of the caller', async () => {
  expect(await seenFrom(behind, '127.0.0.1', '198.51.100.7')).toBe('198.51.100.7')
})

it('takes the word of a caller for nothing: what he says stands before what the proxy says', async () => {
  expect(await seenFrom(behind, '10.1.2.3', '1.2.3.4, 198.51.100.8')).toBe('198.51.100.8')
  expect(await seenFrom(behind, '203.0.113.5', '1.2.3.4')).toBe('203.0.113.5')
})

it('trusts nobody when none is named', async () => {
  expect(await seenFrom(alone, '127.0.0.1', '1.2.3.4')).toBe('127.0.0.1')
})

it('counts the tries of each caller behind a proxy for himself', async () => {
  const guess = async (caller: string) => {
    const payload = { email: 'anna@nasza.example', password: 'zgaduję' }
    const headers = { 'x-forwarded-for': caller }
    return (await behind.app.inject({ method: 'POST', url: '/api/session', payload, headers })).json().code
  }
  const codes: string[] = []
  for (let n = 0; n < 12; n += 1) codes.push(await guess('198.51.100.20'))

  expect(codes.at(-1)).toBe('too-many')
  expect(await guess('198.51.100.21')).toBe('wrong-password')
})

it.each(['everybody', '0.0.0.0/0', '10.0.0.0/33', '10.0.0.1/8/8', '::/0', 'proxy.firma.pl'])(
  'refuses to start with LUPA_TRUST_PROXY=%s',
  value => {
    expect(() => readConfig({ LUPA_TRUST_PROXY: value })).toThrow(WrongSetting)
  },
)
