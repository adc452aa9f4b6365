import { afterAll, expect, it } from 'vitest'
import { openAccounts } from '../../../server/identity/nested-account.ts'
import { startMicrosoftAuthority } from '../../support/microsoft-authority.ts'

const outside = await startMicrosoftAuthority()
afterAll(() => outside.stop())
const provider = { issuer: outside.issuer, clientId: outside.clientId, clientSecret: 'tajemnica' }
const now = new Date()

it('says that Microsoft does not answer, which is no word about the token', async () => {
  const read = openAccounts(outside.origin)
  outside.isSilent = true
  await expect(read(provider, await outside.token(), now)).rejects.toMatchObject({ code: 'provider-silent' })

  outside.isSilent = false
  expect(await read(provider, await outside.token(), now)).toMatchObject({ label: 'Anna Nowak, anna@nasza.example' })
})

it('asks for new keys at most each half minute, whatever strangers send, and surely each hour', async () => {
  const read = openAccounts(outside.origin)
  await read(provider, await outside.token(), now)
  await outside.changeKey()
  const before = outside.keysAsked

  for (let turn = 0; turn < 3; turn += 1)
    await expect(read(provider, await outside.token(), now)).rejects.toMatchObject({ code: 'account-refused' })
  expect(outside.keysAsked).toBe(before)

  const later = new Date(now.getTime() + 61 * 60_000)
  const token = await outside.token({}, { issued: later })
  expect(await read(provider, token, later)).toMatchObject({ issuer: outside.issuer })
})
