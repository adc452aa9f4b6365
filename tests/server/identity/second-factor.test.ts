import { describe, expect, it } from 'vitest'
import { createUser } from '../../../server/identity/create-user.ts'
import { base32, codeAt, stepOfCode } from '../../../server/identity/totp.ts'
import { bytesOf, codeShown } from '../../support/authenticator.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildUser } from '../../support/people.ts'
import { atTheDoor } from './at-the-door.ts'

const STEP_MS = 30_000
let now = new Date('2026-11-26T12:00:00Z')
const test = await openTestHouse({ now: () => now })
const admin = await buildUser(test)
const { ask, signIn } = atTheDoor(test)
const password = 'Tajne hasło 1'
let counter = 0

const appOf = (secret: string) => () => codeShown(secret, now)
const passTime = () => {
  now = new Date(now.getTime() + STEP_MS)
}

async function employee() {
  counter += 1
  const email = `czynnik${counter}@nasza.example`
  const input = { email, name: `Pracownik ${counter}`, password }
  const { user } = await test.house.database.work(admin.id, tx => createUser(tx, input, now))
  return { id: user.id, email }
}

async function withFactor() {
  const who = await employee()
  const { token } = (await signIn(who.email, password)).body
  const draft = (await ask('POST', '/api/me/second-factor', token)).body
  const code = appOf(draft.secret)
  const { recoveryCodes } = (await ask('POST', '/api/me/second-factor/confirm', token, { code: code() })).body
  passTime()
  return { ...who, token, code, draft, recoveryCodes: recoveryCodes as string[] }
}

describe('codes', () => {
  it.each([
    ['59', '94287082'],
    ['1111111109', '07081804'],
    ['1111111111', '14050471'],
    ['1234567890', '89005924'],
    ['2000000000', '69279037'],
    ['20000000000', '65353130'],
  ])('are those of RFC 6238 at %s', (seconds, code) => {
    expect(codeAt(Buffer.from('12345678901234567890'), Math.floor(Number(seconds) / 30))).toBe(code.slice(-6))
  })

  it('are taken one step early or late, and no more', () => {
    const secret = Buffer.from('12345678901234567890')
    const step = Math.floor(now.getTime() / STEP_MS)
    const taken = [-2, -1, 0, 1, 2].map(skew => stepOfCode(secret, codeAt(secret, step + skew), now))

    expect(taken).toEqual([null, step - 1, step, step + 1, null])
    expect(stepOfCode(secret, '12345', now)).toBeNull()
  })

  it('travel to the app in base32', () => {
    expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI')
  })
})

it('is asked for after the password, and not before', async () => {
  const { email, code } = await withFactor()

  expect((await signIn(email, 'nie to', code())).body.code).toBe('wrong-password')
  expect((await signIn(email, password)).body.code).toBe('code-needed')
  expect((await signIn(email, password, '000000')).body.code).toBe('wrong-code')
  expect((await signIn(email, password, code())).status).toBe(200)
})

it('takes a code once', async () => {
  const { email, code } = await withFactor()
  const both = await Promise.all([signIn(email, password, code()), signIn(email, password, code())])

  expect(both.map(reply => reply.status).toSorted()).toEqual([200, 401])
  expect((await signIn(email, password, code())).body.code).toBe('wrong-code')
  passTime()
  expect((await signIn(email, password, code())).status).toBe(200)
})

it('takes each recovery code once, in any spelling', async () => {
  const { email, recoveryCodes, token } = await withFactor()
  const [first = '', second = ''] = recoveryCodes

  expect(recoveryCodes).toHaveLength(10)
  expect((await signIn(email, password, first.replaceAll('-', ' ').toUpperCase())).status).toBe(200)
  expect((await signIn(email, password, first)).body.code).toBe('wrong-code')
  expect((await signIn(email, password, second)).status).toBe(200)
  expect((await ask('GET', '/api/me/second-factor', token)).body).toEqual({
    isOn: true,
    isRequired: false,
    codesLeft: 8,
  })
})

it('counts for nothing until its first code has confirmed it', async () => {
  const { email } = await employee()
  const { token } = (await signIn(email, password)).body
  const { secret, uri } = (await ask('POST', '/api/me/second-factor', token)).body

  expect(uri).toContain(`secret=${secret}`)
  expect((await ask('POST', '/api/me/second-factor/confirm', token, { code: '000000' })).body.code).toBe('wrong-code')
  expect((await signIn(email, password)).status).toBe(200)
  expect((await ask('POST', '/api/me/second-factor/confirm', token, { code: 'x' })).status).toBe(400)
})

it('is not replaced once it is confirmed, and taken off only by a code of it', async () => {
  const { email, token, code } = await withFactor()
  const remove = (word: string) => ask('POST', '/api/me/second-factor/remove', token, { code: word })

  expect((await ask('POST', '/api/me/second-factor', token)).status).toBe(403)
  expect((await remove('000000')).body.code).toBe('wrong-code')
  expect((await remove(code())).status).toBe(204)
  expect((await signIn(email, password)).status).toBe(200)
  expect((await remove('000000')).status).toBe(404)
})

