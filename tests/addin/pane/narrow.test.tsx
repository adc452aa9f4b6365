import { expect, it } from 'vitest'
import { refusal } from '../../support/fake-host.ts'
import { byRole } from '../by-role.ts'
import { buildLookup, eventually, everyone, press, shelves, showFile } from './show-pane.ts'

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
