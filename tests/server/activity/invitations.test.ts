import { expect, it } from 'vitest'
import { buildCalendar, buildInvitation, type InvitationInput } from '../../support/calendar.ts'
import { openTestHouse } from '../../support/house.ts'
import { type Actor, buildCase, buildContractor, buildGroup, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const bartek = await buildUser(test)
let number = 0

/** A contractor who invites, and the lines that every invitation of his has. */
async function host(input: object = {}) {
  number += 1
  const address = `jan@gospodarz${number}.example`
  const contractor = await buildContractor(anna, { addresses: [address], ...input })
  const uid = `uid-${number}`
  const mailOf = ({ lines = [], ...more }: InvitationInput, sequence = 0, from = address) =>
    buildInvitation(
      from,
      buildCalendar({
        uid,
        ...more,
        lines: [`ORGANIZER:mailto:${address}`, `SEQUENCE:${sequence}`, `DTSTAMP:20260301T08000${sequence}Z`, ...lines],
      }),
    )
  return { address, contractor, uid, mailOf }
}

type Row = { id: string; kind: string; title: string; occurredAt: string; cases: { id: string }[] }
async function meetingsIn(actor: Actor, contractorId: string): Promise<Row[]> {
  const { body } = await actor.get(`/api/contractors/${contractorId}/timeline?kind=meeting&to=2100-01-01T00:00:00.000Z`)
  return body.items
}
const meetingOf = async (actor: Actor, id: string) => (await actor.get(`/api/items/${id}`)).body

it('becomes a meeting in the file where its mail is filed, however many copies come', async () => {
  const { contractor, mailOf } = await host()
  const lines = [
    'SUMMARY:Narada',
    'DESCRIPTION:<img src=x onerror=alert(1)> plan',
    'LOCATION:Sala A',
    'DTEND:20260310T100000Z',
  ]
  const source = mailOf({ lines })

  await anna.hand(source)
  await anna.hand(source)
  await bartek.hand(source)

  const rows = await meetingsIn(bartek, contractor.id)
  expect(rows).toMatchObject([{ kind: 'meeting', title: 'Narada', occurredAt: '2026-03-10T09:00:00.000Z' }])
  expect(await meetingOf(bartek, rows[0]?.id ?? '')).toMatchObject({
    snippet: 'Sala A · <img src=x onerror=alert(1)> plan',
    meeting: {
      place: 'Sala A',
      startsAt: '2026-03-10T09:00:00.000Z',
      endsAt: '2026-03-10T10:00:00.000Z',
      isCancelled: false,
      occurrences: ['2026-03-10T09:00:00.000Z'],
    },
    filings: [{ method: 'with-mail' }],
  })
  expect((await bartek.get('/api/search?q=narada')).body.items.map((row: Row) => row.kind)).toContain('meeting')
})

it('is changed by a later version and cancelled, and an older one that comes late changes nothing', async () => {
  const { contractor, mailOf } = await host()
  await anna.hand(mailOf({ lines: ['SUMMARY:Pierwsza'] }, 0))
  await anna.hand(mailOf({ lines: ['SUMMARY:Trzecia'], start: 'DTSTART:20260312T120000Z' }, 2))
  await anna.hand(mailOf({ lines: ['SUMMARY:Druga'], start: 'DTSTART:20260311T120000Z' }, 1))

  const [row] = await meetingsIn(anna, contractor.id)
  expect(row).toMatchObject({ title: 'Trzecia', occurredAt: '2026-03-12T12:00:00.000Z' })
  await anna.hand(mailOf({ method: 'CANCEL' }, 3))
  expect((await meetingOf(anna, row?.id ?? '')).meeting.isCancelled).toBe(true)
  await anna.hand(mailOf({ lines: ['SUMMARY:Jednak'] }, 4))
  expect(await meetingOf(anna, row?.id ?? '')).toMatchObject({ title: 'Jednak', meeting: { isCancelled: false } })
  expect(await meetingsIn(anna, contractor.id)).toHaveLength(1)
})

it('is changed and cancelled by nobody but who invites', async () => {
  const { contractor, mailOf } = await host({ addresses: ['jan@obcy.example', '@obcy.example'] })
  const stranger = 'ktos@obcy.example'
  const asJan = (sequence: number, input: InvitationInput = {}) =>
    mailOf({ lines: ['SUMMARY:Prawdziwa'], ...input }, sequence, 'jan@obcy.example')
  await anna.hand(asJan(0))
  const [row] = await meetingsIn(anna, contractor.id)

  await anna.hand(mailOf({ lines: ['SUMMARY:Podmieniona'] }, 5, stranger))
  await anna.hand(mailOf({ method: 'CANCEL' }, 6, stranger))

  expect(await meetingOf(anna, row?.id ?? '')).toMatchObject({ title: 'Prawdziwa', meeting: { isCancelled: false } })
  await anna.hand(asJan(1, { method: 'CANCEL' }))
  expect((await meetingOf(anna, row?.id ?? '')).meeting.isCancelled).toBe(true)
})

it('makes no meeting of a cancellation of something unknown', async () => {
  const { contractor, mailOf } = await host()

  await anna.hand(mailOf({ method: 'CANCEL' }))

  expect(await meetingsIn(anna, contractor.id)).toEqual([])
})

it('stands in the case where its mail is filed, goes when the mail is taken out, and comes back with it', async () => {
  const { contractor, mailOf } = await host()
  const caseFile = await buildCase(anna, contractor.id)
  const source = mailOf({ lines: ['SUMMARY:W sprawie'] })
  const { body } = await anna.hand(source, `?contractorId=${contractor.id}&caseId=${caseFile.id}`)

  expect((await meetingsIn(anna, contractor.id))[0]?.cases.map(one => one.id)).toEqual([caseFile.id])
  await anna.remove(`/api/items/${body.items[0].id}`)
  expect(await meetingsIn(anna, contractor.id)).toEqual([])
  await anna.hand(source, `?contractorId=${contractor.id}`)
  expect(await meetingsIn(anna, contractor.id)).toHaveLength(1)
})

it('is seen by those who see the file, and by nobody else', async () => {
  const group = await buildGroup(admin, [anna])
  const { contractor, mailOf } = await host({ audience: { groups: [group.id] } })
  await anna.hand(mailOf({ lines: ['SUMMARY:Poufna'] }))
  const [row] = await meetingsIn(anna, contractor.id)

  await bartek.hand(mailOf({ lines: ['SUMMARY:Poufna'] }))

  expect((await bartek.get(`/api/items/${row?.id}`)).status).toBe(404)
  expect((await bartek.get('/api/search?q=poufna')).body.items).toEqual([])
  const seen = await test.house.database.work(bartek.id, tx =>
    tx.sql('select * from meeting_invitation where contractor_id = $1', [contractor.id]),
  )
  expect(seen).toEqual([])
})
