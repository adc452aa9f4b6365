import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { looks } from '../../../server/export/may-download.ts'
import { routes } from '../../../shared/routes.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildNote, buildUser } from '../../support/people.ts'
import { readZip } from '../../support/read-zip.ts'

const log: string[] = []
const test = await openTestHouse({ log })
const admin = await buildUser(test)
const anna = await buildUser(test)
const bartek = await buildUser(test)

async function ticketFor(actor: Actor, path: string): Promise<string> {
  const { status, body } = await actor.post('/api/downloads', { path })
  expect(status, JSON.stringify(body)).toBe(201)
  return body.ticket
}

const withTicket = (path: string, ticket: string) => `${path}${path.includes('?') ? '&' : '?'}ticket=${ticket}`

/** As a browser comes that follows a link: without any token. */
const follow = (path: string, ticket: string, method: 'GET' | 'HEAD' = 'GET') =>
  test.app.inject({ method, url: withTicket(path, ticket) })

async function exportsOf(objectId: string): Promise<string[]> {
  const { rows } = await test.asSuper.query(
    `select user_id from audit_entry where verb = 'exported' and object_id = $1 order by id`,
    [objectId],
  )
  return rows.map(row => row.user_id)
}

it('hands an export out once, as whoever asked for the ticket, and notes it', async () => {
  const file = await buildContractor(anna, { name: 'Okna Żółw' })
  await anna.hand(buildMail({ subject: 'jawny' }), `?contractorId=${file.id}`)
  const hidden = await anna.hand(buildMail({ subject: 'tajny' }), `?contractorId=${file.id}`)
  await anna.patch(`/api/items/${hidden.body.items[0].id}`, { audience: { users: [] } })
  const path = `/api/contractors/${file.id}/export`
  const ticket = await ticketFor(bartek, path)

  const first = await follow(path, ticket)
  const second = await follow(path, ticket)

  expect(first.statusCode).toBe(200)
  expect(decodeURIComponent(String(first.headers['content-disposition']))).toContain('Okna Żółw.zip')
  expect(first.headers['referrer-policy']).toBe('no-referrer')
  const names = [...(await readZip(first.rawPayload)).keys()].filter(name => name.endsWith('.eml'))
  expect(names).toEqual([expect.stringContaining('jawny')])
  expect([second.statusCode, second.json().code]).toEqual([401, 'ticket-spent'])
  expect(await exportsOf(file.id)).toEqual([bartek.id])
})

it('keeps the word of a ticket neither in the database nor in the log', async () => {
  const file = await buildContractor(anna)
  const path = `/api/contractors/${file.id}/export`
  const ticket = await ticketFor(anna, path)
  const { rows } = await test.asSuper.query('select t::text from download_ticket t')
  await follow(path, ticket)
  await follow(path, ticket)

  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(ticket)
  expect(log.join('')).toContain('/api/contractors/:contractorId/export')
  expect(log.join('')).not.toContain(ticket)
})

it('takes filters along, and opens nothing but the very address it was made for', async () => {
  const file = await buildContractor(anna)
  const kase = await buildCase(anna, file.id)
  await buildNote(anna, file.id, { title: 'w sprawie', caseId: kase.id })
  await anna.hand(buildMail({ subject: 'poza sprawą' }), `?contractorId=${file.id}`)
  const notes = `/api/contractors/${file.id}/timeline.csv?kind=note&q=sprawie`

  const list = await follow(notes, await ticketFor(anna, notes))
  const ofCase = `/api/cases/${kase.id}/timeline.csv`
  const inCase = await follow(ofCase, await ticketFor(anna, ofCase))
  const elsewhere = await ticketFor(anna, notes)
  const turned = [await follow(`/api/contractors/${file.id}/export`, elsewhere), await follow(notes, elsewhere)]

  expect(list.body).toContain('w sprawie')
  expect(list.body).not.toContain('poza')
  expect(inCase.body).toContain('w sprawie')
  expect(turned.map(reply => reply.json().code)).toEqual(['ticket-spent', 'ticket-spent'])
})

it('judges the rights of its user when it is shown, and ends with his session', async () => {
  const file = await buildContractor(anna)
  const path = `/api/contractors/${file.id}/export`
  const [late, ended] = [await ticketFor(bartek, path), await ticketFor(bartek, path)]
  await anna.patch(`/api/contractors/${file.id}`, { audience: { users: [] } })

  expect((await follow(path, late)).json().code).toBe('not-found')
  await anna.patch(`/api/contractors/${file.id}`, { audience: { users: [bartek.id] } })
  await test.asSuper.query('update sign_in set ended_at = now() where user_id = $1', [bartek.id])
  expect((await follow(path, ended)).json().code).toBe('not-signed-in')
  await test.asSuper.query('update sign_in set ended_at = null where user_id = $1', [bartek.id])

  expect(await exportsOf(file.id)).toEqual([])
})

it('is over after a minute', async () => {
  const file = await buildContractor(anna)
  const path = `/api/contractors/${file.id}/export`
  const ticket = await ticketFor(anna, path)
  const { rows } = await test.asSuper.query(
    `update download_ticket set expires_at = expires_at - interval '60 seconds' returning expires_at <= now() as over`,
  )

  expect((await follow(path, ticket)).json().code).toBe('ticket-spent')
  expect(rows.every(row => row.over)).toBe(true)
})

