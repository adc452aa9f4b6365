import { afterEach, beforeAll, expect, it } from 'vitest'
import { showNip } from '../../../shared/tax-id.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildCase, buildContractor, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const bartek = await buildUser(test)
const BORDER = 'Authentication-Results: mx.nasza.example; dmarc='
const set = (key: string, value: string) =>
  test.asSuper.query('insert into company_setting (key, value) values ($1, $2)', [key, value])

beforeAll(() => set('filing-borders', '["mx.nasza.example"]'))
afterEach(() => test.asSuper.query(`delete from company_setting where key = 'filing-threshold'`))

it('files into the case that a vouched sender names, and suggests it for one whom nobody vouches for', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@znak.example'] })
  const caseFile = await buildCase(anna, contractor.id)
  const mail = { from: 'jan@znak.example', subject: `Odp: sprawa ${caseFile.reference}` }

  const vouched = await anna.hand(buildMail({ ...mail, headers: [`${BORDER}pass header.from=znak.example`] }))
  const unproven = await anna.hand(buildMail(mail))
  const pane = await anna.post('/api/lookup', { from: [mail.from], subject: mail.subject })

  expect(vouched.body).toMatchObject({
    method: 'case-number',
    evidence: caseFile.reference,
    items: [{ caseId: caseFile.id }],
  })
  expect(unproven.body).toMatchObject({ method: 'domain', items: [{ caseId: null }] })
  expect(pane.body.suggestions[0]).toMatchObject({
    caseId: caseFile.id,
    method: 'case-number',
    reason: caseFile.reference,
  })
})

it('says nothing of a hidden case that a mail names', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@skryta.example'] })
  const secret = await buildCase(anna, contractor.id, { audience: { users: [] } })
  const mail = { from: 'jan@skryta.example', subject: `Sprawa ${secret.reference}` }

  const reply = await bartek.hand(buildMail({ ...mail, headers: [`${BORDER}pass header.from=skryta.example`] }))
  const pane = await bartek.post('/api/lookup', { from: [mail.from], subject: mail.subject })

  expect(reply.body).toMatchObject({ method: 'domain', evidence: 'skryta.example' })
  expect(JSON.stringify(pane.body)).not.toContain(secret.id)
})

it('settles an address that contractors share by the NIP in the text', async () => {
  const taxId = '5213017228'
  const contractor = await buildContractor(anna, { taxId, addresses: ['ksiegowa@biuro.example'] })
  await buildContractor(anna, { addresses: ['ksiegowa@biuro.example'] })

  const { body } = await anna.hand(
    buildMail({ from: 'ksiegowa@biuro.example', text: `Faktury, NIP PL ${showNip(taxId)}.` }),
  )

  expect(body).toMatchObject({ action: 'file', method: 'tax-id', items: [{ contractorId: contractor.id }] })
})

it('files what a vouched portal writes about a contractor, unless it shows itself as him', async () => {
  const taxId = '5453770907'
  const contractor = await buildContractor(anna, { name: 'Meblorama Sp. z o.o.', taxId, addresses: ['@meblo.example'] })
  const caseFile = await buildCase(anna, contractor.id)
  const about = { subject: `Zlecenie ${caseFile.reference}`, text: `Kupujący: MEBLORAMA, NIP ${taxId}` }
  const hand = (domain: string, mail: object) =>
    anna.hand(buildMail({ from: `p@${domain}`, headers: [`${BORDER}pass header.from=${domain}`], ...mail }))

  const named = await hand('portal.example', { text: about.text })
  const inCase = await hand('portal.example', { ...about, subject: `Sprawa ${caseFile.reference}` })
  const posing = await hand('meblorama-faktury.example', { ...about, subject: `Sprawa ${caseFile.reference}` })
  const guessing = await hand('portal.example', { subject: `Sprawa ${caseFile.reference}` })
  const unproven = await anna.hand(buildMail({ from: 'p@portal.example', text: about.text }))

  expect(named.body).toMatchObject({ method: 'tax-id', items: [{ contractorId: contractor.id, caseId: null }] })
  expect(inCase.body).toMatchObject({ method: 'case-number', items: [{ caseId: caseFile.id }] })
  for (const { body } of [posing, guessing, unproven]) expect(body).toMatchObject({ action: 'suggest', items: [] })
})

