import { expect, it } from 'vitest'
import { MailboxesPage } from '../../../addin/admin/mailboxes-page.tsx'
import { forgetAnswers } from '../../../addin/app/kept-answers.ts'
import { HeldPage } from '../../../addin/file/held-page.tsx'
import type { Mailbox } from '../../../shared/mailbox.ts'
import { refusal } from '../../support/fake-host.ts'
import { allByRole, byRole } from '../by-role.ts'
import { choose, eventually, press } from '../pane/show-pane.ts'
import { sent, showPage } from './show-page.tsx'

const page = document.body
const mailbox: Mailbox = {
  id: 'm',
  ownerId: 'u',
  kind: 'imap',
  host: 'imap.nasza.example',
  port: 993,
  tls: true,
  user: 'jan@nasza.example',
  signIn: 'password',
  hasOwnAuthority: false,
  since: '2026-01-01',
  folders: [],
  audience: { users: [], groups: [] },
  helpers: { users: [], groups: [] },
  files: 'all',
  release: 'after-grace',
  graceMinutes: 30,
  marks: false,
  markTrouble: 'no-marks',
  consentBy: 'u',
  consentAt: '2026-11-20T09:00:00.000Z',
  held: 2,
  state: 'live',
  error: null,
  lastSyncAt: null,
  alarmedAt: null,
  lag: null,
  stored: 10,
  remaining: 0,
  waitingSince: null,
  unfiledShare: 0,
  failures: [],
}
const jan = { id: 'u', name: 'Jan', email: 'jan@nasza.example', isAdmin: true }
const answersWith = (one: Mailbox) => ({
  'GET /api/mailboxes': { items: [one], next: null },
  'GET /api/users': { items: [jan], next: null },
  'GET /api/groups': { items: [], next: null },
  'PATCH /api/mailboxes/m': one,
})

it('says in words what the owner consents to, and what only he sees so far', async () => {
  showPage(MailboxesPage, answersWith(mailbox))

  await eventually(() => expect(page.textContent).toContain('Samo trafia do kartotek: odebrane i wysłane.'))
  const words = page.textContent?.replaceAll('\u00A0', ' ')
  expect(words).toContain('Inni widzą to po 30 minutach.')
  expect(words).toContain('Serwer tej skrzynki nie przyjmuje znaków')
  expect(byRole(page, 'link', 'Tylko ty widzisz na razie: 2').getAttribute('href')).toBe('#/held')
})

it('lets the owner change it, with a grace time that is one', async () => {
  const host = showPage(MailboxesPage, answersWith(mailbox))
  await press(page, 'Zmień zgodę: jan@nasza.example')
  await choose(page, 'Co przypisywać samo', 'received')
  const minutes = (await eventually(() => byRole(page, 'spinbutton', 'Czas na zmianę zdania'))) as HTMLInputElement
  minutes.value = '0'
  minutes.dispatchEvent(new Event('input', { bubbles: true }))
  await press(page, 'Zapisz zgodę')
  await eventually(() => expect(page.textContent).toContain('Wpisz liczbę minut od 1 do 10080.'))
  minutes.value = '15'
  minutes.dispatchEvent(new Event('input', { bubbles: true }))

  await press(page, 'Zapisz zgodę')

  const body = {
    files: 'received',
    release: 'after-grace',
    graceMinutes: 15,
    marks: false,
    audience: { users: [], groups: [] },
  }
  await eventually(() => expect(sent(host, 'PATCH', '/api/mailboxes/m')).toEqual([body]))
})

it('names who helps with what waits, and lets the owner choose others', async () => {
  const ewa = { id: 'ewa', name: 'Ewa', email: 'ewa@nasza.example', isAdmin: false }
  const biuro = { id: 'biuro', name: 'Biuro', everyone: false, members: [] }
  const host = showPage(MailboxesPage, {
    ...answersWith({ ...mailbox, helpers: { users: ['ewa'], groups: [] } }),
    'GET /api/users': { items: [jan, ewa], next: null },
    'GET /api/groups': { items: [biuro], next: null },
  })
  await eventually(() => expect(page.textContent).toContain('W przypisywaniu pomagają: Ewa.'))

  await press(page, 'Kto pomaga przypisywać: jan@nasza.example')
  await eventually(() => expect((byRole(page, 'checkbox', 'Ewa') as HTMLInputElement).checked).toBe(true))
  expect(allByRole(page, 'checkbox', 'Jan')).toEqual([])
  byRole(page, 'checkbox', 'Ewa').click()
  await eventually(() => expect((byRole(page, 'checkbox', 'Ewa') as HTMLInputElement).checked).toBe(false))
  byRole(page, 'checkbox', 'Biuro').click()
  await eventually(() => expect((byRole(page, 'checkbox', 'Biuro') as HTMLInputElement).checked).toBe(true))
  await press(page, 'Zapisz')

  await eventually(() =>
    expect(sent(host, 'PATCH', '/api/mailboxes/m')).toEqual([{ helpers: { users: [], groups: ['biuro'] } }]),
  )
})

