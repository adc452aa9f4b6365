import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildGroup, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const users: Actor[] = []
for (let n = 0; n < 4; n += 1) users.push(await buildUser(test))
const [admin, anna, bartek] = users as [Actor, Actor, Actor]
const group = await buildGroup(admin, [anna, bartek])

/** What item_access should hold against what it holds; what file_principal lacks; what no filing keeps; whose audience is not its place's. */
const checks: Record<string, string> = {
  fanOut: `
    with should as (
      select f.item_id, f.audience_id as principal_id, i.contractor_id, f.case_file_id, i.kind, i.has_attachment, i.occurred_at
        from filing f join item i on i.id = f.item_id
      union all
      select g.item_id, g.principal_id, i.contractor_id, null, i.kind, i.has_attachment, i.occurred_at
        from item_grant g join item i on i.id = g.item_id),
    is_there as (select item_id, principal_id, contractor_id, case_file_id, kind, has_attachment, occurred_at from item_access)
    (select 'lacks' as what, * from (select * from should except all select * from is_there) a)
    union all (select 'has too much', * from (select * from is_there except all select * from should) b)`,
  filePrincipal: `
    select a.contractor_id, a.principal_id from item_access a
    except select p.contractor_id, p.principal_id from file_principal p`,
  kept: `select i.id from item i where not exists (select from filing f where f.item_id = i.id)`,
  audience: `
    select f.id from filing f join item i on i.id = f.item_id join contractor c on c.id = i.contractor_id
      left join case_file k on k.id = f.case_file_id
     where not f.own_audience and f.audience_id <> coalesce(k.audience_id, c.audience_id)`,
  party: `
    select f.id from filing f join item i on i.id = f.item_id
     where f.case_file_id is not null
       and not exists (select from case_party p where p.case_file_id = f.case_file_id and p.contractor_id = i.contractor_id)`,
  text: `select i.id from item i where not exists (select from item_text t where t.item_id = i.id)`,
}

async function wrongs(): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {}
  for (const [name, text] of Object.entries(checks)) {
    const { rows } = await test.asSuper.query(text)
    if (rows.length > 0) found[name] = rows.slice(0, 3)
  }
  return found
}

function dice(seed: number) {
  let state = seed
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const one = <Thing>(things: Thing[]): Thing => things[next(things.length)] as Thing
  return { next, one }
}

it.each([1, 2])(
  'keeps access rows in step with filings and grants through any 300 acts, some at once (%i)',
  async seed => {
    const { next, one } = dice(seed)
    const contractors = [
      await buildContractor(anna, { addresses: [`@r${seed}a.example`] }),
      await buildContractor(bartek, { addresses: [`@r${seed}b.example`], audience: { groups: [group.id] } }),
      await buildContractor(anna, { addresses: [`@r${seed}c.example`], audience: { users: [] } }),
    ]
    const cases: { id: string }[] = []
    for (const contractor of contractors) {
      const owner = contractor.managerId === bartek.id ? bartek : anna
      cases.push(
        await buildCase(owner, contractor.id),
        await buildCase(owner, contractor.id, { audience: { users: [bartek.id] } }),
      )
    }
    const files = Array.from({ length: 3 }, (_, n) => ({
      name: `plik${n}.pdf`,
      type: 'application/pdf',
      content: `%PDF ${seed} ${n}`,
    }))
    const mails = Array.from({ length: 12 }, (_, n) =>
      buildMail({
        from: `x@r${seed}${one(['a', 'b', 'c', 'd'])}.example`,
        cc: `y@r${seed}${one(['a', 'b', 'c'])}.example`,
        ...(n % 2 && { attachments: [one(files), one(files)] }),
      }),
    )
    const items = (await test.asSuper.query('select id from item')).rows.map(row => row.id as string)
    for (const contractor of contractors)
      items.push((await buildNote(contractor.managerId === bartek.id ? bartek : anna, contractor.id)).id)
    const audience = () =>
      one([{ users: [] }, { groups: [group.id] }, { users: [bartek.id, anna.id] }, 'inherit'] as const)

    const act = async (): Promise<{ status: number; body: unknown }> => {
      const user = one(users)
      const known = (await test.asSuper.query('select id from item order by id')).rows.map(row => row.id as string)
      const item = known.length > 0 ? one(known) : crypto.randomUUID()
      switch (next(11)) {
        case 0:
        case 1:
          return user.hand(one(mails))
        case 2:
          return user.hand(one(mails), `?contractorId=${one(contractors).id}`)
        case 3:
        case 4:
          return user.hand(one(mails), `?caseId=${one(cases).id}`)
        case 5:
          return user.patch(`/api/items/${item}`, { caseId: one([null, ...cases.map(kase => kase.id)]) })
        case 6:
          return user.patch(`/api/items/${item}`, { contractorId: one(contractors).id })
        case 7:
          return user.patch(`/api/items/${item}`, { audience: audience() })
        case 8:
          return user.remove(`/api/items/${item}${next(2) ? `?caseId=${one(cases).id}` : ''}`)
        case 9:
          return user.patch(`/api/cases/${one(cases).id}`, { audience: audience() })
        default:
          return user.post('/api/items/assign', {
            itemIds: [item, one(known.length > 0 ? known : [item])],
            caseId: one(cases).id,
          })
      }
    }

    const failures: unknown[] = []
    for (let step = 0; step < 300; ) {
      const width = step % 3 === 0 ? 4 : 1
      const replies = await Promise.all(Array.from({ length: width }, act))
      failures.push(...replies.filter(reply => reply.status >= 500).map(reply => ({ step, ...reply })))
      step += width
      expect(await wrongs(), `after step ${step}`).toEqual({})
    }
    expect(failures).toEqual([])
  },
  120_000,
)

it('leaves no audience behind that nothing belongs to', async () => {
  const { rows } = await test.asSuper.query(`
    select a.id from audience a
     where not exists (select from contractor c where c.audience_id = a.id)
       and not exists (select from case_file k where k.audience_id = a.id)
       and not exists (select from filing f where f.audience_id = a.id)`)

  expect(rows).toEqual([])
})
