import { expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildCase, buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)

const close = (caseId: string) => anna.patch(`/api/cases/${caseId}`, { closed: true })

it('takes a further copy of a mail whose case was closed meanwhile, and leaves it where it lies', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@zamkniety.example'] })
  const caseFile = await buildCase(anna, contractor.id)
  const mail = buildMail({ from: 'jan@zamkniety.example' })
  await anna.hand(mail, `?caseId=${caseFile.id}`)
  await close(caseFile.id)

  const copy = await bartek.hand(mail)
  const byHand = await anna.hand(mail, `?caseId=${caseFile.id}`)

  expect(copy).toMatchObject({ status: 200, body: { items: [{ contractorId: contractor.id, caseId: caseFile.id }] } })
  // Whether it lies there could be hidden from whoever asks.
  expect(byHand).toMatchObject({ status: 409, body: { code: 'case-closed' } })
  const { rows } = await test.asSuper.query('select count(*)::int as filings from filing f where f.case_file_id = $1', [
    caseFile.id,
  ])
  expect(rows).toEqual([{ filings: 1 }])
})

it('files what was decided for a case that closed a moment ago into the file of its contractor', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@chwila.example'] })
  const caseFile = await buildCase(anna, contractor.id)
  const { body } = await anna.hand(buildMail({ from: 'jan@inny-nadawca.example' }))
  await close(caseFile.id)

  const entry = {
    objectId: body.id,
    kind: 'mail-in',
    occurredAt: '2026-11-02T08:00:00.000Z',
    title: 'W ostatniej chwili',
    snippet: '',
    who: '',
    hasAttachment: false,
    contractorId: contractor.id,
    caseId: caseFile.id,
    method: 'thread',
    evidence: caseFile.reference,
    byHand: false,
  }
  await test.house.database.work(anna.id, tx => tx.sql('select put_filing($1)', [JSON.stringify(entry)]))

  const { rows } = await test.asSuper.query(
    'select f.case_file_id as kase, f.method from filing f join item i on i.id = f.item_id where i.object_id = $1',
    [body.id],
  )
  expect(rows).toEqual([{ kase: null, method: 'thread' }])
})
