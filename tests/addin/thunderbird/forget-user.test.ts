import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { answerQuestion } from '../../../addin/thunderbird/answer-question.ts'
import { fileNewMail } from '../../../addin/thunderbird/new-mail.ts'
import { keepSaved } from '../../../addin/thunderbird/saved-draft.ts'
import { fakeThunderbird } from './fake-thunderbird.ts'

let thunderbird: ReturnType<typeof fakeThunderbird>

beforeEach(() => {
  thunderbird = fakeThunderbird()
  vi.stubGlobal('messenger', thunderbird.messenger)
  vi.stubGlobal('fetch', thunderbird.fetch)
})
afterEach(() => vi.unstubAllGlobals())

const meant = { caseId: 'case', contractorId: 'meblex', reference: '2026/0017', contractorName: 'Meblex', parties: [] }
const signOut = () =>
  answerQuestion({ ask: 'sign-out' }, {} as Parameters<typeof answerQuestion>[1]) as Promise<unknown>

it('keeps nothing of whoever signs out but the filings that wait, which he was asked about', async () => {
  await fileNewMail(true)
  await keepSaved('draft@nasza.example', meant)
  const later = { why: 'sent', account: 'anna@nasza.example' }
  Object.assign(thunderbird.local, { 'pane:ignored': '["ewa@meblex.example"]', 'later: sent': later })

  await signOut()

  expect(Object.keys(thunderbird.local).toSorted()).toEqual(['files-for', 'files-since', 'later: sent', 'server'])
  expect(thunderbird.local['files-for']).toBe('')
})

it('leaves what another meant his drafts for', async () => {
  thunderbird.local.account = 'jan@nasza.example'
  await keepSaved('of-jan@nasza.example', meant)
  thunderbird.local.account = 'anna@nasza.example'
  await keepSaved('of-anna@nasza.example', meant)

  await signOut()

  expect(thunderbird.kept('draft:')).toMatchObject([{ account: 'jan@nasza.example' }])
})
