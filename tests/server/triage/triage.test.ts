import { rmSync } from 'node:fs'
import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)
const celina = await buildUser(test)

const onlyHerself = { audience: { users: [] } }
const groups = async (actor: Actor, query = '') => (await actor.get(`/api/triage/groups${query}`)).body.items
const groupOf = async (actor: Actor, key: string, query = '') =>
  (await groups(actor, query)).find((group: { key: string }) => group.key === key)
const rows = async (actor: Actor, query = '') => (await actor.get(`/api/triage${query}`)).body.items
const timeline = async (actor: Actor, contractorId: string) =>
  (await actor.get(`/api/contractors/${contractorId}/timeline`)).body.items
const stored = (table: string) =>
  test.asSuper.query(`select count(*)::int as n from ${table}`).then(({ rows }) => rows[0].n)

it('groups what waits by sender and by domain, the newest first, and counts only the reader’s own', async () => {
  const day = (n: number) => new Date(Date.now() - n * 3_600_000)
  await anna.hand(buildMail({ from: 'Jan <jan@grupa.example>', subject: 'Starszy', date: day(5) }))
  await anna.hand(buildMail({ from: 'Jan <jan@grupa.example>', subject: 'Nowszy', date: day(4) }))
  await anna.hand(buildMail({ from: 'Ewa <ewa@grupa.example>', subject: 'Od Ewy', date: day(3) }))
  await bartek.hand(buildMail({ from: 'jan@grupa.example', subject: 'Bartka' }))

  expect(await groupOf(anna, 'jan@grupa.example')).toMatchObject({ amount: 2, subject: 'Nowszy', name: 'Jan' })
  expect(await groupOf(anna, 'grupa.example', '?by=domain')).toMatchObject({ amount: 3, subject: 'Od Ewy' })
  expect(await groupOf(bartek, 'grupa.example', '?by=domain')).toMatchObject({ amount: 1, subject: 'Bartka' })
  expect(await groups(celina)).toEqual([])
  expect(await rows(anna, '?sender=jan@grupa.example')).toHaveLength(2)
  expect(await rows(anna, '?domain=grupa.example')).toHaveLength(3)
})

it('turns the pages of groups without leaving one out or showing one twice', async () => {
  const whole = (await groups(celina)).length
  for (let n = 0; n < 5; n += 1) await celina.hand(buildMail({ from: `osoba${n}@strony.example` }))
  const keys: string[] = []
  let cursor = ''
  do {
    const { body } = await celina.get(`/api/triage/groups?limit=2${cursor && `&cursor=${cursor}`}`)
    keys.push(...body.items.map((group: { key: string }) => group.key))
    cursor = body.next
  } while (cursor)

  expect(keys).toHaveLength(whole + 5)
  expect(new Set(keys).size).toBe(keys.length)
  expect((await celina.get('/api/triage/groups?cursor=x')).status).toBe(400)
})

it('suggests a place with its reason, and never one that the reader may not see', async () => {
  const one = await buildContractor(anna, { addresses: ['w@dwoje.example'] })
  await buildContractor(anna, { addresses: ['w@dwoje.example'] })
  await buildContractor(anna, { ...onlyHerself, addresses: ['w@dwoje.example'] })
  await bartek.hand(buildMail({ from: 'w@dwoje.example' }))

  const { suggestions } = await groupOf(bartek, 'w@dwoje.example')

  expect(suggestions).toHaveLength(2)
  expect(suggestions).toContainEqual(expect.objectContaining({ contractorId: one.id, method: 'address' }))
})

it('files stored mail with its documents and its words, without its source being sent again', async () => {
  const contractor = await buildContractor(anna)
  const caseFile = await buildCase(anna, contractor.id)
  const attachments = [{ name: 'faktura.pdf', type: 'application/pdf', content: '%PDF-1.4 faktura\n%%EOF' }]
  const { body } = await anna.hand(buildMail({ from: 'a@pliki.example', text: 'Niepowtarzalneslowo', attachments }))

  const place = { contractorId: contractor.id, caseId: caseFile.id }
  const reply = await anna.post('/api/triage/file', { ids: [body.id], ...place })

  expect(reply.body).toMatchObject({ items: [{ id: body.id, done: true, wasThere: false }], left: 0 })
  const kinds = (await timeline(anna, contractor.id)).map((row: { kind: string }) => row.kind)
  expect(kinds.toSorted()).toEqual(['invoice', 'mail-in'])
  expect((await anna.get('/api/search?q=niepowtarzalne')).body.items).toHaveLength(1)
  expect((await anna.get(`/api/items/${reply.body.items[0].itemId}`)).body.filings).toMatchObject([
    { method: 'hand', caseId: caseFile.id },
  ])
  expect(await rows(anna, '?sender=a@pliki.example')).toEqual([])
})

