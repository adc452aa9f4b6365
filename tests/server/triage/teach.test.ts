import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)

const onlyHerself = { audience: { users: [] } }
const timeline = async (actor: Actor, id: string) => (await actor.get(`/api/contractors/${id}/timeline`)).body.items
const teach = async (actor: Actor, itemId: string, verdict: string) =>
  (await actor.post(`/api/items/${itemId}/teach`, { verdict })).status
const addressesOf = async (id: string) => (await anna.get(`/api/contractors/${id}`)).body.addresses

async function filed(domain: string, from = `a@${domain}`) {
  const contractor = await buildContractor(anna, { addresses: [`@${domain}`] })
  const mail = buildMail({ from })
  const { body } = await anna.hand(mail)
  return { contractor, mail, from, messageId: body.id as string, itemId: body.items[0].id as string }
}

it('makes a filing hand-made when it was right, and keeps what it was decided on', async () => {
  const { itemId, messageId } = await filed('dobrze.example')

  expect(await teach(anna, itemId, 'right')).toBe(204)
  expect(await teach(anna, itemId, 'right')).toBe(204)

  const { filings } = (await anna.get(`/api/items/${itemId}`)).body
  expect(filings).toMatchObject([
    { method: 'hand', evidence: 'dobrze.example', by: expect.stringContaining('Użytkownik') },
  ])
  const { rows } = await test.asSuper.query('select verdict, evidence from teaching where message_id = $1', [messageId])
  expect(rows).toMatchObject([{ verdict: 'right', evidence: [{ method: 'domain', evidence: 'dobrze.example' }] }])
})

it('takes out what was wrong, remembers it, and lets the mail wait again', async () => {
  const { contractor, itemId, mail, messageId } = await filed('zle.example')

  expect(await teach(bartek, itemId, 'wrong')).toBe(204)
  await anna.hand(`X-Kopia: druga\r\n${mail}`)

  expect(await timeline(anna, contractor.id)).toEqual([])
  expect((await anna.get('/api/triage?domain=zle.example')).body.items).toMatchObject([{ id: messageId }])
  expect((await anna.get(`/api/items/${itemId}`)).status).toBe(404)
  // The next mail of that sender is another matter.
  await anna.hand(buildMail({ from: 'a@zle.example' }))
  expect(await timeline(anna, contractor.id)).toHaveLength(1)
})

it('gives the sender’s address to the contractor when it is always so', async () => {
  const contractor = await buildContractor(anna)
  const { body } = await anna.hand(buildMail({ from: 'Zawsze@gmail.com' }), `?contractorId=${contractor.id}`)

  expect(await teach(anna, body.items[0].id, 'always')).toBe(204)

  expect(await addressesOf(contractor.id)).toEqual(['zawsze@gmail.com'])
  expect((await anna.hand(buildMail({ from: 'zawsze@gmail.com' }))).body).toMatchObject({
    action: 'file',
    method: 'address',
  })
})

it.each([
  ['ask', true],
  ['decide', false],
])(
  'holds the earlier mail of a sender for the answer of whoever taught *always*, where it says %s',
  async (earlierMail, held) => {
    const contractor = await buildContractor(anna)
    const from = `${earlierMail}@gmail.com`
    const earlier = await bartek.hand(buildMail({ from }))
    const { body } = await anna.hand(buildMail({ from }), `?contractorId=${contractor.id}`)

    const verdict = { verdict: 'always', earlierMail }
    expect((await anna.post(`/api/items/${body.items[0].id}/teach`, verdict)).status).toBe(204)

    const waiting = 'select held_by from redecision where value = $1'
    const { rows } = await test.asSuper.query(waiting, [from])
    expect(rows).toEqual([{ held_by: held ? anna.id : null }])
    expect(earlier.body.action).toBe('triage')
  },
)

it('keeps a sender out of a file for good, and lets him in again when it is always so', async () => {
  const { contractor, itemId, from } = await filed('nigdy.example')

  expect(await teach(anna, itemId, 'never')).toBe(204)

  expect(await timeline(anna, contractor.id)).toEqual([])
  expect((await bartek.hand(buildMail({ from }))).body).toMatchObject({ action: 'triage', items: [] })
  expect((await bartek.hand(buildMail({ from: 'inny@nigdy.example' }))).body).toMatchObject({ action: 'file' })
  const byHand = buildMail({ from })
  const again = await anna.hand(byHand, `?contractorId=${contractor.id}`)
  expect((await anna.hand(`X-Kopia: druga\r\n${byHand}`)).body.method).toBe('earlier-decision')
  await teach(anna, again.body.items[0].id, 'always')
  expect((await bartek.hand(buildMail({ from }))).body).toMatchObject({ action: 'file', method: 'address' })
})

