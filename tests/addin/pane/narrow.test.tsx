import { expect, it } from 'vitest'
import { refusal } from '../../support/fake-host.ts'
import { byRole } from '../by-role.ts'
import { buildLookup, buildMessage, eventually, everyone, press, shelves, showFile } from './show-pane.ts'

const received = { id: 'm', messageId: null, action: 'file', items: [], method: 'hand', evidence: '', reason: null }
const seers = '/api/contractors/meblex/seers'
const answers = {
  'GET /api/cases/shelves': everyone,
  'GET /api/me': { id: 'jan', name: 'Jan', email: 'jan@nasza.example', isAdmin: false, language: 'pl' },
  'POST /api/messages': received,
}
const people = {
  items: [
    { id: 'jan', name: 'Jan' },
    { id: 'ewa', name: 'Ewa' },
  ],
}
const filings = ({ asked }: ReturnType<typeof showFile>['host']) => asked.filter(one => one.path === '/api/messages')

it('files for the user alone where nobody is ticked', async () => {
  const { pane, host } = showFile(buildLookup({ openCases: [shelves] }), { ...answers, [`GET ${seers}`]: people })

  await press(pane, 'Zawęź')
  await eventually(() => byRole(pane, 'checkbox', 'Ewa'))
  // Nothing may be filed until the circle holds at least the user, a moment after the list is there.
  await eventually(() =>
    expect(byRole(pane, 'button', 'Przypisz').matches(':disabled, [aria-disabled="true"]')).toBe(false),
  )
  await press(pane, 'Przypisz')

  await eventually(() => expect(filings(host)[0]?.query.getAll('viewer')).toEqual(['jan']))
})

it('files nothing while it is unknown who is there, and lets one try again or give it up', async () => {
  const { pane, host } = showFile(buildLookup({ openCases: [shelves] }), {
    ...answers,
    [`GET ${seers}`]: refusal(503, 'unavailable'),
  })
  await press(pane, 'Zawęź')
  await eventually(() => byRole(pane, 'button', 'Spróbuj ponownie'))

  await press(pane, 'Przypisz')
  byRole(pane, 'button', 'Przypisz').closest('form')?.requestSubmit()
  await press(pane, 'Spróbuj ponownie')
  await eventually(() => expect(host.asked.filter(one => one.path === seers)).toHaveLength(2))
  expect(filings(host)).toEqual([])

  await press(pane, 'Nie zawężaj')
  await press(pane, 'Przypisz')
  await eventually(() => expect(filings(host)[0]?.query.has('viewer')).toBe(false))
})

it('writes down for the user and who is ticked alone, also after another mail was looked at', async () => {
  const { pane, host } = showFile(buildLookup({ openCases: [shelves] }), {
    ...answers,
    [`GET ${seers}`]: people,
    'POST /api/activities': { id: 'note' },
  })
  const lookAt = async (messageId: string) => {
    host.show(buildMessage({ messageId }))
    const looked = () => host.asked.filter(one => one.path === '/api/lookup').at(-1)?.body
    await eventually(() => expect(looked()).toMatchObject({ messageId }))
    await eventually(() => expect(pane.querySelector('.stale')).toBeNull())
  }
  await press(pane, 'Notatka')
  const form = () => eventually(() => byRole(pane, 'form', 'Notatka'))
  expect((await form()).textContent).toContain('Widoczne dla')
  await press(await form(), 'Zawęź')
  const ewa = async () => eventually(async () => byRole(await form(), 'checkbox', 'Ewa') as HTMLInputElement)
  ;(await ewa()).click()
  await eventually(async () => expect((await ewa()).checked).toBe(true))
  expect((await form()).textContent).not.toContain('na własną skrzynkę')

  await lookAt('two@meblex.example')
  const elsewhere = document.body.appendChild(document.createElement('input'))
  elsewhere.focus()
  await lookAt('one@meblex.example')
  await eventually(async () => expect((await ewa()).checked).toBe(true))
  expect(document.activeElement).toBe(elsewhere)
  elsewhere.remove()
  await press(await form(), 'Zapisz')

  await eventually(() => {
    const made = host.asked.find(one => one.path === '/api/activities')?.body
    expect(made).toMatchObject({ kind: 'note', audience: { users: ['jan', 'ewa'] } })
  })
})

it('writes nothing down while it is unknown who is there, and for the place again when that is given up', async () => {
  const { pane, host } = showFile(buildLookup({ openCases: [shelves] }), {
    ...answers,
    [`GET ${seers}`]: refusal(503, 'unavailable'),
    'POST /api/activities': { id: 'note' },
  })
  const made = () => host.asked.filter(one => one.path === '/api/activities')
  await press(pane, 'Notatka')
  const form = await eventually(() => byRole(pane, 'form', 'Notatka') as HTMLFormElement)
  await press(form, 'Zawęź')
  await eventually(() => byRole(form, 'button', 'Spróbuj ponownie'))
  form.requestSubmit()
  await eventually(() => expect(host.asked.some(one => one.path === seers)).toBe(true))
  expect(made()).toEqual([])

  await press(form, 'Nie zawężaj')
  await press(form, 'Zapisz')
  await eventually(() => expect(made()).toHaveLength(1))
  expect(made()[0]?.body).not.toHaveProperty('audience')
})
