import { render } from 'preact'
import { afterEach, expect, it } from 'vitest'
import { SurroundingsProvider } from '../../../addin/app/surroundings.ts'
import { TriagePage } from '../../../addin/file/triage-page.tsx'
import type { BrowserHost } from '../../../addin/host/browser.ts'
import { LanguageContext } from '../../../addin/ui/language.ts'
import { Toasts } from '../../../addin/ui/toast.tsx'
import type { Suggestion } from '../../../shared/lookup.ts'
import type { TriageGroup } from '../../../shared/triage.ts'
import { type Answer, type Asked, type FakeHost, fakeHost, refusal } from '../../support/fake-host.ts'
import { allByRole, byRole } from '../by-role.ts'
import { choose, eventually, press, type as typeInto } from '../pane/show-pane.ts'

const me = { id: 'u', name: 'Jan', email: 'jan@nasza.example', isAdmin: false, language: 'pl' as const }
const meblex: Suggestion = {
  contractorId: 'meblex',
  contractorName: 'Meblex',
  caseId: null,
  caseReference: null,
  caseTitle: null,
  method: 'address',
  reason: 'w@dwoje.example',
  score: 0.9,
}

afterEach(() => render(null, document.body))

function buildGroup(key: string, facts: Partial<TriageGroup> = {}): TriageGroup {
  const occurredAt = '2026-11-20T10:00:00.000Z'
  return {
    id: key,
    key,
    name: '',
    amount: 2,
    subject: 'Temat',
    occurredAt,
    reasons: ['unknown-sender'],
    mailboxes: [],
    suggestions: [],
    ...facts,
  }
}

/** The triage page, with groups that go away when something was done with them. */
function showTriage(groups: TriageGroup[], answers: Record<string, Answer> = {}): FakeHost {
  let waiting = groups
  const treat = ({ body }: Asked) => {
    const { sender, ids } = body as { sender?: string; ids?: string[] }
    const meant = groups.filter(group => group.key === sender || ids?.includes(group.id))
    waiting = waiting.filter(group => !meant.includes(group))
    return { items: meant.map(({ id }) => ({ id, done: true, itemId: `item-${id}`, wasThere: false })), left: 0 }
  }
  const host = fakeHost(null, {
    'GET /api/triage/groups': () => ({ items: waiting, next: null }),
    'POST /api/triage/leave-out': treat,
    'POST /api/triage/file': treat,
    'POST /api/triage/recover': ({ body }: Asked) => {
      waiting = groups
      return { items: (body as { ids: string[] }).ids.map(id => ({ id, done: true })), left: 0 }
    },
    'GET /api/contractors': { items: [], next: null },
    'GET /api/contractors/meblex/cases': { items: [], next: null },
    ...answers,
  })
  render(
    <LanguageContext.Provider value="pl">
      <SurroundingsProvider value={{ host: host as unknown as BrowserHost, me }}>
        <Toasts>
          <TriagePage />
        </Toasts>
      </SurroundingsProvider>
    </LanguageContext.Provider>,
    document.body,
  )
  return host
}

const triageRow = {
  ...{
    id: 'mail-1',
    messageId: 'm@nowy.example',
    subject: 'Temat',
    from: 'Ala',
    address: 'ala@nowy.example',
  },
  ...{
    occurredAt: '2026-11-20T10:00:00.000Z',
    state: 'open',
    reason: 'unknown-sender',
    mailboxes: ['biuro@nasza.example'],
  },
}
const message = {
  ...{
    from: [{ name: 'Ala', address: 'ala@nowy.example' }],
    replyTo: [],
    to: [],
    cc: [],
    text: 'Proszę o ofertę',
    quoted: '',
  },
  ...{ html: null, isCut: false, pictures: [], mayLoadPictures: false, headers: [], thread: [] },
}

const row = (name: string) =>
  eventually(
    () => byRole(document.body, 'button', name, undefined).closest('li')?.querySelector('[data-row]') as HTMLElement,
  )
const focused = () => (document.activeElement as HTMLElement).dataset.row
const type = (key: string, more: KeyboardEventInit = {}) =>
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
const bodyOf = (host: FakeHost, path: string) => host.asked.findLast(asked => asked.path === path)?.body

it('names the mailboxes by which mail came only where there are several', async () => {
  const one = buildGroup('ewa@skrzynki.example', { mailboxes: ['biuro@nasza.example'] })
  const more = { mailboxes: ['biuro@nasza.example', 'jan@nasza.example'] }
  showTriage([one, buildGroup('iga@skrzynki.example', more)], { 'GET /api/triage': { items: [triageRow], next: null } })
  expect((await row('Pomiń: ewa@skrzynki.example')).textContent).toContain('skrzynka biuro@nasza.example')
  expect((await row('Pomiń: iga@skrzynki.example')).textContent).toContain(
    'skrzynki biuro@nasza.example, jan@nasza.example',
  )
  ;(await row('Pomiń: ewa@skrzynki.example')).click()
  await eventually(() =>
    expect(document.querySelector('.triage-mails')?.textContent).toContain('skrzynka biuro@nasza.example'),
  )
  render(null, document.body)

  showTriage([one])

  await eventually(() => expect(document.body.textContent).not.toContain('biuro@nasza.example'))
  await row('Pomiń: ewa@skrzynki.example')
})

