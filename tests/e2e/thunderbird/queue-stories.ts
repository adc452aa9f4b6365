import path from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { buildMail } from '../../support/mail.ts'
import { bringForward } from './inside-alarms.ts'
import { wakeBackground } from './inside-thunderbird.ts'
import { until } from './until.ts'
import { pictures, type World } from './world.ts'

export const queueMails = [
  mail('one', 'Zamówienie regałów'),
  mail('two', 'Druga sprawa'),
  mail('three', 'Trzecia sprawa'),
]
let world: World
let contractorId: string

function mail(id: string, subject: string): string {
  return buildMail({
    messageId: `<${id}@zamawia.example>`,
    from: 'Ewa <ewa@zamawia.example>',
    to: 'biuro@nasza.example',
    subject,
  })
}

/** All that waits, as text, and the proofs of being signed in that Thunderbird keeps elsewhere. */
async function everythingKept(): Promise<[queue: string, proofs: string[]]> {
  // biome-ignore lint/suspicious/noExplicitAny: runs inside the extension, where its globals live.
  const { indexedDB, messenger, TextDecoder } = globalThis as any
  const settled = (request: IDBRequest) =>
    new Promise<unknown>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const database = (await settled(indexedDB.open('lupa'))) as IDBDatabase
  const all = (name: string) => settled(database.transaction(name).objectStore(name).getAll())
  const filings = await all('filings')
  const sources = ((await all('sources')) as ArrayBuffer[]).map(source => new TextDecoder().decode(source))
  database.close()
  const { refresh } = await messenger.storage.local.get('refresh')
  const { token } = await messenger.storage.session.get('token')
  return [JSON.stringify({ filings, sources }), [refresh, token].filter(proof => typeof proof === 'string')]
}

/** How each filing that is kept stands. */
async function states(): Promise<string[]> {
  // biome-ignore lint/suspicious/noExplicitAny: runs inside the extension, where its globals live.
  const { indexedDB } = globalThis as any
  const settled = (request: IDBRequest) =>
    new Promise<unknown>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const database = (await settled(indexedDB.open('lupa'))) as IDBDatabase
  const rows = await settled(database.transaction('filings').objectStore('filings').getAll())
  return (rows as { state: string }[]).map(({ state }) => state)
}

const titles = async (): Promise<string[]> =>
  (await world.ask('GET', `/api/contractors/${contractorId}/timeline`)).items.map((row: { title: string }) => row.title)

