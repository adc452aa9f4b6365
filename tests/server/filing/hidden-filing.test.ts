import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildCase, buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)
const celina = await buildUser(test)

it('gives who files what is filed confidentially his item, and nothing of the other', async () => {
  const contractor = await buildContractor(anna)
  const mail = buildMail({ subject: 'Wynagrodzenia' })
  const first = await anna.hand(mail, `?contractorId=${contractor.id}&comment=Tylko%20dla%20mnie`)
  await anna.patch(`/api/items/${first.body.items[0].id}`, { audience: { users: [] } })

  const second = await bartek.hand(mail, `?contractorId=${contractor.id}`)

  expect(second.status).toBe(200)
  expect(second.body.items).toHaveLength(1)
  const item = await bartek.get(`/api/items/${second.body.items[0].id}`)
  expect(JSON.stringify(item.body)).not.toContain('Tylko dla mnie')
  expect(item.body.filings).toMatchObject([
    { method: 'hand', comment: null, by: expect.stringContaining('Użytkownik') },
  ])
  expect((await celina.get(`/api/contractors/${contractor.id}/timeline`)).body.items).toEqual([])
  expect((await anna.get(`/api/contractors/${contractor.id}/timeline`)).body.items).toHaveLength(1)
})

it('does not make public what was made confidential when the mail comes again by itself', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@poufne.example'] })
  const mail = buildMail({ from: 'a@poufne.example' })
  const first = await anna.hand(mail)
  await anna.patch(`/api/items/${first.body.items[0].id}`, { audience: { users: [] } })

  await bartek.hand(mail)

  expect((await celina.get(`/api/contractors/${contractor.id}/timeline`)).body.items).toEqual([])
  // It came to his own mailbox too.
  expect((await bartek.get(`/api/contractors/${contractor.id}/timeline`)).body.items).toHaveLength(1)
})

it('leaves to its owner, without a word, what only a file that he does not see has the address of', async () => {
  const contractor = await buildContractor(anna, { audience: { users: [] }, addresses: ['@ukryty.example'] })

  const reply = await bartek.hand(buildMail({ from: 'a@ukryty.example' }))
  const unknown = await bartek.hand(buildMail({ from: 'a@nieznany.example' }))

  const { id: _one, messageId: _two, ...hidden } = reply.body
  const { id: _three, messageId: _four, ...absent } = unknown.body
  expect(hidden).toEqual(absent)
  expect((await bartek.get('/api/triage')).body.items.map((row: { id: string }) => row.id)).toContain(reply.body.id)
  expect((await bartek.get('/api/timeline')).body.items).not.toContainEqual(
    expect.objectContaining({ objectId: reply.body.id }),
  )
  expect((await anna.get(`/api/contractors/${contractor.id}/timeline`)).body.items).toEqual([])
})

it('serves each reader a source that he may have: his own copy, without the other one’s Bcc', async () => {
  const contractor = await buildContractor(anna)
  const body = buildMail({ from: anna.email, to: 'x@klient.example' })
  const sent = `Bcc: tajny@klient.example\r\n${body}`
  await anna.hand(sent, `?contractorId=${contractor.id}`)
  const reply = await bartek.hand(body, `?contractorId=${contractor.id}`)
  const itemId = reply.body.items[0].id

  expect((await bartek.get(`/api/items/${itemId}/source`)).body).toBe(body)
  expect((await anna.get(`/api/items/${itemId}/source`)).body).toBe(sent)
})

it('shows a forged twin of a Message-ID apart, and never by the first one’s filing', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@blizniak.example'] })
  const caseFile = await buildCase(anna, contractor.id)
  const messageId = '<twin@blizniak.example>'
  const true_ = await anna.hand(
    buildMail({ messageId, from: 'a@blizniak.example', text: 'Prawdziwa' }),
    `?caseId=${caseFile.id}`,
  )

  const forged = await anna.hand(buildMail({ messageId, from: 'zly@obcy.example', text: 'Podrobiona' }))

  expect(forged.body.id).not.toBe(true_.body.id)
  expect(forged.body).toMatchObject({ action: 'triage', items: [] })
})