it('reads the newest mail of a sender by O, and shuts it again', async () => {
  const host = showTriage([buildGroup('ala@nowy.example', { id: 'mail-1' })], {
    'GET /api/triage': { items: [triageRow], next: null },
    'GET /api/triage/mail-1/message': message,
  })
  ;(await row('Pomiń: ala@nowy.example')).focus()

  type('o')

  await eventually(() => expect(document.body.textContent).toContain('Proszę o ofertę'))
  expect(focused()).toBe('ala@nowy.example')
  expect(byRole(document.body, 'button', 'Przeczytaj: Temat').getAttribute('aria-expanded')).toBe('true')
  type('o')
  await eventually(() => expect(document.body.textContent).not.toContain('Proszę o ofertę'))
  expect(host.asked.filter(({ path }) => path.endsWith('/message'))).toHaveLength(1)
})

it('reads one mail of several by its button, and says when it cannot be read', async () => {
  showTriage([buildGroup('ala@nowy.example', { id: 'mail-1' })], {
    'GET /api/triage': { items: [triageRow], next: null },
    'GET /api/triage/mail-1/message': refusal(422, 'not-processable'),
  })
  ;(await row('Pomiń: ala@nowy.example')).click()

  await press(document.body, 'Przeczytaj: Temat')

  await eventually(() => expect(document.querySelector('.triage-mails [role=alert]')).not.toBeNull())
})

it('moves among senders by J and K and leaves one out by X, with the way back by U', async () => {
  const host = showTriage([buildGroup('a@a.example'), buildGroup('b@b.example'), buildGroup('c@c.example')])
  ;(await row('Pomiń: a@a.example')).focus()
  type('j')
  expect(focused()).toBe('b@b.example')

  type('x')

  await eventually(() => expect(focused()).toBe('c@c.example'))
  expect(bodyOf(host, '/api/triage/leave-out')).toEqual({ sender: 'b@b.example' })
  await eventually(() => expect(byRole(document.body, 'button', 'Cofnij')).toBeTruthy())
  type('k')
  expect(focused()).toBe('a@a.example')
  type('u')
  await row('Pomiń: b@b.example')
  expect(bodyOf(host, '/api/triage/recover')).toEqual({ ids: ['b@b.example'] })
})

it.each([
  ['ala@nowy.example', 'Ala Nowak', '@nowy.example'],
  ['ala@gmail.com', 'Ala Nowak', 'ala@gmail.com'],
])('opens a file for a stranger, %s, and files the mail there', async (key, name, addresses) => {
  const host = showTriage([buildGroup(key, { name })], {
    'POST /api/contractors/holders': { items: [], ofTaxId: [] },
    'POST /api/contractors': { id: 'nowy', name, addresses: [] },
  })
  ;(await row(`Nowy kontrahent: ${name}`)).focus()
  type('n')
  const dialog = await eventually(() => byRole(document.body, 'dialog', 'Nowy kontrahent'))
  await press(dialog, 'Utwórz kontrahenta')

  await eventually(() => expect(bodyOf(host, '/api/triage/file')).toMatchObject({ sender: key, contractorId: 'nowy' }))
  expect(bodyOf(host, '/api/contractors')).toMatchObject({ name, addresses: [addresses], earlierMail: 'ask' })
})

it('opens no one file for all of a public domain, for nobody, for a look-alike, or where a file is proposed', async () => {
  showTriage([
    buildGroup('gmail.com'),
    buildGroup(''),
    buildGroup('w@dwoje.example', { suggestions: [meblex] }),
    buildGroup('a@mebIex.example', { reasons: ['unknown-sender', 'look-alike'] }),
    buildGroup('nowy.example'),
  ])
  await row('Nowy kontrahent: nowy.example')
  expect(allByRole(document.body, 'button', 'Nowy kontrahent')).toHaveLength(1)
  for (const name of ['gmail.com', 'nieznany nadawca', 'w@dwoje.example', 'a@mebIex.example']) {
    ;(await row(`Pomiń: ${name}`)).focus()
    type('n')
  }
  await Promise.resolve()
  expect(allByRole(document.body, 'dialog')).toEqual([])

  ;(await row('Pomiń: nowy.example')).focus()
  type('n')
  await eventually(() => byRole(document.body, 'dialog', 'Nowy kontrahent'))
})

