import { beforeEach, expect, it } from 'vitest'
import { writeDigest } from '../../../server/outgoing/letters/digest-letter.ts'
import { buildCalendar, buildInvitation } from '../../support/calendar.ts'
import { openTestHouse } from '../../support/house.ts'
import { type Actor, buildContractor, buildNote, buildUser } from '../../support/people.ts'

const test = await openTestHouse({ publicUrl: 'https://lupa.nasza.example' })
const anna = await buildUser(test)
const bartek = await buildUser(test)
/** Eight in the morning in Poland, on the day before the clocks are put back. */
const MORNING = new Date('2026-10-24T06:00:00Z')

/** The daily mail as it would be written for somebody at a moment, when nothing is new. */
async function letterFor(actor: Actor, { now = MORNING, language = 'pl' as 'pl' | 'en' } = {}) {
  const letter = await writeDigest(
    { ...test.house, now: () => now },
    {
      id: '',
      kind: 'digest',
      user_id: actor.id,
      email: '',
      name: 'Anna',
      language,
      about: [],
      since: '2099-01-01T00:00:00.000Z',
    },
  )
  // Between two times stand spaces of several widths.
  return JSON.stringify(letter ?? {}).replace(/[\u00a0\u2009\u202f]/g, ' ')
}
const meet = (actor: Actor, contractorId: string, title: string, startsAt: string, more: object = {}) =>
  buildNote(actor, contractorId, { kind: 'meeting', title, startsAt, ...more })

beforeEach(() => test.asSuper.query(`update activity set state = 'done' where kind = 'meeting'`))

it('tells of today’s meetings and tomorrow’s by the clock of the company, in the reader’s language', async () => {
  const contractor = await buildContractor(anna, { name: 'Alfa' })
  const { id } = await meet(anna, contractor.id, 'Odbiór', '2026-10-24T08:00:00Z', { endsAt: '2026-10-24T09:30:00Z' })
  await meet(anna, contractor.id, 'O północy', '2026-10-24T22:00:00Z')
  await meet(anna, contractor.id, 'Jutro po południu', '2026-10-25T22:59:00Z')
  await meet(anna, contractor.id, 'Pojutrze', '2026-10-25T23:00:00Z')
  await meet(anna, contractor.id, 'Już po wszystkim', '2026-10-24T05:00:00Z', { endsAt: '2026-10-24T05:59:00Z' })
  await meet(anna, contractor.id, 'Właśnie trwa', '2026-10-24T05:00:00Z', { endsAt: '2026-10-24T06:30:00Z' })
  await buildNote(anna, contractor.id, { kind: 'call', title: 'Rozmowa', startsAt: '2026-10-24T08:00:00Z' })

  const letter = JSON.parse(await letterFor(anna))

  expect(letter.subject).toBe('Lupa dzisiaj: nowe 0, zadania 0, spotkania 2')
  expect(letter.parts.slice(1, 5)).toEqual([
    { heading: 'Spotkania dzisiaj' },
    {
      lines: [
        expect.objectContaining({ words: 'Właśnie trwa', note: '07:00–08:30, Alfa' }),
        { words: 'Odbiór', note: '10:00–11:30, Alfa', url: `https://lupa.nasza.example/#/items/${id}` },
      ],
    },
    { heading: 'Spotkania jutro' },
    {
      lines: [
        expect.objectContaining({ words: 'O północy', note: '00:00, Alfa' }),
        expect.objectContaining({ words: 'Jutro po południu', note: '23:59, Alfa' }),
      ],
    },
  ])
  const english = await letterFor(anna, { language: 'en' })
  expect(english).toContain('Lupa today: 0 new, 0 to do, 2 meetings')
  expect(english).toContain('"Meetings tomorrow"')
})

it('says days where a meeting lasts several, and that it takes the whole day', async () => {
  const contractor = await buildContractor(anna)
  await meet(anna, contractor.id, 'Targi', '2026-10-23T08:00:00Z', { endsAt: '2026-10-26T15:00:00Z' })
  await meet(anna, contractor.id, 'Szkolenie', '2026-10-24T22:00:00Z', { endsAt: '2026-10-25T23:00:00Z' })

  const letter = await letterFor(anna)

  expect(letter).toContain('23 paź 2026, 10:00 – 26 paź 2026, 16:00')
  expect(letter).toContain('cały dzień')
})

it('names no meeting that was cancelled, is somebody else’s or may not be seen, and nothing confidential', async () => {
  const contractor = await buildContractor(anna)
  const { objectId } = await meet(anna, contractor.id, 'Odwołane', '2026-10-24T08:00:00Z')
  await test.asSuper.query(`update activity set state = 'cancelled' where id = $1`, [objectId])
  const secret = await meet(anna, contractor.id, 'Poufne zwolnienie', '2026-10-24T08:00:00Z')
  expect((await anna.patch(`/api/items/${secret.id}`, { audience: { users: [anna.id], groups: [] } })).status).toBe(200)
  const hidden = await buildContractor(bartek, { audience: { users: [anna.id] } })
  await meet(anna, hidden.id, 'Zabrane', '2026-10-24T08:00:00Z')
  await bartek.patch(`/api/contractors/${hidden.id}`, { audience: { users: [] } })

  const letter = await letterFor(anna)

  expect(letter).not.toMatch(/Odwołane|Poufne zwolnienie|Zabrane/)
  expect(letter).toContain('Poufne, tu nienazwane: 1.')
  expect(await letterFor(bartek)).toBe('{}')
})

it('tells everybody who was invited by mail, of the day of a series that it is, and once', async () => {
  const [one, other] = [await buildContractor(anna), await buildContractor(anna, { name: 'Drugi' })]
  const lines = ['DTEND:20261003T093000Z', 'RRULE:FREQ=WEEKLY;COUNT=5', 'SUMMARY:Przegląd', 'LOCATION:Sala 2']
  const calendar = buildCalendar({ uid: 'przeglad', start: 'DTSTART:20261003T080000Z', lines })
  const mail = buildInvitation('jan@klient.example', calendar)
  for (const { id } of [one, other]) await anna.hand(mail, `?contractorId=${id}`)
  await bartek.hand(mail)

  for (const actor of [anna, bartek]) {
    const letter = await letterFor(actor)
    expect(letter.match(/"Przegląd"/g)).toHaveLength(1)
    expect(letter).toContain('10:00–11:30, Sala 2')
  }
  const tuesday = new Date('2026-10-27T07:00:00Z')
  expect(await letterFor(anna, { now: tuesday })).toBe('{}')
})
