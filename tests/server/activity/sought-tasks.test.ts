import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { indexWords } from '../../support/index-words.ts'
import { buildCase, buildContractor, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)
const contractor = await buildContractor(anna)

const give = (title: string, input: object = {}) =>
  buildNote(anna, contractor.id, { kind: 'task', title, assigneeId: bartek.id, ...input })

async function sought(query: string, actor = bartek) {
  const { status, body } = await actor.get(`/api/tasks?${query}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return { titles: body.items.map((row: { title: string }) => row.title), next: body.next as string | null }
}

it('finds tasks by the words of title, note and comments, in any of their forms', async () => {
  await give('Wysłać umowę do podpisu')
  await give('Oddzwonić', { note: 'W sprawie umowy na pompy' })
  const said = await give('Sprawdzić stan')
  await bartek.post(`/api/activities/${said.objectId}/comments`, { comment: 'Bez umowy nie ruszymy' })
  await give('Zamówić próbki')
  await indexWords(test)

  expect((await sought('q=umowa')).titles.toSorted()).toEqual([
    'Oddzwonić',
    'Sprawdzić stan',
    'Wysłać umowę do podpisu',
  ])
  expect((await sought('q=umowa -pompa')).titles.toSorted()).toEqual(['Sprawdzić stan', 'Wysłać umowę do podpisu'])
  expect((await sought('q=prób')).titles).toEqual(['Zamówić próbki'])
  expect((await sought('q=umowa&of=given', anna)).titles).toHaveLength(3)
  expect((await sought('q=%22%22')).titles).toEqual([])
})

it('goes on page by page among the finds, those due first', async () => {
  const days = ['2026-12-03', '2026-12-01', '2026-12-02', null]
  for (const day of days) {
    await give(`Remont ${day ?? 'kiedyś'}`, day ? { dueOn: day } : {})
    await give(`Inne ${day ?? 'kiedyś'}`, day ? { dueOn: day } : {})
  }

  const seen: string[] = []
  let next: string | null = null
  do {
    const page = await sought(`q=remont&limit=1${next ? `&cursor=${encodeURIComponent(next)}` : ''}`)
    seen.push(...page.titles)
    next = page.next
  } while (next)

  expect(seen).toEqual(['Remont 2026-12-01', 'Remont 2026-12-02', 'Remont 2026-12-03', 'Remont kiedyś'])
})

it('finds nothing of others, nothing done and nothing hidden', async () => {
  const kase = await buildCase(anna, contractor.id, { audience: { users: [] } })
  await buildNote(anna, contractor.id, { kind: 'task', title: 'Tajny audyt', assigneeId: anna.id, caseId: kase.id })
  await buildNote(anna, contractor.id, { kind: 'task', title: 'Cudzy audyt', assigneeId: anna.id })
  const done = await give('Zrobiony audyt')
  await bartek.patch(`/api/activities/${done.objectId}`, { state: 'done' })

  expect((await sought('q=audyt')).titles).toEqual([])
  expect((await sought(`q=audyt&of=all&contractorId=${contractor.id}`)).titles).toEqual(['Cudzy audyt'])
})

it('tells of no item that is hidden whether it holds a word', async () => {
  const hidden = await buildNote(anna, contractor.id, { title: 'tajemnica' })
  await anna.patch(`/api/items/${hidden.id}`, { audience: { users: [] } })
  const asked = async (user: string) => {
    const client = await test.asApp.connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('lupa.user', $1, true)`, [user])
      const { rows } = await client.query(`select item_has_words($1, 'tajemnica') as has`, [hidden.id])
      return rows[0].has
    } finally {
      await client.query('rollback')
      client.release()
    }
  }

  expect([await asked(anna.id), await asked(bartek.id)]).toEqual([true, false])
})