it('is not found for who does not see the item, and teaches nothing about a sender to who sees only a case', async () => {
  const { contractor, itemId } = await filed('obcy.example')
  const caseFile = await buildCase(anna, contractor.id, { audience: { users: [bartek.id] } })
  await anna.patch(`/api/contractors/${contractor.id}`, onlyHerself)
  for (const verdict of ['right', 'wrong', 'always', 'never']) {
    expect(await teach(bartek, itemId, verdict)).toBe(404)
    expect(await teach(bartek, crypto.randomUUID(), verdict)).toBe(404)
  }
  await anna.patch(`/api/items/${itemId}`, { caseId: caseFile.id })

  expect(await teach(bartek, itemId, 'always')).toBe(403)
  expect(await teach(bartek, itemId, 'never')).toBe(403)
  expect(await addressesOf(contractor.id)).toEqual(['@obcy.example'])
  const { rows } = await test.asSuper.query('select 1 from teaching where taught_by = $1 and contractor_id = $2', [
    bartek.id,
    contractor.id,
  ])
  expect(rows).toEqual([])
  expect(await teach(bartek, itemId, 'right')).toBe(204)
})

it('makes no rule of a sender in doubt, of our own mail, or of what is no mail', async () => {
  const contractor = await buildContractor(anna, { addresses: ['k@wlasny.example'] })
  const hand = async (input: object) =>
    (await anna.hand(buildMail(input), `?contractorId=${contractor.id}`)).body.items[0].id
  const doubtful = await hand({ from: 'a@jeden.example', headers: ['From: b@drugi.example'] })
  const sent = await hand({ from: anna.email, to: 'k@wlasny.example' })
  const note = await anna.post('/api/activities', { kind: 'note', contractorId: contractor.id, title: 'x' })

  for (const itemId of [doubtful, sent, note.body.id]) expect(await teach(anna, itemId, 'always')).toBe(400)
  expect(await teach(anna, note.body.id, 'wrong')).toBe(400)
  expect(await addressesOf(contractor.id)).toEqual(['k@wlasny.example'])
})

it('shows nobody what others taught, nor whom a hidden file keeps out', async () => {
  const hidden = await buildContractor(anna, { ...onlyHerself, addresses: ['@wiedza.example'] })
  const { body } = await anna.hand(buildMail({ from: 'a@wiedza.example' }))
  await teach(anna, body.items[0].id, 'never')
  const asBartek = (text: string) => test.house.database.work(bartek.id, tx => tx.sql(text))

  expect(hidden.id).toBeTruthy()
  expect(await asBartek(`select * from teaching where taught_by <> '${bartek.id}'`)).toEqual([])
  expect(await asBartek("select * from never_address where value = 'a@wiedza.example'")).toEqual([])
})

it('names the sender of whom a rule may be made, only to who may make it', async () => {
  const { contractor, itemId, from } = await filed('nadawca.example')
  const caseFile = await buildCase(anna, contractor.id, { audience: { users: [bartek.id] } })
  const sent = await anna.hand(buildMail({ from: anna.email, to: from }), `?contractorId=${contractor.id}`)
  const senderFor = async (actor: Actor, id: string) => (await actor.get(`/api/items/${id}`)).body.teachableSender

  expect(await senderFor(anna, itemId)).toBe(from)
  expect(await senderFor(anna, sent.body.items[0].id)).toBeNull()
  await anna.patch(`/api/contractors/${contractor.id}`, onlyHerself)
  await anna.patch(`/api/items/${itemId}`, { caseId: caseFile.id })

  expect((await bartek.get(`/api/items/${itemId}`)).status).toBe(200)
  expect(await senderFor(bartek, itemId)).toBeNull()
})

it('lists who never files to a contractor for those who see the whole file, and takes it back', async () => {
  const { contractor, itemId, from } = await filed('cofka.example')
  await teach(anna, itemId, 'never')
  const url = `/api/contractors/${contractor.id}/never-senders`
  const forget = (actor: Actor) => actor.remove(`${url}?address=${from}`)

  expect((await anna.get(url)).body.items).toEqual([{ address: from }])
  await anna.patch(`/api/contractors/${contractor.id}`, onlyHerself)
  expect((await bartek.get(url)).status).toBe(404)
  expect((await forget(bartek)).status).toBe(404)
  await buildCase(anna, contractor.id, { audience: { users: [bartek.id] } })
  expect((await bartek.get(url)).body.items).toEqual([])
  expect((await forget(bartek)).status).toBe(404)

  expect((await forget(anna)).status).toBe(204)
  expect((await forget(anna)).status).toBe(404)

  expect((await anna.get(url)).body.items).toEqual([])
  expect((await anna.hand(buildMail({ from }))).body).toMatchObject({ action: 'file', method: 'domain' })
})
