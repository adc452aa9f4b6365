import { expect, it } from 'vitest'
import { consistencySql } from '../../../server/doctor/consistency.sql.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { type Actor, buildCase, buildContractor, buildGroup, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const users: Actor[] = []
for (let n = 0; n < 4; n += 1) users.push(await buildUser(test))
const [admin, anna, bartek] = users as [Actor, Actor, Actor]
const group = await buildGroup(admin, [anna, bartek])

async function wrongs(): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {}
  for (const [name, text] of Object.entries(consistencySql)) {
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