it('changes nothing when it files twice, also at once', async () => {
  const contractor = await buildContractor(anna)
  const attachments = [{ name: 'oferta.pdf', type: 'application/pdf', content: '%PDF-1.4 oferta\n%%EOF' }]
  const { body } = await anna.hand(buildMail({ from: 'a@dwarazy.example', attachments }))
  const file = () => anna.post('/api/triage/file', { ids: [body.id, body.id], contractorId: contractor.id })

  const replies = await Promise.all(Array.from({ length: 6 }, file))
  const counts = await Promise.all(['item', 'filing', 'document', 'message', 'message_copy'].map(stored))
  const again = await file()

  expect(replies.map(reply => reply.status)).toEqual(Array(6).fill(200))
  expect(again.body.items).toEqual([{ id: body.id, done: true, itemId: expect.any(String), wasThere: true }])
  expect(await Promise.all(['item', 'filing', 'document', 'message', 'message_copy'].map(stored))).toEqual(counts)
  expect(await timeline(anna, contractor.id)).toHaveLength(2)
})

it('files all that waits from a sender or a domain, and nothing of others', async () => {
  const contractor = await buildContractor(anna)
  for (let n = 0; n < 3; n += 1) await anna.hand(buildMail({ from: 'wszystko@naraz.example' }))
  await anna.hand(buildMail({ from: 'inny@naraz.example' }))
  await bartek.hand(buildMail({ from: 'wszystko@naraz.example' }))

  const bySender = await anna.post('/api/triage/file', {
    sender: 'Wszystko@naraz.example',
    contractorId: contractor.id,
  })
  const byDomain = await anna.post('/api/triage/file', { domain: 'naraz.example', contractorId: contractor.id })

  expect(bySender.body.items).toHaveLength(3)
  expect(byDomain.body.items).toHaveLength(1)
  expect(await timeline(anna, contractor.id)).toHaveLength(4)
  expect(await groupOf(bartek, 'wszystko@naraz.example')).toMatchObject({ amount: 1 })
})

it('answers for mail of somebody else as for mail that is not there', async () => {
  const contractor = await buildContractor(anna)
  const hers = await anna.hand(buildMail({ from: 'a@cudze.example' }))
  const ask = async (url: string, id: string, more = {}) =>
    (await bartek.post(url, { ids: [id], ...more })).body.items.map(({ id: _id, ...rest }: { id: string }) => rest)

  for (const [url, more] of [
    ['/api/triage/file', { contractorId: contractor.id }],
    ['/api/triage/leave-out', {}],
    ['/api/triage/recover', {}],
  ] as const) {
    expect(await ask(url, hers.body.id, more)).toEqual(await ask(url, crypto.randomUUID(), more))
    expect(await ask(url, hers.body.id, more)).toEqual([{ done: false, code: 'not-found' }])
  }
  expect(await rows(anna, '?sender=a@cudze.example')).toHaveLength(1)
})

it('refuses a place that is hidden, a closed case, and mail named in two ways or in none', async () => {
  const hidden = await buildContractor(anna, onlyHerself)
  const open = await buildContractor(anna)
  const secret = await buildCase(anna, open.id, onlyHerself)
  const closed = await buildCase(anna, open.id)
  await anna.patch(`/api/cases/${closed.id}`, { closed: true })
  const { body } = await bartek.hand(buildMail({ from: 'a@odmowa.example' }))
  const file = async (input: object) => (await bartek.post('/api/triage/file', { ids: [body.id], ...input })).status

  expect(await file({ contractorId: hidden.id })).toBe(404)
  expect(await file({ contractorId: open.id, caseId: secret.id })).toBe(404)
  expect(await file({ contractorId: open.id, caseId: closed.id })).toBe(409)
  expect(await file({ contractorId: open.id, sender: 'a@odmowa.example' })).toBe(400)
  expect((await bartek.post('/api/triage/leave-out', {})).status).toBe(400)
  expect(await rows(bartek, '?sender=a@odmowa.example')).toHaveLength(1)
})

it('leaves mail out by hand and recovers it, and no later copy changes either', async () => {
  const mail = buildMail({ from: 'a@pominiety.example' })
  const { body } = await anna.hand(mail)

  await anna.post('/api/triage/leave-out', { ids: [body.id] })
  await anna.hand(`X-Kopia: druga\r\n${mail}`)
  expect(await rows(anna, '?state=left-out&sender=a@pominiety.example')).toMatchObject([{ reason: 'by-hand' }])
  expect(await rows(anna, '?sender=a@pominiety.example')).toEqual([])

  await anna.post('/api/triage/recover', { sender: 'a@pominiety.example' })
  expect(await rows(anna, '?sender=a@pominiety.example')).toMatchObject([{ id: body.id, reason: 'unknown-sender' }])
})

