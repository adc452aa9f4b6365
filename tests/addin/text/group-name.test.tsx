import { beforeEach, expect, it } from 'vitest'
import { forgetAnswers } from '../../../addin/app/kept-answers.ts'
import { useChoices } from '../../../addin/app/use-choices.ts'
import { ViewerList } from '../../../addin/file/viewer-list.tsx'
import { groupName } from '../../../addin/text/group-name.ts'
import type { Language } from '../../../addin/text/language.ts'
import { seersEn } from '../../../addin/text/seers-en.ts'
import { showPage } from '../admin/show-page.tsx'
import { eventually } from '../pane/show-pane.ts'

const groups = [
  { id: 'g', name: 'Wszyscy', everyone: true, members: [] },
  { id: 'h', name: 'Handel', everyone: false, members: [] },
]
const answers = { 'GET /api/users': { items: [], next: null }, 'GET /api/groups': { items: groups, next: null } }

beforeEach(forgetAnswers)

function Names() {
  return (
    <p>
      {useChoices()
        .value?.groups.map(({ name }) => name)
        .join(', ')}
    </p>
  )
}

function Viewers() {
  const viewers = [
    { id: 'g', name: 'Wszyscy', isGroup: true },
    { id: 'u', name: 'Wszyscy', isGroup: false },
  ]
  return <ViewerList viewers={viewers} />
}

it.each<[Language, string]>([
  ['pl', 'Wszyscy, Handel'],
  ['en', 'Everyone, Handel'],
])('offers groups to choose by their names in %s', async (language, names) => {
  showPage(Names, answers, { language })

  await eventually(() => expect(document.body.textContent).toBe(names))
})

it('names the group of everyone in English, and no person who is called so', () => {
  showPage(Viewers, {}, { language: 'en' })

  expect([...document.querySelectorAll('.cut')].map(one => one.textContent)).toEqual(['Everyone', 'Wszyscy'])
})

it('names it in the reasons, too, and leaves the others as they are', () => {
  const reason = {
    through: 'contractor' as const,
    group: 'Wszyscy',
    caseReference: null,
    by: null,
    at: null,
    until: null,
  }

  expect(seersEn.why(reason)).toBe('through group Everyone, as the whole file')
  expect(groupName('en', 'Księgowość')).toBe('Księgowość')
})