it('is not passed by a password link', async () => {
  const { id, email, code } = await withFactor()
  const { passwordLink } = (await admin.post(`/api/accounts/${id}/password-link`, {})).body
  const use = (word?: string) =>
    ask('POST', '/api/session/password-link', undefined, {
      token: passwordLink.split('/').at(-1),
      password: 'Zupełnie nowe',
      ...(word && { code: word }),
    })

  expect((await use()).body.code).toBe('code-needed')
  expect((await use('000000')).body.code).toBe('wrong-code')
  expect((await signIn(email, password)).body.code).toBe('code-needed')
  expect((await use(code())).status).toBe(200)
})

it('is taken off by an administrator for who lost his telephone, and by nobody else', async () => {
  const { id, email } = await withFactor()
  const other = await employee()
  const { token } = (await signIn(other.email, password)).body

  expect((await ask('DELETE', `/api/accounts/${id}/second-factor`, token)).status).toBe(403)
  expect((await admin.remove(`/api/accounts/${id}/second-factor`)).status).toBe(204)
  expect((await admin.remove(`/api/accounts/${id}/second-factor`)).status).toBe(404)
  expect((await signIn(email, password)).status).toBe(200)
})

it('is set up on the way in when the company asks for it', async () => {
  const { email } = await employee()
  expect((await admin.patch('/api/settings/second-factor', { required: 'everyone' })).status).toBe(200)
  const draft = (word = password) => ask('POST', '/api/session/second-factor', undefined, { email, password: word })

  expect((await signIn(email, password)).body.code).toBe('second-factor-needed')
  expect((await draft('nie to')).body.code).toBe('wrong-password')
  const { secret } = (await draft()).body
  expect((await signIn(email, password, '000000')).body.code).toBe('wrong-code')
  const entered = await signIn(email, password, appOf(secret)())

  expect(entered.status).toBe(200)
  expect(entered.body.recoveryCodes).toHaveLength(10)
  expect((await draft()).body.code).toBe('not-allowed')
  passTime()
  const remove = { code: appOf(secret)() }
  expect((await ask('POST', '/api/me/second-factor/remove', entered.body.token, remove)).status).toBe(403)
  await admin.patch('/api/settings/second-factor', { required: 'nobody' })
})

it('lets a new user set his password by a link and then begin his second factor', async () => {
  await admin.patch('/api/settings/second-factor', { required: 'everyone' })
  const { body } = await admin.post('/api/users', { name: 'Nowa', email: 'nowa@nasza.example' })
  const token = body.passwordLink.split('/').at(-1)

  const used = await ask('POST', '/api/session/password-link', undefined, { token, password })

  expect(used.body.code).toBe('second-factor-needed')
  expect((await signIn('nowa@nasza.example', password)).body.code).toBe('second-factor-needed')
  await admin.patch('/api/settings/second-factor', { required: 'nobody' })
  expect((await signIn('nowa@nasza.example', password)).status).toBe(200)
})

it('is asked for by administrators only', async () => {
  const { email } = await employee()
  const { token } = (await signIn(email, password)).body

  expect((await ask('PATCH', '/api/settings/second-factor', token, { required: 'everyone' })).status).toBe(403)
  expect((await ask('GET', '/api/settings/second-factor', token)).body).toEqual({ required: 'nobody' })
  expect((await admin.patch('/api/settings/second-factor', { required: 'somebody' })).status).toBe(400)
})

it('keeps secrets and recovery codes unreadable in the database', async () => {
  const { draft, recoveryCodes } = await withFactor()
  const { rows } = await test.asSuper.query(
    `select encode(secret, 'hex') as kept from second_factor union all select code_hash from recovery_code`,
  )
  const kept = rows.map(row => row.kept).join(' ')

  expect(kept).not.toContain(bytesOf(draft.secret).toString('hex'))
  expect(kept).not.toContain(Buffer.from(draft.secret).toString('hex'))
  for (const code of recoveryCodes) expect(kept).not.toContain(code.replaceAll('-', ''))
})

it('is taken off by its owner with a code of it only, whatever role he has', async () => {
  const who = await withFactor()
  const path = `/api/accounts/${who.id}/second-factor`

  expect((await ask('DELETE', path, who.token)).status).toBe(403)
  await admin.patch(`/api/accounts/${who.id}`, { isAdmin: true })
  expect((await ask('DELETE', path, who.token)).status).toBe(403)
  expect((await ask('GET', '/api/me/second-factor', who.token)).body.isOn).toBe(true)
})

it('gives nobody a password but those whom an administrator gives one', async () => {
  const lonely = await buildUser(test)

  expect((await lonely.post(`/api/accounts/${lonely.id}/password-link`, {})).status).toBe(403)
})