it('says nothing of who reads along until that is known, and then loses nobody whom it cannot name', async () => {
  forgetAnswers()
  const answers = {
    ...answersWith({ ...mailbox, helpers: { users: ['ewa', 'gone'], groups: [] } }),
    'GET /api/users': refusal(503, 'unavailable'),
  }
  const host = showPage(MailboxesPage, answers, { isAdmin: false })
  await eventually(() => byRole(page, 'alert', 'Spróbuj ponownie'))
  expect(page.textContent).not.toContain('Maile, które czekają na decyzję')
  expect(allByRole(page, 'button', 'Kto pomaga')).toEqual([])

  host.answer('GET /api/users', { items: [jan, { ...jan, id: 'ewa', name: 'Ewa' }], next: null })
  await press(page, 'Spróbuj ponownie')
  await eventually(() => expect(page.textContent).toContain('W przypisywaniu pomagają: Ewa i inne osoby.'))
  await press(page, 'Kto pomaga przypisywać: jan@nasza.example')
  await press(page, 'Zapisz')

  await eventually(() =>
    expect(sent(host, 'PATCH', '/api/mailboxes/m')).toEqual([{ helpers: { users: ['ewa', 'gone'], groups: [] } }]),
  )
})

it('names a helper whose account was disabled, and lets the owner untick her', async () => {
  forgetAnswers()
  const ewa = { id: 'ewa', name: 'Ewa', email: 'ewa@nasza.example', isAdmin: false, isFormer: true }
  const host = showPage(MailboxesPage, {
    ...answersWith({ ...mailbox, helpers: { users: ['ewa'], groups: [] } }),
    'GET /api/users': { items: [jan, ewa, { ...ewa, id: 'olga', name: 'Olga' }], next: null },
  })
  await eventually(() => expect(page.textContent).toContain('W przypisywaniu pomagają: Ewa (konto wyłączone).'))

  await press(page, 'Kto pomaga przypisywać: jan@nasza.example')
  const ticks = await eventually(() => byRole(page, 'checkbox', 'Ewa (konto wyłączone)'))
  // Whoever left is offered only where she stands already.
  expect(allByRole(page, 'checkbox', 'Olga')).toEqual([])
  ticks.click()
  await press(page, 'Zapisz')

  await eventually(() =>
    expect(sent(host, 'PATCH', '/api/mailboxes/m')).toEqual([{ helpers: { users: [], groups: [] } }]),
  )
})

it('keeps those in the audience of a consent who are no longer among the colleagues', async () => {
  forgetAnswers()
  const ewa = { id: 'ewa', name: 'Ewa', email: 'ewa@nasza.example', isAdmin: false, isFormer: true }
  const audience = { users: ['u', 'ewa', 'gone'], groups: ['lost'] }
  const host = showPage(MailboxesPage, {
    ...answersWith({ ...mailbox, audience }),
    'GET /api/users': { items: [jan, ewa], next: null },
  })

  await press(page, 'Zmień zgodę: jan@nasza.example')
  await eventually(() => byRole(page, 'checkbox', 'Ewa (konto wyłączone)'))
  await press(page, 'Zapisz zgodę')

  await eventually(() => expect(sent(host, 'PATCH', '/api/mailboxes/m')).toMatchObject([{ audience }]))
})

it('offers nobody else the consent of a mailbox, not even an administrator', async () => {
  showPage(MailboxesPage, answersWith({ ...mailbox, ownerId: 'ewa', held: null }))

  // What the page knew before shows until the answer is there.
  await eventually(() => expect(allByRole(page, 'button', 'Zmień zgodę')).toEqual([]))
  expect(allByRole(page, 'button', 'Kto pomaga')).toEqual([])
  await eventually(() => expect(page.textContent).toContain('Maile, które czekają na decyzję, widzi tylko właściciel.'))
  expect(page.textContent).toContain('Inni widzą to po')
  expect(page.textContent).not.toContain('Tylko ty widzisz')
})

it('shows held mail to the others or keeps it, and says when that came too late', async () => {
  const row = {
    itemId: 'i',
    mailboxId: 'm',
    title: 'Wynagrodzenie',
    who: 'Anna',
    occurredAt: '2026-11-20T09:00:00.000Z',
    contractorId: 'c',
    contractorName: 'Meblex',
    caseId: null,
    caseReference: null,
    until: null,
  }
  const host = showPage(HeldPage, {
    'GET /api/held': { items: [row], next: null },
    'POST /api/held/keep-private': { items: [{ itemId: 'i', done: true }] },
    'POST /api/held/release': { items: [{ itemId: 'i', done: false, code: 'not-found' }] },
  })

  await press(page, 'Zostaw dla siebie: Wynagrodzenie')
  await eventually(() => byRole(page, 'status', 'Ten mail zostaje tylko twój.'))
  await press(page, 'Pokaż teraz: Wynagrodzenie')
  await eventually(() => byRole(page, 'status', 'Tego maila nie dało się już zmienić'))

  expect(sent(host, 'POST', '/api/held/keep-private')).toEqual([{ itemIds: ['i'] }])
})