it('does what a key says with the sender in focus, also when others have come above him since', async () => {
  const host = showTriage([buildGroup('a@a.example'), buildGroup('b@b.example')])
  ;(await row('Pomiń: b@b.example')).focus()
  type('k')
  type('x')
  await eventually(() => expect(focused()).toBe('b@b.example'))
  await eventually(() => expect(byRole(document.body, 'button', 'Cofnij')).toBeTruthy())
  type('u')
  await row('Pomiń: a@a.example')
  expect(focused()).toBe('b@b.example')

  type('x')

  await eventually(() => expect(bodyOf(host, '/api/triage/leave-out')).toEqual({ sender: 'b@b.example' }))
})

it('does nothing by a letter with a modifier, or inside an opened sender', async () => {
  const mail = {
    ...buildGroup('m'),
    messageId: null,
    from: 'Ala',
    address: 'a@a.example',
    state: 'open',
    reason: 'unknown-sender',
  }
  const host = showTriage([buildGroup('a@a.example')], { 'GET /api/triage': { items: [mail], next: null } })
  const toggle = await row('Pomiń: a@a.example')
  toggle.focus()
  type('x', { ctrlKey: true })
  toggle.click()
  const inside = await eventually(() => byRole(document.body, 'button', 'Pomiń: Temat'))
  inside.focus()

  type('x')
  type('f')

  expect(bodyOf(host, '/api/triage/leave-out')).toBeUndefined()
  expect(allByRole(document.body, 'dialog')).toEqual([])
})

it('files all mail of a sender where it is proposed, with the reason in words', async () => {
  const host = showTriage([buildGroup('w@dwoje.example', { suggestions: [meblex] })])
  await eventually(() => expect(document.body.textContent).toContain('Propozycja: adres w@dwoje.example'))

  await press(document.body, 'Przypisz: Meblex')

  await eventually(() => expect(document.body.textContent).toContain('Przypisano: 1\u00a0mail.'))
  expect(bodyOf(host, '/api/triage/file')).toEqual({ sender: 'w@dwoje.example', contractorId: 'meblex' })
  await eventually(() => expect(document.body.textContent).toContain('Nic nie czeka'))
})

/** The dialog for the mail of one sender that is all about one repair, with a new case chosen. */
async function atNewCase(answers: Record<string, Answer> = {}) {
  const opened = { id: 'opened', reference: '2026/0030', title: 'Naprawa dachu' }
  const host = showTriage([buildGroup('w@dwoje.example', { suggestions: [meblex] })], {
    'GET /api/triage': {
      items: ['Re: Naprawa dachu', 'Naprawa dachu, termin'].map(subject => ({ ...triageRow, subject })),
      next: null,
    },
    'GET /api/contractors/meblex': { audience: [{ id: 'g', name: 'Wszyscy', isGroup: true }] },
    'GET /api/cases/opened': { ...opened, audience: [{ id: 'g', name: 'Wszyscy', isGroup: true }] },
    'POST /api/contractors/meblex/cases': opened,
    ...answers,
  })
  ;(await row('Przypisz: w@dwoje.example')).focus()
  type('f')
  await eventually(() => byRole(document.body, 'option', 'Nowa sprawa'))
  await choose(document.body, 'Sprawa', 'new')
  const openings = () =>
    host.asked.filter(one => one.method === 'POST' && one.path.endsWith('/cases')).map(one => one.body)
  return { host, openings }
}
const titleField = () => byRole(document.body, 'textbox', 'Tytuł nowej sprawy') as HTMLInputElement
const pressFile = () => press(document.querySelector('dialog') as HTMLElement, 'Przypisz')

it('files all mail of a sender in one new case, titled as its subjects begin', async () => {
  const { host, openings } = await atNewCase()
  await eventually(() => expect(titleField().value).toBe('Naprawa dachu'))
  await eventually(() => expect(document.body.textContent).toContain('Widoczne dla: Wszyscy'))

  await pressFile()

  await eventually(() => expect(document.body.textContent).toContain('Przypisano: 1\u00a0mail.'))
  expect(openings()).toEqual([{ id: expect.stringMatching(/^[0-9a-f-]{36}$/), title: 'Naprawa dachu' }])
  const body = { sender: 'w@dwoje.example', contractorId: 'meblex', caseId: 'opened' }
  expect(bodyOf(host, '/api/triage/file')).toEqual(body)
  await eventually(() => expect(allByRole(document.body, 'dialog')).toEqual([]))
})

