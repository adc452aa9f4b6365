import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mail } from './mails.ts'
import { type OutlookWindow, openOutlook, type Storage } from './outlook-window.ts'
import { barriersBeside, signInBeside } from './pane-reader.ts'
import { openWorld, type World } from './world.ts'

let world: World
let outlook: OutlookWindow

async function open(storage: Storage) {
  world = await openWorld(storage)
  outlook = await openOutlook(world.browser, { items: [mail('late'), mail('other')], selected: ['late'] })
  await signInBeside(outlook)
  await outlook.pane.getByRole('heading', { name: 'Meblex' }).waitFor()
}

const filings = '**/api/messages?**'
const file = () => outlook.pane.getByRole('button', { name: 'Przypisz', exact: true }).click()
const goAway = () => world.browser.context.route(filings, route => route.abort('connectionfailed'))
const titles = async () => {
  const { items } = JSON.parse(await world.direct.text(`/api/contractors/${world.contractorId}/timeline`))
  return items.map((one: { title: string }) => one.title)
}

describe('where the browser keeps something for Outlook’s frame', () => {
  beforeAll(() => open('allowed'))
  afterAll(() => world?.close())

  it('keeps a filing while the server is away, says so, and still has it in a pane that is opened anew', async () => {
    await goAway()
    await file()

    await outlook.pane.getByText('zostanie przypisana, gdy serwer wróci').waitFor()
    await outlook.pane.getByText('1 przypisanie czeka na serwer').waitFor()
    expect(await titles()).toEqual([])
    expect(await outlook.rig(rig => rig.asked.filter(id => id === 204))).toHaveLength(1)
    await outlook.close()
    outlook = await openOutlook(world.browser, { items: [mail('late'), mail('other')], selected: ['other'] })
    await outlook.pane.getByText('1 przypisanie czeka na serwer').waitFor()
  })

  it('files it once when the server is heard of again', async () => {
    await world.browser.context.unroute(filings)

    await outlook.rig(rig => rig.select('late'))

    await expect.poll(titles, { timeout: 20_000 }).toEqual(['Dostawa late'])
    await outlook.pane.getByText('przypisanie czeka na serwer').waitFor({ state: 'detached' })
  })

  it('asks whoever signs out while one waits, and leaves nothing here of whoever gives it up', async () => {
    await goAway()
    await outlook.rig(rig => rig.select('other'))
    await outlook.pane.getByRole('button', { name: 'Przypisz', exact: true }).waitFor()
    await file()
    await outlook.pane.getByText('1 przypisanie czeka na serwer').waitFor()
    const out = outlook.pane.getByRole('button', { name: 'Wyloguj się' })
    const question = outlook.pane.getByRole('region', { name: '1 przypisanie czeka na serwer' })
    await out.click()
    await question.waitFor()
    expect(await barriersBeside(outlook)).toEqual([])
    await question.getByRole('button', { name: 'Nie wylogowuj' }).click()
    await question.waitFor({ state: 'detached' })

    await out.click()
    await question.getByRole('button', { name: 'Usuń z kolejki i wyloguj' }).click()

    await signInBeside(outlook)
    await outlook.pane.getByRole('heading', { name: 'Meblex' }).waitFor()
    expect(await outlook.pane.getByText('przypisanie czeka na serwer').count()).toBe(0)
    expect(await titles()).toEqual(['Dostawa late'])
  })
})

describe('a run over many mails whose pane is closed in the midst', () => {
  const ids = ['run-a', 'run-b', 'run-c']
  const items = [...ids, 'other'].map(id => mail(id))
  beforeAll(() => open('allowed'))
  afterAll(() => world?.close())

  it('asks to keep the pane open, and offers the rest when it is opened again', async () => {
    await outlook.close()
    outlook = await openOutlook(world.browser, { items, selected: ids })
    await outlook.pane.getByRole('button', { name: /Przypisz 3/ }).waitFor()
    await outlook.rig(rig => {
      rig.slow[211] = 1_500
    })
    await outlook.pane.getByRole('button', { name: /Przypisz 3/ }).click()
    await outlook.pane.getByText('Nie zamykaj tego panelu').waitFor()
    await outlook.pane.getByText('Przypisuję: 1 z 3').waitFor()

    await outlook.close()
    expect(await titles()).toEqual(['Dostawa run-a'])
    outlook = await openOutlook(world.browser, { items, selected: ['other'] })

    const left = outlook.pane.getByRole('region', { name: 'Zaznaczone wiadomości do przypisania: 2' })
    await left.waitFor()
    expect(await barriersBeside(outlook)).toEqual([])
    await left.getByRole('button', { name: 'Dokończ' }).click()
    await expect.poll(titles, { timeout: 20_000 }).toHaveLength(3)
    const through = outlook.pane.getByRole('region', { name: 'Gotowe' })
    await through.getByRole('button', { name: 'Zamknij' }).click()
    await through.waitFor({ state: 'detached' })
    expect(await left.count()).toBe(0)
  })
})

describe('where it keeps nothing', () => {
  beforeAll(() => open('blocked'))
  afterAll(() => world?.close())

  it('says at once that the mail was not filed, or keeps it where this frame may keep something of its own', async () => {
    await goAway()
    await file()

    const kept = outlook.pane.getByText('1 przypisanie czeka na serwer')
    const told = outlook.pane.getByText('Wiadomość nie została przypisana.')
    const [expected, other] = (await keepsAnything()) ? [kept, told] : [told, kept]
    await expected.first().waitFor()
    expect(await other.count()).toBe(0)
    expect(await titles()).toEqual([])
  })
})

/** Whether this browser lets a frame of another site keep anything at all; browsers differ, and change. */
async function keepsAnything(): Promise<boolean> {
  const frame = outlook.page.frames().find(one => one.url().includes('/outlook.html'))
  if (!frame) throw new Error('the pane is not there')
  return frame.evaluate(
    () =>
      new Promise<boolean>(resolve => {
        try {
          const asked = indexedDB.open('probe')
          asked.onsuccess = () => resolve(true)
          asked.onerror = () => resolve(false)
        } catch {
          resolve(false)
        }
      }),
  )
}
