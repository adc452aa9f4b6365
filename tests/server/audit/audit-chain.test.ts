import { rmSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { openAnchors } from '../../../server/audit/anchors.ts'
import { sealAll } from '../../../server/audit/start-sealing.ts'
import { verifyAudit } from '../../../server/audit/verify-audit.ts'
import type { Query } from '../../../server/database/work.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildContractor, buildNote, buildUser } from '../../support/people.ts'
import { dice } from '../access/world.ts'

const SEED = Number(process.env.LUPA_TEST_SEED ?? Date.now() % 1_000_000)
const PLACES = 100

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const folder = test.house.config.dataFolder
const anchors = openAnchors(folder)
const verify = () => admin.post('/api/audit/verification')

const contractor = await buildContractor(anna)
for (let n = 0; n < 150; n += 1) await buildNote(anna, contractor.id)
await sealAll(test.jobs, anchors, test.house.now)

/** Examines what somebody with every right in the database has done, and takes it back. */
async function afterwards(...texts: string[]) {
  const client = await test.asSuper.connect()
  const ask: Query = async (statement, parameters) => (await client.query(statement.text, parameters)).rows
  try {
    await client.query('begin')
    for (const text of texts) await client.query(text)
    return await verifyAudit(ask, anchors.read())
  } finally {
    await client.query('rollback')
    client.release()
  }
}

async function length(): Promise<number> {
  const { rows } = await test.asSuper.query('select max(position)::int as length from audit_seal')
  return rows[0].length
}

const entryAt = (position: number) => `(select entry_id from audit_seal where position = ${position})`

it('finds a whole log whole', async () => {
  const { body } = await verify()

  expect(body).toMatchObject({ unsealed: 0, oldestUnsealed: null, faults: [] })
  expect(body.sealed).toBe(await length())
  expect(body.sealed).toBeGreaterThan(150)
  expect(body.anchors).toBeGreaterThan(1)
})

describe(`at a hundred places (LUPA_TEST_SEED=${SEED})`, () => {
  const { next } = dice(SEED)
  let end = 0
  let places: number[] = []
  beforeEach(async () => {
    end = await length()
    places = Array.from({ length: PLACES }, () => 1 + next(end))
  })

  it('finds an entry that was removed', async () => {
    for (const place of places) {
      const { faults } = await afterwards(`delete from audit_entry where id = ${entryAt(place)}`)
      expect(faults, `at ${place}`).toEqual([expect.objectContaining({ kind: 'removed', position: place })])
    }
  })

  it('finds an entry that was removed with its seal', async () => {
    for (const place of places.filter(one => one < end)) {
      const { faults } = await afterwards(
        `delete from audit_entry where id = ${entryAt(place)}`,
        `delete from audit_seal where position = ${place}`,
      )
      expect(faults, `at ${place}`).toContainEqual(expect.objectContaining({ kind: 'removed', position: place + 1 }))
    }
  })

  it('finds an entry that was altered, whatever of it', async () => {
    const ways = [
      `verb = verb || 'x'`,
      `at = at + interval '1 millisecond'`,
      `user_id = gen_random_uuid()`,
      `object_id = gen_random_uuid()`,
      `object_type = 'x'`,
      `details = details || '{"x":1}'`,
    ]
    for (const [n, place] of places.entries()) {
      const { faults } = await afterwards(
        `update audit_entry set ${ways[n % ways.length]} where id = ${entryAt(place)}`,
      )
      expect(faults, `at ${place}`).toEqual([expect.objectContaining({ kind: 'altered', position: place })])
    }
  })

  it('finds two entries that changed places', async () => {
    for (const place of places) {
      const other = 1 + ((place + next(end - 1)) % end)
      const { faults } = await afterwards(
        `create temporary table swap on commit drop as select position, entry_id from audit_seal where position in (${place}, ${other})`,
        `update audit_seal set entry_id = -position where position in (${place}, ${other})`,
        `update audit_seal s set entry_id = w.entry_id from swap w where s.position in (${place}, ${other}) and w.position in (${place}, ${other}) and w.position <> s.position`,
      )
      expect(faults.map(fault => fault.position).sort(), `${place} and ${other}`).toEqual([place, other].sort())
    }
  })

  it('finds an end that was cut off', async () => {
    for (const place of places) {
      const { faults } = await afterwards(
        `delete from audit_entry where id in (select entry_id from audit_seal where position >= ${place})`,
        `delete from audit_seal where position >= ${place}`,
      )
      expect(faults, `from ${place}`).toContainEqual({ kind: 'truncated', position: end, entryId: null })
    }
  })
})

it('finds a chain that was made anew over altered entries', async () => {
  const { faults } = await afterwards(
    `update audit_entry set verb = 'x' where id = ${entryAt(3)}`,
    `insert into audit_tail select entry_id from audit_seal`,
    `delete from audit_seal`,
    `select seal_audit(100000)`,
  )

  expect(faults).toContainEqual({ kind: 'rewritten', position: await length(), entryId: null })
  expect(faults.every(fault => fault.kind === 'rewritten')).toBe(true)
})

it('says how much is not sealed yet, and since when', async () => {
  await buildNote(anna, contractor.id)

  const { body } = await verify()
  expect(body.unsealed).toBe(1)
  expect(Date.now() - Date.parse(body.oldestUnsealed)).toBeLessThan(60_000)
  expect(body.faults).toEqual([])

  await sealAll(test.jobs, anchors, test.house.now)
  expect((await verify()).body).toMatchObject({ unsealed: 0, faults: [] })
})

it('finds an entry that was taken off the tail, so that nobody would seal it', async () => {
  await buildNote(anna, contractor.id)

  const hidden = await afterwards(
    `delete from audit_tail`,
    `update audit_entry set at = now() - interval '2 minutes' where not exists (select from audit_seal s where s.entry_id = id)`,
  )
  expect(hidden.faults).toEqual([expect.objectContaining({ kind: 'stuck' })])
  const gone = await afterwards(
    `delete from audit_entry where id in (select entry_id from audit_tail)`,
    `select seal_audit(100)`,
  )
  expect(gone.faults).toEqual([expect.objectContaining({ kind: 'removed' })])
  await sealAll(test.jobs, anchors, test.house.now)
})

it('keeps one place a day outside the database, and the end', () => {
  const own = openAnchors(path.join(folder, 'days'))
  own.write({ at: '2026-11-01T10:00:00.000Z', position: 1, hash: 'a' })
  own.write({ at: '2026-11-01T11:00:00.000Z', position: 2, hash: 'b' })
  own.write({ at: '2026-11-02T09:00:00.000Z', position: 5, hash: 'c' })
  own.write({ at: '2026-11-02T12:00:00.000Z', position: 9, hash: 'd' })

  expect(
    openAnchors(path.join(folder, 'days'))
      .read()
      .map(anchor => anchor.position),
  ).toEqual([1, 5, 9])
  rmSync(path.join(folder, 'days'), { recursive: true })
})

it('seals in one line what several transactions write at once, and several jobs seal', async () => {
  const before = await length()
  await Promise.all(Array.from({ length: 30 }, () => buildNote(anna, contractor.id)))
  await Promise.all([1, 2, 3].map(() => sealAll(test.jobs, anchors, test.house.now)))
  await sealAll(test.jobs, anchors, test.house.now)

  expect(await length()).toBe(before + 30)
  expect((await verify()).body).toMatchObject({ unsealed: 0, faults: [] })
})

it('lets no role of ours change or remove an entry or a seal, but erasures redact what was said in clear', async () => {
  const ofTables = await test.asSuper.query(`
    select r.rolname, t.name, p.privilege
      from pg_roles r cross join (values ('audit_entry'), ('audit_seal')) t(name) cross join (values ('UPDATE'), ('DELETE'), ('TRUNCATE')) p(privilege)
     where r.rolname like 'lupa\\_%' and r.rolname not in ('lupa_owner', 'lupa_super') and has_table_privilege(r.oid, t.name, p.privilege)`)
  const ofColumns = await test.asSuper.query(`
    select r.rolname, c.relname, a.attname
      from pg_roles r join pg_class c on c.relname in ('audit_entry', 'audit_seal') join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
     where r.rolname like 'lupa\\_%' and r.rolname not in ('lupa_owner', 'lupa_super') and has_column_privilege(r.oid, c.oid, a.attnum, 'UPDATE')`)

  expect(ofTables.rows).toEqual([])
  expect(ofColumns.rows).toEqual([{ rolname: 'lupa_audit', relname: 'audit_entry', attname: 'details' }])
})

it('shows the log to administrators only, narrowed and page by page', async () => {
  expect((await anna.get('/api/audit')).status).toBe(403)
  expect((await anna.post('/api/audit/verification')).status).toBe(403)

  const first = await admin.get(`/api/audit?userId=${anna.id}&verb=filed&limit=20`)
  expect(first.body.items).toHaveLength(20)
  expect(
    first.body.items.every(
      (entry: { verb: string; userId: string }) => entry.verb === 'filed' && entry.userId === anna.id,
    ),
  ).toBe(true)
  const second = await admin.get(`/api/audit?userId=${anna.id}&verb=filed&limit=20&cursor=${first.body.next}`)
  expect(Number(second.body.items[0].id)).toBeLessThan(Number(first.body.items.at(-1).id))
  const of = await admin.get(`/api/audit?objectId=${contractor.id}`)
  expect(of.body.items.map((entry: { verb: string }) => entry.verb)).toEqual(['created'])
  expect((await admin.get('/api/audit?to=2020-01-01T00:00:00.000Z')).body).toEqual({ items: [], next: null })
  expect((await admin.get('/api/audit?cursor=x')).status).toBe(400)
})

it('names in the log nothing that the administrator may not see', async () => {
  const secret = await buildContractor(anna, { name: 'Tajny kontrahent', audience: { users: [] } })
  const note = await buildNote(anna, secret.id, { title: 'Tajna notatka' })

  const { body } = await admin.get(`/api/audit?userId=${anna.id}&limit=5`)

  const about = body.items.filter((entry: { objectId: string }) => [secret.id, note.id].includes(entry.objectId))
  expect(about).toHaveLength(2)
  expect(
    about.every(
      (entry: { objectName: null; details: object }) =>
        entry.objectName === null && Object.keys(entry.details).length === 0,
    ),
  ).toBe(true)
  expect(JSON.stringify(body)).not.toContain('Tajn')
})
