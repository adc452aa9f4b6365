import { rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { redecideBatch } from '../../../server/filing/redecide.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)

const onlyHerself = { audience: { users: [] } }
const failures: string[] = []
const onFailure = (_id: string, code: string) => void failures.push(code)
const wholePass = async () => {
  while (await redecideBatch(test.house, onFailure, 0));
}
const timeline = async (actor: Actor, id: string) =>
  (await actor.get(`/api/contractors/${id}/timeline?limit=200`)).body.items
const waiting = async (actor: Actor, domain: string) => (await actor.get(`/api/triage?domain=${domain}`)).body.items
const queued = async () => (await test.asSuper.query('select value from redecision order by value')).rows

it('shows mail stored before the contractor existed once its address is added, also that of others', async () => {
  await anna.hand(buildMail({ from: 'a@wczesniej.example' }))
  await bartek.hand(buildMail({ from: 'b@wczesniej.example', cc: 'c@wczesniej.example' }))

  const contractor = await buildContractor(anna, { addresses: ['@wczesniej.example'] })
  expect(await timeline(anna, contractor.id)).toEqual([])
  await wholePass()

  expect(await timeline(anna, contractor.id)).toHaveLength(2)
  expect(await waiting(anna, 'wczesniej.example')).toEqual([])
  expect(await waiting(bartek, 'wczesniej.example')).toEqual([])
  expect(await queued()).toEqual([])
})

it('goes on after a stop where it was, in batches, and does nothing twice', async () => {
  const mails = Array.from({ length: 60 }, (_, n) => buildMail({ from: `m${n}@seria.example` }))
  for (const mail of mails) await bartek.hand(mail)
  const contractor = await buildContractor(anna, { addresses: ['@seria.example'] })

  await redecideBatch(test.house, onFailure, 0)
  const { rows } = await test.asSuper.query('select after_owner from redecision')
  expect(await timeline(anna, contractor.id)).toHaveLength(50)
  expect(rows).toMatchObject([{ after_owner: bartek.id }])
  // As if the process had ended in the middle of the first batch: it is done again from its beginning.
  const none = '00000000-0000-0000-0000-000000000000'
  await test.asSuper.query('update redecision set after_message = $1, after_owner = $1, due_at = now()', [none])
  await Promise.all([wholePass(), wholePass()])
  await wholePass()

  expect(await timeline(anna, contractor.id)).toHaveLength(60)
  const { rows: doubled } = await test.asSuper.query(
    'select 1 from filing group by item_id, case_file_id having count(*) > 1',
  )
  expect(doubled).toEqual([])
}, 60_000)

it('respects what people decided: a no stays a no, what was left out by hand stays out, what was filed by hand stays', async () => {
  const elsewhere = await buildContractor(anna)
  const leftOut = await anna.hand(buildMail({ from: 'a@wola.example' }))
  await anna.post('/api/triage/leave-out', { ids: [leftOut.body.id] })
  await anna.hand(buildMail({ from: 'b@wola.example' }), `?contractorId=${elsewhere.id}`)

  const contractor = await buildContractor(anna, { addresses: ['@wola.example'] })
  await wholePass()

  expect(await timeline(anna, contractor.id)).toEqual([])
  expect(await timeline(anna, elsewhere.id)).toHaveLength(1)
  expect((await anna.get('/api/triage?state=left-out&domain=wola.example')).body.items).toHaveLength(1)
})

it('begins anew when the address is added to another contractor while a pass goes on', async () => {
  await anna.hand(buildMail({ from: 'a@ponownie.example' }))
  await buildContractor(anna, { addresses: ['x@ponownie.example'] })
  await buildContractor(anna, { ...onlyHerself, addresses: ['@ponownie.example'] })
  const [before] = (await test.asSuper.query(`select round from redecision where value = 'ponownie.example'`)).rows

  await buildContractor(bartek, { ...onlyHerself, addresses: ['@ponownie.example'] })
  await test.jobs.call('select settle_redecision($1, $2, null, null)', ['ponownie.example', before.round])

  expect(await queued()).toContainEqual({ value: 'ponownie.example' })
  await wholePass()
  expect(await queued()).toEqual([])
})

it('passes over mail that cannot be read any more, and says so', async () => {
  const { body } = await anna.hand(buildMail({ from: 'a@zgubiony.example' }))
  await anna.hand(buildMail({ from: 'b@zgubiony.example' }))

  const { rows } = await test.asSuper.query('select source_hash from message_copy where message_id = $1', [body.id])
  const hash = rows[0].source_hash
  rmSync(`${test.house.config.dataFolder}/blobs/${hash.slice(0, 2)}/${hash}`)

  failures.length = 0
  const contractor = await buildContractor(anna, { addresses: ['@zgubiony.example'] })
  await wholePass()

  expect(failures).toHaveLength(1)
  expect(await timeline(anna, contractor.id)).toHaveLength(1)
})

it('tells nobody who is signed in which addresses are waiting, nor lets him end a pass', async () => {
  await anna.hand(buildMail({ from: 'a@podgladanie.example' }))
  await buildContractor(anna, { ...onlyHerself, addresses: ['@podgladanie.example'] })
  await test.asSuper.query(`update redecision set up_to = 'infinity', due_at = 'infinity'`)
  const asBartek = (text: string) => test.house.database.work(bartek.id, tx => tx.sql(text))

  const refused = [
    `take_redecision('0')`,
    `redecision_batch('podgladanie.example', 1, 10)`,
    `settle_redecision('podgladanie.example', 1, null, null)`,
    'redecision',
    `mail_with('podgladanie.example', true)`,
  ]
  for (const what of refused) await expect(asBartek(`select * from ${what}`), what).rejects.toThrow(/permission denied/)
  expect(await queued()).toContainEqual({ value: 'podgladanie.example' })
})

describe('asked about', () => {
  const ask = (actor: Actor, domain: string) =>
    actor.post('/api/contractors', { name: domain, addresses: [`@${domain}`], earlierMail: 'ask' })
  const held = async (domain: string) =>
    (await test.asSuper.query('select held_by is not null as held from redecision where value = $1', [domain])).rows
  const sweepOf = (id: string, domain: string) => `/api/contractors/${id}/sweep?address=@${domain}`

  it('waits for the answer of whoever added the address, then files for the others too', async () => {
    for (const actor of [anna, bartek]) await actor.hand(buildMail({ from: 'a@pytanie.example' }))
    const { body } = await ask(anna, 'pytanie.example')
    await wholePass()
    expect(await timeline(anna, body.id)).toEqual([])

    const swept = await anna.post(`/api/contractors/${body.id}/sweep`, { address: '@pytanie.example' })
    expect(swept.body).toEqual({ looked: 1, filed: 1, next: null })
    await wholePass()

    expect(await timeline(anna, body.id)).toHaveLength(2)
    expect(await held('pytanie.example')).toEqual([])
  })

  it('leaves earlier mail alone when it is skipped, and files what comes later', async () => {
    const { body: mail } = await anna.hand(buildMail({ from: 'a@pomin.example' }))
    const contractor = await buildContractor(anna)
    await anna.post(`/api/contractors/${contractor.id}/addresses`, { address: '@pomin.example', earlierMail: 'ask' })
    // Whoever was not asked cannot answer.
    expect((await bartek.remove(sweepOf(contractor.id, 'pomin.example'))).status).toBe(204)
    expect(await held('pomin.example')).toEqual([{ held: true }])

    expect((await anna.remove(sweepOf(contractor.id, 'pomin.example'))).status).toBe(204)
    await wholePass()
    await anna.hand(buildMail({ from: 'a@pomin.example' }))

    expect(await timeline(anna, contractor.id)).toHaveLength(1)
    expect(await waiting(anna, 'pomin.example')).toMatchObject([{ id: mail.id }])
  })

  it('files as ever when nobody answers in time, and when others wait for the same address', async () => {
    await anna.hand(buildMail({ from: 'a@cisza.example' }))
    const { body } = await ask(anna, 'cisza.example')
    await test.asSuper.query("update redecision set due_at = now() - interval '1 second' where value = 'cisza.example'")
    await wholePass()
    expect(await timeline(anna, body.id)).toHaveLength(1)

    await ask(anna, 'wspolny.example')
    await ask(bartek, 'wspolny.example')
    expect(await held('wspolny.example')).toEqual([{ held: false }])
    await wholePass()
  })

  it('is skipped neither for a hidden contractor nor for an address of somebody else', async () => {
    const hidden = await buildContractor(anna, { ...onlyHerself, addresses: ['@schowek.example'] })
    const open = await buildContractor(anna)

    expect((await bartek.remove(sweepOf(hidden.id, 'schowek.example'))).status).toBe(404)
    expect((await bartek.remove(sweepOf(open.id, 'schowek.example'))).status).toBe(400)
    expect((await bartek.remove(sweepOf(open.id, 'schowek'))).status).toBe(400)
    await wholePass()
  })
})
