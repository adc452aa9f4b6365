import { expect, it } from 'vitest'
import { createUser } from '../../../server/identity/create-user.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const password = 'Tajne hasło 1'
await test.house.database.work(admin.id, tx =>
  createUser(tx, { email: 'ofiara@nasza.example', name: 'Ofiara', password }, new Date()),
)

async function tryAs(email: string, word: string, address: string) {
  const payload = { email, password: word }
  return (await test.app.inject({ method: 'POST', url: '/api/session', payload, remoteAddress: address })).json()
}

const allow = () => test.asSuper.query('delete from sign_in_attempt')
const guesses = async (count: number, email: string, address: (n: number) => string) => {
  const codes: string[] = []
  for (let n = 0; n < count; n += 1) codes.push((await tryAs(email, 'zgaduję', address(n))).code)
  return codes
}

it('gives one address ten tries with an account, known or not, and answers both alike', async () => {
  await allow()
  const known = await guesses(12, 'ofiara@nasza.example', () => '10.0.0.1')
  const unknown = await guesses(12, 'nikt@nasza.example', () => '10.0.0.2')

  expect(known).toEqual([...Array(10).fill('wrong-password'), 'too-many', 'too-many'])
  expect(unknown).toEqual(known)
  expect((await tryAs('ofiara@nasza.example', password, '10.0.0.1')).code).toBe('too-many')
})

it('gives an account fifty tries from everywhere, but does not lock its owner out where he was before', async () => {
  await allow()
  expect((await tryAs('ofiara@nasza.example', password, '192.168.1.5')).user.name).toBe('Ofiara')

  const codes = await guesses(60, 'ofiara@nasza.example', n => `10.1.${n}.1`)

  expect(codes.slice(0, 50)).toEqual(Array(50).fill('wrong-password'))
  expect(codes.slice(50)).toEqual(Array(10).fill('too-many'))
  expect((await tryAs('ofiara@nasza.example', password, '10.9.9.9')).code).toBe('too-many')
  expect((await tryAs('ofiara@nasza.example', password, '192.168.1.5')).user.name).toBe('Ofiara')
})

it('gives one address a hundred tries with all accounts', async () => {
  await allow()
  await test.asSuper.query(`insert into sign_in_attempt (key, failures) values ('address 10.2.0.1', 100)`)

  expect((await tryAs('ofiara@nasza.example', password, '10.2.0.1')).code).toBe('too-many')
  expect((await tryAs('ofiara@nasza.example', password, '10.2.0.2')).user.name).toBe('Ofiara')
})

it('forgets after a quarter of an hour, and forgives after success', async () => {
  await allow()
  await guesses(11, 'ofiara@nasza.example', () => '10.3.0.1')
  await test.asSuper.query(`update sign_in_attempt set since = now() - interval '16 minutes'`)

  expect((await tryAs('ofiara@nasza.example', password, '10.3.0.1')).user.name).toBe('Ofiara')
  const { rows } = await test.asSuper.query(`select sum(failures)::int as failures from sign_in_attempt`)
  expect(rows[0].failures).toBe(0)
})

it('counts tries that are made at the same moment', async () => {
  await allow()
  const at = (n: number) => `10.4.${n}.1`
  const codes = await Promise.all(
    Array.from({ length: 70 }, async (_, n) => (await tryAs('ofiara@nasza.example', 'zgaduję', at(n))).code),
  )

  expect(codes.filter(code => code === 'wrong-password')).toHaveLength(50)
})

it('keeps no address that was typed, for it might be a password', async () => {
  await allow()
  await tryAs('moje hasło w złym polu', 'x', '10.5.0.1')
  const { rows } = await test.asSuper.query('select key from sign_in_attempt')

  expect(rows).toHaveLength(3)
  expect(rows.some(row => row.key.includes('moje'))).toBe(false)
})

it('believes the connection about its address, and no header', async () => {
  await allow()
  for (let n = 0; n < 11; n += 1)
    await test.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { email: 'ofiara@nasza.example', password: 'zgaduję' },
      remoteAddress: '10.6.0.1',
      headers: { 'x-forwarded-for': `10.6.1.${n}` },
    })

  expect((await tryAs('ofiara@nasza.example', password, '10.6.0.1')).code).toBe('too-many')
})
