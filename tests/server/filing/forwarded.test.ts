import { expect, it } from 'vitest'
import { byForwarded } from '../../../server/filing/decide/participants.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildMail } from '../../support/mail.ts'
import { buildContractor, buildGroup, buildUser } from '../../support/people.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const contractor = await buildContractor(anna, { addresses: ['jan@klient.example'] })

const forward = (name: string, from: string, original = 'jan@klient.example') =>
  buildMail({
    from,
    messageId: `<${name}@przekazana.example>`,
    to: anna.email,
    subject: 'Fwd: Oferta',
    text: `Zobacz\n\n---------- Forwarded message ---------\nFrom: Jan <${original}>\nDate: dziś\nSubject: Oferta\n\nTreść`,
  })

it('suggests the file of whoever a forwarded mail came from first, and does not file there', async () => {
  const received = await anna.hand(forward('ksiegowa', 'ksiegowa@biuro-rachunkowe.example'))

  expect(received.body).toMatchObject({ action: 'suggest', reason: 'to-confirm', items: [] })
  expect((await anna.get(`/api/contractors/${contractor.id}/timeline`)).body.items).toEqual([])
  const groups = (await anna.get('/api/triage/groups')).body.items
  expect(groups[0].suggestions).toMatchObject([
    { contractorId: contractor.id, method: 'forwarded', reason: 'jan@klient.example' },
  ])
})

it('files by its own sender as before, whatever it forwards', async () => {
  const other = await buildContractor(anna, { addresses: ['ala@inny.example'] })

  const received = await anna.hand(forward('ala', 'ala@inny.example'))

  expect(received.body.items.map((item: { contractorId: string }) => item.contractorId)).toEqual([other.id])
})

it('shows the original sender in the pane: as stored, and as the mail program tells', async () => {
  const asked = { from: ['ksiegowa@biuro-rachunkowe.example'], to: [anna.email], subject: 'Fwd: Oferta' }

  const stored = await anna.post('/api/lookup', { ...asked, messageId: 'ksiegowa@przekazana.example' })
  const told = await anna.post('/api/lookup', {
    ...asked,
    messageId: null,
    forwarded: [{ address: 'jan@klient.example', name: 'Jan' }],
  })
  const plain = await anna.post('/api/lookup', { ...asked, messageId: null })

  for (const { body } of [stored, told]) {
    expect(body.contractors).toMatchObject([{ id: contractor.id, via: 'address', address: 'jan@klient.example' }])
    expect(body.suggestions).toMatchObject([{ contractorId: contractor.id, method: 'forwarded' }])
  }
  expect(plain.body).toMatchObject({ contractors: [], suggestions: [] })
})

it('remembers from whom a mail was forwarded also when a person files it', async () => {
  const other = await buildContractor(anna, {})

  await anna.hand(forward('reka', 'ksiegowa@reka.example'), `?contractorId=${other.id}`)

  const { body } = await anna.post('/api/lookup', {
    messageId: 'reka@przekazana.example',
    from: ['ksiegowa@reka.example'],
    subject: 'Fwd: Oferta',
  })
  expect(body.contractors).toContainEqual(
    expect.objectContaining({ id: contractor.id, via: 'address', address: 'jan@klient.example' }),
  )
})

it('shows nobody a contractor that he may not see', async () => {
  const group = await buildGroup(admin, [admin])
  await buildContractor(admin, { addresses: ['tajny@ukryty.example'], audience: { groups: [group.id] } })

  const received = await anna.hand(forward('ukryta', 'ktos@obcy.example', 'tajny@ukryty.example'))
  const looked = await anna.post('/api/lookup', {
    messageId: 'ukryta@przekazana.example',
    from: ['ktos@obcy.example'],
    subject: 'Fwd: Oferta',
  })

  expect(received.body).toMatchObject({ action: 'triage', reason: 'unknown-sender' })
  expect(looked.body).toMatchObject({ contractors: [], suggestions: [] })
})

it('never files, whatever the sender is worth', () => {
  const fact = {
    value: 'jan@klient.example',
    isDomain: false,
    contractorId: 'k',
    visible: true,
    held: true,
    openCases: [],
  }
  const message = {
    participants: ['a@b.example'],
    forwarded: ['jan@klient.example'],
    isOwnersOwn: true,
    trust: { trust: 'pass', why: 'own-door' },
  }

  const proposals = byForwarded(message as never, { own: [], forwarded: [fact] })

  expect(proposals).toMatchObject([{ contractorId: 'k', method: 'forwarded', mayFile: false }])
})
