import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildUser } from '../../support/people.ts'
import { atTheDoor, challengeAndVerifier } from './at-the-door.ts'

let now = new Date()
const test = await openTestHouse({ now: () => now })
const anna = await buildUser(test)
const { ask } = atTheDoor(test)

const redeem = (code: string, verifier: string) => ask('POST', '/api/session/redeem', undefined, { code, verifier })

async function begin() {
  const { challenge, verifier } = challengeAndVerifier()
  const { status, body } = await anna.post('/api/session/handover', { challenge })
  expect(status).toBe(201)
  return { code: body.code as string, verifier }
}

it('gives a mail program a session of its own, which its user sees and ends', async () => {
  const { code, verifier } = await begin()

  const { status, body } = await redeem(code, verifier)

  expect(status).toBe(200)
  expect(body.user.id).toBe(anna.id)
  const { items } = (await ask('GET', '/api/me/sessions', body.token)).body
  expect(items).toMatchObject([{ door: 'mail-program', isThis: true }])
  expect((await anna.remove(`/api/me/sessions/${items[0].id}`)).status).toBe(204)
  expect((await ask('GET', '/api/me', body.token)).status).toBe(401)
})

it('serves once, and is used up by a wrong verifier too', async () => {
  const [first, second] = [await begin(), await begin()]

  expect((await redeem(first.code, first.verifier)).status).toBe(200)
  expect((await redeem(first.code, first.verifier)).status).toBe(404)
  expect((await redeem(second.code, first.verifier)).status).toBe(404)
  expect((await redeem(second.code, second.verifier)).status).toBe(404)
})

it('runs out after two minutes', async () => {
  now = new Date(Date.now() - 121_000)
  const late = await begin()
  now = new Date()

  expect((await redeem(late.code, late.verifier)).status).toBe(404)
})

it('refuses a challenge or verifier that is none, and who is not signed in', async () => {
  expect((await anna.post('/api/session/handover', { challenge: 'krótkie' })).status).toBe(400)
  expect((await redeem('x', 'krótki')).status).toBe(400)
  expect((await ask('POST', '/api/session/handover', undefined, { challenge: 'x'.repeat(43) })).status).toBe(401)
})

it('keeps the code as a hash', async () => {
  const { code } = await begin()
  const { rows } = await test.asSuper.query('select h::text from handover h')

  expect(rows.length).toBeGreaterThan(0)
  expect(rows.some(row => row.h.includes(code))).toBe(false)
})
