import { expect, it } from 'vitest'
import { keepWith, readKept } from '../../../addin/host/kept-with-draft.ts'
import type { MeantCase } from '../../../addin/host/mail-host.ts'
import { keepMeant, readMeant } from '../../../addin/host/meant-case.ts'

/** What Outlook takes with one mail, quotation marks and names included. */
const OUTLOOK_TAKES = 2_500

const meant: MeantCase = {
  caseId: 'c'.repeat(36),
  reference: '2026/0017',
  contractorId: 'm'.repeat(36),
  contractorName: 'Meblex',
  parties: Array.from({ length: 30 }, (_, number) => `osoba.numer.${number}@meblex.example`),
}

/** A draft that keeps what Outlook would, and refuses what is too much for it. */
function draft() {
  const kept = new Map<string, string>()
  const properties = {
    get: (name: string) => kept.get(name),
    set: (name: string, value: string) => void kept.set(name, value),
    remove: (name: string) => void kept.delete(name),
    saveAsync(done: (result: object) => void) {
      const isTooMuch = JSON.stringify(Object.fromEntries(kept)).length > OUTLOOK_TAKES
      done(isTooMuch ? { status: 'failed', error: { code: 9019, name: '', message: '' } } : { status: 'succeeded' })
    },
  }
  const item = {
    loadCustomPropertiesAsync: (done: (result: object) => void) => done({ status: 'succeeded', value: properties }),
  }
  return item as unknown as OfficeItem
}

async function fill(item: OfficeItem) {
  const refused: unknown[] = []
  for (let number = 0; number < 10; number += 1) {
    const files = keepWith(item, 'confidential', `${number} ${'Umowa "poufna" '.repeat(7)}.pdf`)
    const owners = keepWith(item, 'owners', `${number}@${'firma.'.repeat(10)}example Kontrahent o długiej nazwie`)
    const people = keepWith(item, 'ours', `${number}${'ewa.'.repeat(10)}@nasza-druga.example`)
    for (const one of [files, owners, people]) await one.catch(error => refused.push(error))
  }
  return refused
}

it('never lets what the guard has to know grow beyond what Outlook takes', async () => {
  const item = draft()

  const refused = await fill(item)

  expect(refused.map(String)).toContain('Error: there is no room for more with this mail')
  expect(refused.filter(error => !String(error).includes('no room'))).toEqual([])
  expect((await readKept(item, 'confidential')).length).toBeGreaterThan(2)
})

it('finds room for the case that is chosen all the same, and lets go whose the recipients are', async () => {
  const item = draft()
  await fill(item)

  await keepMeant(item, meant)

  expect(await readMeant(item)).toMatchObject({ reference: '2026/0017' })
  expect(await readKept(item, 'owners')).toEqual([])
})

it('keeps who belongs to the case whole where there is room', async () => {
  const item = draft()

  await keepMeant(item, meant)
  await keepWith(item, 'confidential', 'Umowa.pdf')

  expect(await readMeant(item)).toEqual(meant)
  expect(await readKept(item, 'confidential')).toEqual(['Umowa.pdf'])
})

it('leaves room for a confidential file however many people a case has', async () => {
  for (let amount = 30; amount < 70; amount += 1) {
    const item = draft()
    const parties = Array.from({ length: amount }, (_, number) => `osoba.numer.${number}@meblex.example`)
    await keepMeant(item, { ...meant, parties })
    await keepWith(item, 'confidential', 'Umowa.pdf')
    expect(await readKept(item, 'confidential'), String(amount)).toEqual(['Umowa.pdf'])
  }
})