it('is not spent by who asks for the head alone, and stands for no token elsewhere', async () => {
  const file = await buildContractor(anna)
  const path = `/api/contractors/${file.id}/export`
  const ticket = await ticketFor(anna, path)

  const head = await follow(path, ticket, 'HEAD')
  const other = await follow(`/api/contractors/${file.id}`, ticket)

  expect([head.statusCode, other.statusCode]).toEqual([401, 401])
  expect((await follow(path, ticket)).statusCode).toBe(200)
})

const attachments = [{ name: 'Łąka (1).html', type: 'text/html', content: '<script>alert(1)</script>' }]

/** A mail with a page that would run, the addresses of what may be saved of it, and as what each is saved. */
async function mailWithFile() {
  const file = await buildContractor(anna)
  const { body } = await anna.hand(buildMail({ subject: 'Oferta: łąka', attachments }), `?contractorId=${file.id}`)
  const mail: string = body.items[0].id
  const [{ itemId, position }] = (await anna.get(`/api/items/${mail}`)).body.attachments
  const { objectId } = (await anna.get(`/api/items/${itemId}`)).body
  const content = attachments[0]?.content ?? ''
  return {
    items: [mail, itemId as string],
    paths: [
      [`/api/items/${mail}/source`, 'Oferta łąka.eml', 'message/rfc822', 'Subject: '],
      [`/api/items/${mail}/attachments/${position}`, 'Łąka (1).html', 'application/octet-stream', content],
      [`/api/documents/${objectId}/content`, 'Łąka (1).html', 'application/octet-stream', content],
    ] as const,
  }
}

it('hands documents, attachments and sources out, for saving only and under their own names', async () => {
  const { paths } = await mailWithFile()
  for (const [path, name, type, words] of paths) {
    const ticket = await ticketFor(bartek, path)

    const reply = await follow(path, ticket)

    expect(reply.statusCode, path).toBe(200)
    expect(reply.headers).toMatchObject({ 'content-type': type, 'x-content-type-options': 'nosniff' })
    expect(reply.headers['content-disposition']).toMatch(/^attachment; filename="[ -~]+"; filename\*=UTF-8''/)
    expect(decodeURIComponent(String(reply.headers['content-disposition']).split("UTF-8''")[1] ?? '')).toBe(name)
    expect(reply.body).toContain(words)
    expect((await follow(path, ticket)).json().code).toBe('ticket-spent')
  }
})

it('judges each of them when its ticket is made and again when it is shown, and notes who had what is confidential', async () => {
  const { items, paths } = await mailWithFile()
  const readers = async (item: string) =>
    (await anna.get(`/api/items/${item}/readings`)).body.items.map((one: { userId: string }) => one.userId)
  const late = await Promise.all(paths.map(([path]) => ticketFor(bartek, path)))
  for (const item of items) await anna.patch(`/api/items/${item}`, { audience: { users: [] } })

  const shown = await Promise.all(paths.map(([path], index) => follow(path, late[index] ?? '')))
  const asked = await Promise.all(paths.map(([path]) => bartek.post('/api/downloads', { path })))
  const own = await Promise.all(paths.map(([path]) => ticketFor(anna, path)))

  expect(shown.map(reply => [reply.statusCode, reply.headers['content-disposition']])).toEqual(
    paths.map(() => [404, undefined]),
  )
  expect(asked.map(reply => reply.body.code)).toEqual(paths.map(() => 'not-found'))
  expect(await Promise.all(items.map(readers))).toEqual([[], []])
  for (const [index, [path]] of paths.entries()) expect((await follow(path, own[index] ?? '')).statusCode).toBe(200)
  expect(new Set((await Promise.all(items.map(readers))).flat())).toEqual(new Set([anna.id]))
})

it('answers a file whose bytes are gone with a refusal, and not with one to be saved', async () => {
  const { paths } = await mailWithFile()
  const [, , [path]] = paths
  const { rows } = await test.asSuper.query('select blob_hash as hash from document order by created_at desc limit 1')
  await rm(join(test.house.config.dataFolder, 'blobs', rows[0].hash.slice(0, 2), rows[0].hash))

  const reply = await follow(path, await ticketFor(anna, path))

  expect([reply.statusCode, reply.json().code]).toEqual([500, 'internal'])
  expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/)
  expect(reply.headers['content-disposition']).toBeUndefined()
})

it('is made for no one who would be refused, and for nothing but long answers', async () => {
  const file = await buildContractor(anna, { audience: { users: [] } })
  const asked = async (path: string) => (await bartek.post('/api/downloads', { path })).body.code

  expect(await asked(`/api/contractors/${file.id}/export`)).toBe('not-found')
  expect(await asked(`/api/items/${file.id}/attachments/0`)).toBe('not-found')
  expect(await asked('/api/audit/export')).toBe('not-allowed')
  for (const path of [
    '/api/me',
    '/api/contractors/x/export',
    `/api/contractors/${file.id}/exports`,
    `/api/items/${file.id}`,
    `/api/items/${file.id}/attachments/01`,
    `/api/items/${file.id}/attachments/1/mail`,
    `/api/items/${file.id}/attachments/1e1`,
    'https://x.example/',
  ])
    expect(await asked(path), path).toBe('invalid')
})

it('serves the administrator for the log', async () => {
  const path = '/api/audit/export?verb=exported'

  const reply = await follow(path, await ticketFor(admin, path))

  expect(reply.headers['content-disposition']).toContain('audit.csv')
  expect(reply.body).toContain('exported')
})

it('is looked at before for every answer that takes one', () => {
  expect(Object.keys(looks).toSorted()).toEqual(
    routes
      .filter(route => route.ticketed)
      .map(route => route.url)
      .toSorted(),
  )
})
