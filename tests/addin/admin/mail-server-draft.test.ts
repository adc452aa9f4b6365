import { expect, it } from 'vitest'
import { bodyOf, draftOf, faultsOf } from '../../../addin/admin/mail-server-draft.ts'
import { outgoingPl } from '../../../addin/text/outgoing-pl.ts'
import type { MailServer } from '../../../shared/outgoing-mail.ts'

const text = outgoingPl.outgoing
const known: MailServer = {
  host: 'smtp.nasza.example',
  port: 587,
  encryption: 'starttls',
  user: 'lupa',
  sender: 'lupa@nasza.example',
  hasOwnAuthority: true,
  changedAt: '2026-11-20T09:00:00.000Z',
}

it('leaves out what shall stay: password and authority', () => {
  const draft = { ...draftOf(known), sender: 'inny@nasza.example' }

  expect(bodyOf(draft)).not.toHaveProperty('authority')
  expect(bodyOf(draft)).not.toHaveProperty('password')
  expect(faultsOf(draft, known, text)).toEqual({})
})

it('forgets the authority when told to, and then wants the password again', () => {
  const draft = { ...draftOf(known), forgetsAuthority: true }

  expect(bodyOf(draft).authority).toBeNull()
  expect(faultsOf(draft, known, text)).toEqual({ password: text.passwordMissing })
})