it('files nothing where the case may not be opened, and asks for the same case again', async () => {
  const { host, openings } = await atNewCase({ 'POST /api/contractors/meblex/cases': refusal(403, 'not-allowed') })
  await eventually(() => expect(titleField().value).toBe('Naprawa dachu'))

  await pressFile()

  const words = () => document.querySelector('dialog')?.textContent
  await eventually(() => expect(words()).toContain('Nie udało się utworzyć sprawy, więc wszystko zostało'))
  expect(words()).toContain('Nie masz do tego uprawnień')
  expect(bodyOf(host, '/api/triage/file')).toBeUndefined()

  host.answer('POST /api/contractors/meblex/cases', { id: 'opened', reference: '2026/0030', title: 'Naprawa dachu' })
  await pressFile()

  await eventually(() => expect(bodyOf(host, '/api/triage/file')).toMatchObject({ caseId: 'opened' }))
  expect(openings()[1]).toEqual(openings()[0])
})

it('files nothing in a new case without a title', async () => {
  const { openings } = await atNewCase()
  await eventually(() => expect(titleField().value).toBe('Naprawa dachu'))
  await typeInto(document.body, 'Tytuł nowej sprawy', ' ')

  await pressFile()

  await eventually(() => expect(document.querySelector('dialog')?.textContent).toContain('Wpisz tytuł.'))
  expect(openings()).toEqual([])
})

it('keeps the case that it opened where the mail could not be filed, and files there then', async () => {
  const { host, openings } = await atNewCase({ 'POST /api/triage/file': refusal(503, 'unavailable') })
  await eventually(() => expect(titleField().value).toBe('Naprawa dachu'))
  await pressFile()
  const chosen = () => (byRole(document.body, 'combobox', 'Sprawa') as HTMLSelectElement).selectedOptions[0]?.text
  await eventually(() => expect(chosen()).toBe('2026/0030 Naprawa dachu'))
  expect(document.querySelector('dialog [role=alert]')).not.toBeNull()
  expect(document.querySelector('dialog')?.textContent).not.toContain('Nie udało się utworzyć sprawy')

  host.answer('POST /api/triage/file', { items: [{ id: 'm', done: true, itemId: 'i' }], left: 0 })
  await pressFile()

  await eventually(() => expect(document.body.textContent).toContain('Przypisano: 1\u00a0mail.'))
  expect(openings()).toHaveLength(1)
  expect(bodyOf(host, '/api/triage/file')).toMatchObject({ caseId: 'opened' })
})

it('asks again while more of a sender waits, and stops when none of it can go', async () => {
  let rounds = 0
  const host = showTriage([buildGroup('a@a.example', { amount: 250 })], {
    'POST /api/triage/leave-out': () => {
      rounds += 1
      return { items: [{ id: `m${rounds}`, done: rounds < 3, code: 'not-found' }], left: 100 }
    },
  })

  await press(document.body, 'Pomiń: a@a.example')

  await eventually(() =>
    expect(document.body.textContent).toContain('Pominięto: 2\u00a0maile. Nie udało się: 1\u00a0mail'),
  )
  expect(host.asked.filter(asked => asked.path === '/api/triage/leave-out')).toHaveLength(3)
})

it('says why a deed did not work, and keeps the mail where it is', async () => {
  showTriage([buildGroup('w@dwoje.example', { suggestions: [meblex] })], {
    'POST /api/triage/file': refusal(409, 'case-closed'),
  })

  await press(document.body, 'Przypisz: Meblex')

  await eventually(() => byRole(document.body, 'alert', 'Ta sprawa jest zamknięta'))
  expect(allByRole(document.body, 'button', 'Pomiń: w@dwoje.example')).toHaveLength(1)
})

it('says that the list could not be loaded, and loads it when asked again', async () => {
  const host = showTriage([], { 'GET /api/triage/groups': refusal(503, 'unavailable') })
  await eventually(() => byRole(document.body, 'alert', 'chwilowo niedostępny'))

  host.answer('GET /api/triage/groups', { items: [], next: null })
  await press(document.body, 'Spróbuj ponownie')

  await eventually(() => expect(document.body.textContent).toContain('Nic nie czeka'))
})

it('shows what was left out with its reason, and recovers it', async () => {
  const host = showTriage([buildGroup('news@lista.example', { reasons: ['newsletter', 'blocked'] })])

  await press(document.body, 'Pominięte')
  await eventually(() => expect(document.body.textContent).toContain('newsletter, na liście zablokowanych'))
  host.answer('POST /api/triage/recover', { items: [{ id: 'x', done: true }], left: 0 })
  await press(document.body, 'Przywróć: news@lista.example')

  await eventually(() => expect(document.body.textContent).toContain('Przywrócono: 1\u00a0mail.'))
  expect(bodyOf(host, '/api/triage/recover')).toEqual({ sender: 'news@lista.example' })
  expect(host.asked.some(asked => asked.query.get('state') === 'left-out')).toBe(true)
})
