import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
await buildUser(test)
const anna = await buildUser(test, { name: 'Anna' })
const bartek = await buildUser(test, { name: 'Bartek' })

const news = async (actor: Actor, contractorId?: string) =>
  (await actor.get('/api/notifications')).body.items.filter(
    (one: { kind: string; contractorId: string }) =>
      one.kind === 'news' && (!contractorId || one.contractorId === contractorId),
  )
const unread = async (actor: Actor) => (await actor.get('/api/notifications/unread')).body.unread

it('tells the manager of what others bring to his file, and not of what he brings himself', async () => {
  const contractor = await buildContractor(anna, { name: 'Obserwowany' })
  await buildNote(anna, contractor.id)
  const note = await buildNote(bartek, contractor.id, { title: 'Od Bartka' })

  expect(await news(anna, contractor.id)).toMatchObject([
    { itemId: note.id, itemTitle: 'Od Bartka', itemKind: 'note', contractorName: 'Obserwowany', isUnread: true },
  ])
  expect(await news(bartek, contractor.id)).toEqual([])
})

it('tells of a mail once, whatever came with it', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@nowosci.example'] })
  const file = { name: 'oferta.pdf', type: 'application/pdf', content: '%PDF oferta' }
  await bartek.hand(buildMail({ from: 'x@nowosci.example', attachments: [file] }))

  expect((await news(anna, contractor.id)).map((one: { itemKind: string }) => one.itemKind)).toEqual(['mail-in'])
})

it('follows and no longer, by one’s own word', async () => {
  const contractor = await buildContractor(anna)
  const path = `/api/contractors/${contractor.id}`
  expect((await anna.get(path)).body.follows).toBe(true)
  expect((await bartek.get(path)).body.follows).toBe(false)
  await buildNote(anna, contractor.id, { title: 'Wcześniejsza' })

  expect((await bartek.put(`${path}/follow`, { follows: true })).status).toBe(204)
  expect(await news(bartek, contractor.id)).toEqual([])
  const note = await buildNote(anna, contractor.id)
  expect(await news(bartek, contractor.id)).toMatchObject([{ itemId: note.id }])
  await bartek.put(`${path}/follow`, { follows: false })
  expect(await news(bartek, contractor.id)).toEqual([])
  await anna.put(`${path}/follow`, { follows: false })
  await buildNote(bartek, contractor.id)
  expect(await news(anna, contractor.id)).toEqual([])
})

it('tells of a case, with its reference, when something is put into it', async () => {
  const contractor = await buildContractor(anna)
  const caseFile = await buildCase(anna, contractor.id)
  await anna.put(`/api/contractors/${contractor.id}/follow`, { follows: false })
  const note = await buildNote(bartek, contractor.id)
  expect(await news(anna, contractor.id)).toEqual([])

  await bartek.patch(`/api/items/${note.id}`, { caseId: caseFile.id })

  expect(await news(anna)).toContainEqual(
    expect.objectContaining({ itemId: note.id, caseReference: caseFile.reference }),
  )
})

it('judges when it is read: what is hidden by then is not told, nor counted', async () => {
  const contractor = await buildContractor(anna, { audience: { users: [bartek.id] } })
  await bartek.put(`/api/contractors/${contractor.id}/follow`, { follows: true })
  const note = await buildNote(anna, contractor.id, { title: 'Chwilowa' })
  const before = await unread(bartek)
  expect(await news(bartek, contractor.id)).toHaveLength(1)

  await anna.patch(`/api/items/${note.id}`, { audience: { users: [] } })
  expect(await news(bartek, contractor.id)).toEqual([])
  expect(await unread(bartek)).toBe(before - 1)

  const hidden = await buildNote(anna, contractor.id, { title: 'Od początku ukryta' })
  await anna.patch(`/api/items/${hidden.id}`, { audience: { users: [] } })
  await anna.patch(`/api/items/${note.id}`, { audience: 'inherit' })
  expect((await news(bartek, contractor.id)).map((one: { itemTitle: string }) => one.itemTitle)).toEqual(['Chwilowa'])

  await anna.patch(`/api/contractors/${contractor.id}`, { audience: { users: [] } })
  expect(await news(bartek, contractor.id)).toEqual([])
})

it('tells nobody of what was made for others, nor counts it', async () => {
  const contractor = await buildContractor(anna)
  await bartek.put(`/api/contractors/${contractor.id}/follow`, { follows: true })
  const before = await unread(bartek)

  await buildNote(anna, contractor.id, { kind: 'call', title: 'Zwolnienie Nowaka', audience: { users: [] } })

  expect(await news(bartek, contractor.id)).toEqual([])
  expect(await unread(bartek)).toBe(before)
})

it('tells of what was shared, while it is shared', async () => {
  const note = await buildNote(anna, (await buildContractor(anna, { audience: { users: [] } })).id, {
    title: 'Dla Bartka',
  })
  await anna.post(`/api/items/${note.id}/shares`, { principals: [bartek.id] })
  const shared = async () =>
    (await bartek.get('/api/notifications')).body.items.filter((one: { itemId: string }) => one.itemId === note.id)
  expect(await shared()).toMatchObject([{ kind: 'shared', by: 'Anna', itemTitle: 'Dla Bartka', contractorName: null }])

  await anna.remove(`/api/items/${note.id}/shares/${bartek.id}`)
  expect(await shared()).toEqual([])
})

it('counts what is unread, until it is read', async () => {
  const contractor = await buildContractor(anna)
  await buildNote(bartek, contractor.id)
  expect(await unread(anna)).toBeGreaterThan(0)

  expect((await anna.post('/api/notifications/read', { until: new Date().toISOString() })).status).toBe(204)

  expect(await unread(anna)).toBe(0)
  expect((await anna.get('/api/notifications')).body.items.every((one: { isUnread: boolean }) => !one.isUnread)).toBe(
    true,
  )
  await buildNote(bartek, contractor.id)
  expect(await unread(anna)).toBe(1)
})

it('goes on page by page, none twice and none left out', async () => {
  const contractor = await buildContractor(anna)
  for (let n = 0; n < 7; n += 1) await buildNote(bartek, contractor.id, { title: `Strona ${n}` })
  const titles: string[] = []
  let cursor = ''
  do {
    const { body } = await anna.get(`/api/notifications?limit=3${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
    titles.push(...body.items.map((one: { itemTitle: string }) => one.itemTitle))
    cursor = body.next ?? ''
  } while (cursor)

  expect(titles.filter(title => title?.startsWith('Strona'))).toEqual([6, 5, 4, 3, 2, 1, 0].map(n => `Strona ${n}`))
  expect((await anna.get('/api/notifications?cursor=x')).status).toBe(400)
})

it('lets nobody follow what he does not see', async () => {
  const hidden = await buildContractor(anna, { audience: { users: [] } })
  const caseFile = await buildCase(anna, hidden.id)

  for (const path of [`/api/contractors/${hidden.id}`, `/api/cases/${caseFile.id}`])
    expect((await bartek.put(`${path}/follow`, { follows: true })).status).toBe(404)
  expect((await bartek.put(`/api/cases/${crypto.randomUUID()}/follow`, { follows: true })).status).toBe(404)
})