it('files a form by where its answers go', async () => {
  const contractor = await buildContractor(anna, { addresses: ['ola@formularz.example'] })
  const form = { from: 'www@strona.example', headers: ['Reply-To: Ola <ola@formularz.example>'] }

  const { body } = await anna.hand(buildMail(form))
  const byHouse = await anna.hand(buildMail({ ...form, subject: 'b', headers: ['Reply-To: x@formularz.example'] }))

  expect(body).toMatchObject({ method: 'reply-to', items: [{ contractorId: contractor.id, caseId: null }] })
  expect(byHouse.body).toMatchObject({ action: 'triage', reason: 'unknown-sender' })
})

it('files a mail to which one that lies in a case is attached beside it', async () => {
  const contractor = await buildContractor(anna, { addresses: ['@zalacza.example'] })
  const caseFile = await buildCase(anna, contractor.id)
  const first = buildMail({ from: 'jan@zalacza.example', subject: 'Oferta', messageId: '<stara@zalacza.example>' })
  await anna.hand(first, `?contractorId=${contractor.id}&caseId=${caseFile.id}`)
  const attachments = [{ name: 'stara.eml', type: 'message/rfc822', content: first }]

  const { body } = await anna.hand(
    buildMail({ from: 'jan@zalacza.example', subject: 'Oferta: ciąg dalszy', attachments }),
  )

  expect(body).toMatchObject({ method: 'thread', items: [{ caseId: caseFile.id }] })
})

it('sends a look-alike of a known domain and a failing sender to triage with a warning, and remembers it', async () => {
  await buildContractor(anna, { addresses: ['@hurtownia.example'] })

  const alike = await anna.hand(buildMail({ from: 'jan@hurtownla.example', cc: 'ola@hurtownia.example' }))
  const failing = await anna.hand(
    buildMail({ from: 'jan@hurtownia.example', headers: [`${BORDER}fail header.from=hurtownia.example`] }),
  )
  const honest = await anna.hand(buildMail({ from: 'jan@hurtownia.example' }))

  expect(alike.body).toMatchObject({ action: 'triage', reason: 'look-alike', items: [] })
  expect(failing.body).toMatchObject({ action: 'triage', reason: 'failed-check', items: [] })
  expect(honest.body.action).toBe('file')
  const { rows } = await test.asSuper.query(
    'select trust, trust_why from message where id = any($1) order by trust_why',
    [[alike.body.id, failing.body.id, honest.body.id]],
  )
  expect(rows).toEqual([
    { trust: 'fail', trust_why: 'failed-check' },
    { trust: 'fail', trust_why: 'look-alike' },
    { trust: null, trust_why: null },
  ])
})

it('does not betray by a warning that a hidden contractor has a similar domain', async () => {
  await buildContractor(anna, { audience: { users: [] }, addresses: ['@tajemnica.example'] })

  const { body } = await bartek.hand(buildMail({ from: 'jan@tajemmica.example' }))

  expect(body).toMatchObject({ action: 'triage', reason: 'unknown-sender' })
})

it('remembers for the thread which of two contractors a person chose', async () => {
  const chosen = await buildContractor(anna, { addresses: ['wspolna@dwoch.example'] })
  await buildContractor(anna, { addresses: ['wspolna@dwoch.example'] })
  const first = buildMail({ messageId: '<pierwszy@dwoch.example>', from: 'wspolna@dwoch.example' })
  await anna.hand(first, `?contractorId=${chosen.id}`)

  const next = await bartek.hand(buildMail({ from: 'wspolna@dwoch.example', references: ['pierwszy@dwoch.example'] }))
  const other = await bartek.hand(buildMail({ from: 'wspolna@dwoch.example' }))

  expect(next.body).toMatchObject({ method: 'earlier-decision', items: [{ contractorId: chosen.id }] })
  expect(other.body).toMatchObject({ action: 'suggest', reason: 'several-contractors' })
})

it('suggests where the last mails with somebody lie, and files there when the company allows', async () => {
  const contractor = await buildContractor(anna)
  for (let count = 0; count < 4; count += 1)
    await anna.hand(buildMail({ from: 'nikt@zwyczaj.example' }), `?contractorId=${contractor.id}`)
  const mail = { from: 'nikt@zwyczaj.example', headers: [`${BORDER}pass header.from=zwyczaj.example`] }

  const pane = await anna.post('/api/lookup', { from: [mail.from] })
  const before = await anna.hand(buildMail(mail))
  await set('filing-threshold', '0.7')
  const after = await anna.hand(buildMail(mail))

  expect(pane.body.suggestions).toMatchObject([{ contractorId: contractor.id, method: 'history', reason: '4/4' }])
  expect(before.body).toMatchObject({ action: 'suggest', reason: 'to-confirm' })
  expect(after.body).toMatchObject({ action: 'file', method: 'history', items: [{ contractorId: contractor.id }] })
})