/** The server is away for a while. */
export function queueStories(open: () => World) {
  beforeAll(async () => {
    world = open()
    const contractor = await world.ask('POST', '/api/contractors', {
      name: 'Zamawiający',
      addresses: ['@zamawia.example'],
    })
    contractorId = contractor.id
    await world.thunderbird.open('one@zamawia.example')
    await world.thunderbird.panelShows('Zamawiający')
  })

  it('keeps a filing while the server is away, and says so', { timeout: 60_000 }, async () => {
    await world.thunderbird.clickInPanel('button', 'Nadaj tytuł')
    await world.thunderbird.type('Regały, zamówienie')
    await world.relay.cut()

    await world.thunderbird.clickInPanel('button', 'Przypisz')

    await world.thunderbird.panelShows('1 przypisanie czeka na serwer')
    await world.thunderbird.panelShows('zostanie przypisana, gdy serwer wróci')
    await world.thunderbird.clickInPanel('button', '1 przypisanie czeka na serwer')
    const text = await world.thunderbird.panelShows('Zamówienie regałów')
    await world.thunderbird.screenshot(path.join(pictures, 'thunderbird-queue-pl.png'))
    expect(text).toContain('Brak połączenia z serwerem')
    expect(await titles()).toEqual([])
  })

  it('keeps nothing with a filing that would let anybody in', async () => {
    const [queue, proofs] = await world.thunderbird.inBackground(everythingKept)

    for (const kept of ['Regały, zamówienie', '<one@zamawia.example>']) expect(queue).toContain(kept)
    expect(proofs.length).toBeGreaterThan(0)
    for (const secret of [...proofs, world.me.password]) expect(queue).not.toContain(secret)
  })

  it('takes a mail whose file cannot be looked up, and lets the user discard it', { timeout: 60_000 }, async () => {
    await world.thunderbird.open('two@zamawia.example')
    await world.thunderbird.clickInPanel('button', 'Przypisz, gdy serwer wróci')
    await world.thunderbird.panelShows('2 przypisania czekają na serwer')
    await world.thunderbird.clickInPanel('button', '2 przypisania czekają na serwer')

    await world.thunderbird.clickInPanel('button', 'Usuń z kolejki: Druga sprawa')

    await world.thunderbird.panelShows('1 przypisanie czeka na serwer')
    await world.thunderbird.screenshot(path.join(pictures, 'thunderbird-offline-pl.png'))
  })

  it('still has it after Thunderbird was closed, and files it once when the server is back', {
    timeout: 120_000,
  }, async () => {
    await world.restart()
    await world.thunderbird.open('one@zamawia.example')
    await world.thunderbird.panelShows('1 przypisanie czeka na serwer')

    await world.relay.mend()

    await until('the mail to be filed', async () => (await titles()).includes('Regały, zamówienie'), {
      limitMs: 40_000,
    })
    await world.thunderbird.panelShows('Przypisano')
    // The list of what waits is asked for beside the file.
    await until('nothing to wait', async () => !(await world.thunderbird.panelText()).includes('czeka na serwer'))
    expect(await titles()).toEqual(['Regały, zamówienie'])
    await until('the tag', async () => (await world.dovecot.keywords('one@zamawia.example')).includes('$lupafiled'))
  })

  it('goes on with a filing that got no answer before another mail was selected', { timeout: 60_000 }, async () => {
    await world.thunderbird.open('two@zamawia.example')
    await world.thunderbird.panelShows('Zamawiający')
    await world.thunderbird.clickInPanel('button', 'Nadaj tytuł')
    await world.thunderbird.type('Druga, z tytułem')
    world.freeze()
    await world.thunderbird.clickInPanel('button', 'Przypisz')
    await world.thunderbird.panelShows('Przypisuję')

    await world.thunderbird.open('one@zamawia.example')
    await world.relay.cut()
    world.thaw()
    await world.relay.mend()

    await until('the mail to be filed', async () => (await titles()).includes('Druga, z tytułem'), { limitMs: 40_000 })
    await until('the tag', async () => (await world.dovecot.keywords('two@zamawia.example')).includes('$lupafiled'))
    expect(await titles()).toHaveLength(2)
  })

  it('takes a mail out although Thunderbird ends before the time to undo is over', { timeout: 120_000 }, async () => {
    await world.thunderbird.clickInPanel('button', 'Odepnij: Zamawiający')
    await world.thunderbird.panelShows('Cofnij')

    await world.restart()

    await until('the server to know', async () => !(await titles()).includes('Regały, zamówienie'), { limitMs: 20_000 })
  })

  it('goes on with a filing although Thunderbird ended the background while it was sent', {
    timeout: 60_000,
  }, async () => {
    const { thunderbird } = world
    await thunderbird.open('three@zamawia.example')
    await thunderbird.panelShows('Zamawiający')
    await world.relay.cut()
    await thunderbird.clickInPanel('button', 'Przypisz')
    await thunderbird.panelShows('1 przypisanie czeka na serwer')
    await thunderbird.clickInPanel('button', '1 przypisanie czeka na serwer')
    world.freeze()
    await world.relay.mend()
    await thunderbird.clickInPanel('button', 'Ponów: Trzecia sprawa')
    const waiting = async () => String(await thunderbird.inBackground(states))
    await until('it to be on its way', async () => (await waiting()) === 'sending')
    // Nothing that asks the server as soon as it can, which would have the queue looked at too.
    await thunderbird.select(['one@zamawia.example', 'two@zamawia.example'])

    await thunderbird.suspendBackground()
    world.thaw()
    await thunderbird.privileged(wakeBackground, 'lupa@lupa.addon')

    expect(await thunderbird.inBackground(bringForward, 'filing-queue')).toBe(true)
    await until('nothing to wait', async () => (await waiting()) === '')
    expect(await titles()).toContain('Trzecia sprawa')
  })
}