it('lists what was left out by itself with its reason, and lets it be recovered or filed', async () => {
  const contractor = await buildContractor(anna)
  const kinds = {
    newsletter: ['List-Id: <lista.example>', 'List-Unsubscribe: <https://lista.example/x>'],
    'auto-reply': ['Auto-Submitted: auto-replied'],
  }
  const ids: string[] = []
  for (const [reason, headers] of Object.entries(kinds)) {
    const { body } = await celina.hand(buildMail({ from: `${reason}@automat.example`, headers }))
    expect(body).toMatchObject({ action: 'leave-out', reason })
    ids.push(body.id)
  }
  const reasons = (await rows(celina, '?state=left-out&domain=automat.example')).map(
    (row: { reason: string }) => row.reason,
  )
  expect(reasons.toSorted()).toEqual(['auto-reply', 'newsletter'])

  const [first, second] = ids
  await celina.post('/api/triage/recover', { ids: [first] })
  await celina.post('/api/triage/file', { ids: [second], contractorId: contractor.id })

  expect(await rows(celina, '?domain=automat.example')).toMatchObject([{ id: first, reason: 'newsletter' }])
  expect(await rows(celina, '?state=left-out&domain=automat.example')).toEqual([])
  expect(await timeline(celina, contractor.id)).toHaveLength(1)
})

it('lets mail wait again after its filing was taken back', async () => {
  const contractor = await buildContractor(anna)
  const { body } = await anna.hand(buildMail({ from: 'a@cofnij.example' }))
  const filed = await anna.post('/api/triage/file', { ids: [body.id], contractorId: contractor.id })
  const recover = async () => (await anna.post('/api/triage/recover', { ids: [body.id] })).body.items[0].done

  expect(await recover()).toBe(false)
  await anna.remove(`/api/items/${filed.body.items[0].itemId}`)

  expect(await recover()).toBe(true)
  expect(await rows(anna, '?sender=a@cofnij.example')).toHaveLength(1)
})

it('gives who files what lies there hidden his own item, and says that nothing was there', async () => {
  const contractor = await buildContractor(anna)
  const mail = buildMail({ from: 'a@skrytka.example' })
  const { body } = await bartek.hand(mail)
  const first = await anna.hand(mail, `?contractorId=${contractor.id}`)
  await anna.patch(`/api/items/${first.body.items[0].id}`, onlyHerself)

  const filed = await bartek.post('/api/triage/file', { ids: [body.id], contractorId: contractor.id })

  expect(filed.body.items).toMatchObject([{ done: true, wasThere: false }])
  expect(await timeline(celina, contractor.id)).toEqual([])
  expect(await timeline(bartek, contractor.id)).toHaveLength(1)
})

it('answers for a mail that cannot be read, and files the others', async () => {
  const contractor = await buildContractor(anna)
  const good = await anna.hand(buildMail({ from: 'a@jeden.example' }))
  const bad = await anna.hand(buildMail({ from: 'b@jeden.example' }))
  const { rows: copies } = await test.asSuper.query('select source_hash from message_copy where message_id = $1', [
    bad.body.id,
  ])

  const hash = copies[0].source_hash
  rmSync(`${test.house.config.dataFolder}/blobs/${hash.slice(0, 2)}/${hash}`)

  const reply = await anna.post('/api/triage/file', { ids: [bad.body.id, good.body.id], contractorId: contractor.id })

  expect(reply.body.items).toMatchObject([{ done: false, code: 'not-processable' }, { done: true }])
})

it('lets whoever decides read the mail, and nobody else, also once it was left out; filed, it is read in its file', async () => {
  const source = buildMail({ from: 'x@czytany.example', subject: 'Oferta', text: 'Proszę o wycenę' })
  const { id } = (await anna.hand(source)).body
  const message = (actor: Actor) => actor.get(`/api/triage/${id}/message`)

  const { status, body } = await message(anna)
  expect(status).toBe(200)
  expect(body).toMatchObject({ from: [{ address: 'x@czytany.example' }], mayLoadPictures: false, thread: [] })
  expect(body.text).toContain('Proszę o wycenę')
  expect((await message(bartek)).status).toBe(404)

  await anna.post('/api/triage/leave-out', { ids: [id] })
  expect((await message(anna)).status).toBe(200)
  await anna.post('/api/triage/recover', { ids: [id] })
  const contractor = await buildContractor(anna, onlyHerself)
  await anna.post('/api/triage/file', { ids: [id], contractorId: contractor.id })
  expect((await message(anna)).status).toBe(404)
})
