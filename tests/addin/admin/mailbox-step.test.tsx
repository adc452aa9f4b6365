import { expect, it } from 'vitest'
import { forgetAnswers } from '../../../addin/app/kept-answers.ts'
import { MailboxStep } from '../../../addin/start/mailbox-step.tsx'
import type { StepProps } from '../../../addin/start/step-props.ts'
import { byRole } from '../by-role.ts'
import { eventually, type } from '../pane/show-pane.ts'
import { showPage } from './show-page.tsx'

const kept = {
  ...{ id: 'm', ownerId: 'u', kind: 'imap', host: 'imap.nasza.example', port: 143, tls: false, user: 'biuro' },
  ...{ signIn: 'password', since: '2026-01-01', folders: [] },
}

function showStep(items: unknown[]) {
  const props = { run: { done: ['mailbox'] }, onDone: async () => undefined } as unknown as StepProps
  showPage(() => <MailboxStep {...props} />, { 'GET /api/mailboxes': { items, next: null } })
}

const field = (name: string) => eventually(() => byRole(document.body, 'textbox', name) as HTMLInputElement)

it('holds the mailbox that is read already, without its password, and says so', async () => {
  forgetAnswers()
  showStep([{ ...kept, ownerId: 'other', host: 'cudzy.example' }, kept])

  expect((await field('Serwer')).value).toBe('imap.nasza.example')
  expect((await field('Użytkownik')).value).toBe('biuro')
  expect(document.querySelector<HTMLInputElement>('[type=password]')?.value).toBe('')
  expect(document.body.textContent).toContain('Skrzynka biuro jest już czytana')
})

it('holds what was typed, when another step was opened in between', async () => {
  forgetAnswers()
  showStep([])
  await type(document.body, 'Serwer', 'imap.inny.example')
  await type(document.body, 'Hasło', 'tajne')

  showPage(() => <p>inny krok</p>, {})
  showStep([])

  expect((await field('Serwer')).value).toBe('imap.inny.example')
  expect(document.querySelector<HTMLInputElement>('[type=password]')?.value).toBe('')
})

it('warns of a password that crosses the network readable, and not of one that stays on this machine', async () => {
  forgetAnswers()
  showStep([kept])
  await field('Serwer')
  const warning = () => document.querySelector('[role=alert]')?.textContent

  expect(warning()).toContain('czytelne dla każdego, kto podsłuchuje')
  await type(document.body, 'Serwer', '127.0.0.1')

  await eventually(() => expect(warning()).toBeUndefined())
})
