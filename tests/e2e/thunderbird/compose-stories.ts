import path from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { buildMail } from '../../support/mail.ts'
import * as inside from './inside-composer.ts'
import { closeWindows } from './inside-windows.ts'
import { until } from './until.ts'
import { pictures, type World } from './world.ts'

let world: World
let caseId: string
let reference: string
let contractorId: string
const contract = { name: 'Umowa ramowa.pdf', type: 'application/pdf', content: '%PDF-1.4 umowa\n%%EOF' }

// biome-ignore-start lint/suspicious/noExplicitAny: these run inside the extension, where its globals live.
async function beginMail(to: string[], subject: string): Promise<number> {
  const { compose } = (globalThis as any).messenger
  const { id } = await compose.beginNew({ to, subject, isPlainText: true, plainTextBody: 'Dzień dobry' })
  return id
}

async function openLupa(tabId: number): Promise<void> {
  const { messenger } = globalThis as any
  const { windowId } = await messenger.tabs.get(tabId)
  await messenger.composeAction.openPopup({ windowId })
}

async function addRecipient(tabId: number, address: string): Promise<void> {
  const { compose } = (globalThis as any).messenger
  const { to } = await compose.getComposeDetails(tabId)
  await compose.setComposeDetails(tabId, { to: [...to, address] })
}

async function send(tabId: number): Promise<string> {
  return (globalThis as any).messenger.compose.sendMessage(tabId, { mode: 'sendNow' }).then(
    () => 'sent',
    (error: unknown) => String(error),
  )
}

async function savedDraft(): Promise<string | null> {
  const kept = Object.keys(await (globalThis as any).messenger.storage.local.get(null))
  return kept.find(key => key.startsWith('draft:'))?.slice('draft:'.length) ?? null
}

async function openComposer(): Promise<number | null> {
  const [tab] = await (globalThis as any).messenger.tabs.query({ type: 'messageCompose' })
  return tab?.id ?? null
}

async function keptForLater(): Promise<object[] | null> {
  const kept = Object.entries(await (globalThis as any).messenger.storage.local.get(null))
  const tried = kept.filter(([key, mail]) => key.startsWith('later:') && (mail as any).tries > 0)
  return tried.length > 0 ? tried.map(([, mail]) => mail as object) : null
}

async function subjectOf(tabId: number): Promise<string> {
  return (await (globalThis as any).messenger.compose.getComposeDetails(tabId)).subject
}

async function attachmentsOf(tabId: number): Promise<{ name: string; content: string }[]> {
  const { compose } = (globalThis as any).messenger
  const attachments = await compose.listAttachments(tabId)
  return Promise.all(
    attachments.map(async ({ id, name }: any) => ({
      name,
      content: await (await compose.getAttachmentFile(id)).text(),
    })),
  )
}

async function isInOutbox(subject: string): Promise<boolean> {
  const { messages } = await (globalThis as any).messenger.messages.query({ subject })
  return messages.some(({ folder }: any) => folder.specialUse.includes('outbox'))
}

async function addFile(tabId: number, name: string, content: string): Promise<void> {
  const { messenger, File } = globalThis as any
  await messenger.compose.addAttachment(tabId, { file: new File([content], name) })
}

function readPage(): string {
  return (globalThis as any).document.body.innerText.replace(/\s+/g, ' ')
}

function press(name: string): boolean {
  const button = [...(globalThis as any).document.querySelectorAll('button')].find(
    one => (one.getAttribute('aria-label') ?? one.innerText).trim() === name,
  )
  button?.click()
  return button !== undefined
}

/** As by an impatient hand, of which the page has no time to redraw anything in between. */
function pressAll(...names: string[]): void {
  const buttons = [...(globalThis as any).document.querySelectorAll('button')]
  for (const name of names) buttons.find(one => one.innerText.trim() === name)?.click()
}
// biome-ignore-end lint/suspicious/noExplicitAny: see above

const { inBackground, inPage } = {
  inBackground: ((work, ...args) =>
    world.thunderbird.inBackground(work, ...args)) as World['thunderbird']['inBackground'],
  inPage: ((page, work, ...args) => world.thunderbird.inPage(page, work, ...args)) as World['thunderbird']['inPage'],
}
const page = async (name: string, words: string) =>
  until(`${name} to say ${words}`, async () => (await inPage(name, readPage)).includes(words))
const titles = async (): Promise<string[]> =>
  (await world.ask('GET', `/api/cases/${caseId}/timeline`)).items.map((row: { title: string }) => row.title)

/** Leaves the mail with the contract, and so the contract, to whoever asks here. */
async function makeConfidential() {
  const { items } = await world.ask('GET', `/api/contractors/${contractorId}/timeline?kind=mail-in`)
  const mail = items.find((row: { title: string }) => row.title === 'Umowa')
  await world.ask('PATCH', `/api/items/${mail.id}`, { audience: { users: [] } })
}

async function chooseCase(tab: number) {
  await inBackground(openLupa, tab)
  await page('compose.html', 'Meblex')
  await until('the button', () => inPage('compose.html', press, 'Wybierz sprawę'))
  await page('compose.html', `Do sprawy ${reference}, Meblex`)
}

/** Mails are written, guarded, sent and filed. */
export function composeStories(open: () => World) {
  beforeAll(async () => {
    world = open()
    const meblex = await world.ask('POST', '/api/contractors', { name: 'Meblex', addresses: ['@meblex.example'] })
    await world.ask('POST', '/api/contractors', { name: 'Trans-Pol', addresses: ['@trans-pol.example'] })
    contractorId = meblex.id
    const withContract = buildMail({ from: 'Ewa <ewa@meblex.example>', subject: 'Umowa', attachments: [contract] })
    await world.hand(withContract, `?contractorId=${contractorId}`)
    const opened = await world.ask('POST', `/api/contractors/${meblex.id}/cases`, { title: 'Dostawa regałów' })
    caseId = opened.id
    reference = opened.reference
  })

  it('shows the file of the recipients and keeps the chosen case with the draft', { timeout: 60_000 }, async () => {
    const sent = world.smtp.taken.length
    const tab = await inBackground(beginMail, ['ewa@meblex.example'], 'Regały')

    await chooseCase(tab)

    await world.thunderbird.pictureOf('compose.html', path.join(pictures, 'thunderbird-compose-pl.png'))
    expect(await inBackground(subjectOf, tab)).toBe(`Regały [${reference}]`)
    await inBackground(send, tab)
    await until('the mail to be sent', () => world.smtp.taken.length === sent + 1)
    await until('the sent mail to lie in the case', async () => (await titles()).includes(`Regały [${reference}]`))
  })

  it('asks before a mail goes to somebody outside the case, and says whose he is', { timeout: 60_000 }, async () => {
    const sent = world.smtp.taken.length
    const tab = await inBackground(beginMail, ['ewa@meblex.example'], 'Transport')
    await chooseCase(tab)
    await inBackground(addRecipient, tab, 'biuro@trans-pol.example')

    void inBackground(send, tab).catch(() => undefined)
    await page('guard.html', 'biuro@trans-pol.example należy do innego kontrahenta: Trans-Pol')
    await world.thunderbird.pictureOf('guard.html', path.join(pictures, 'thunderbird-guard-pl.png'))
    expect(world.smtp.taken).toHaveLength(sent)

    await inPage('guard.html', pressAll, 'Wyślij mimo to', 'Wyślij później', 'Wyślij mimo to')
    await until('the mail to be sent', () => world.smtp.taken.length === sent + 1)
    expect(world.smtp.taken.at(-1)).toEqual(['ewa@meblex.example', 'biuro@trans-pol.example'])
    await until('it to lie in the case', async () => (await titles()).includes(`Transport [${reference}]`))
    expect(world.smtp.taken).toHaveLength(sent + 1)
    expect(await inBackground(isInOutbox, `Transport [${reference}]`)).toBe(false)
  })

  it('attaches a document of the file, byte by byte, under its own name', { timeout: 60_000 }, async () => {
    const sent = world.smtp.taken.length
    const tab = await inBackground(beginMail, ['ewa@meblex.example'], 'Z umową')
    await inBackground(openLupa, tab)
    await page('compose.html', 'Dołącz dokument')

    await until('the button', () => inPage('compose.html', press, `Dołącz: ${contract.name}`))

    await page('compose.html', 'dołączony')
    await world.thunderbird.pictureOf('compose.html', path.join(pictures, 'thunderbird-attach-pl.png'))
    expect(await inBackground(attachmentsOf, tab)).toEqual([{ name: contract.name, content: contract.content }])
    await inBackground(send, tab)
    await until('the mail to be sent', () => world.smtp.taken.length === sent + 1)
  })

  it('asks before a confidential document goes outside, however it came into the mail', {
    timeout: 60_000,
  }, async () => {
    await makeConfidential()
    const sent = world.smtp.taken.length
    const tab = await inBackground(beginMail, ['ktos@obcy.example'], 'Poufne')
    await inBackground(addFile, tab, 'skan.pdf', contract.content)

    void inBackground(send, tab).catch(() => undefined)
    await page('guard.html', 'Wysłać poufny dokument poza firmę?')
    await page('guard.html', '(ktos@obcy.example)')
    await world.thunderbird.pictureOf('guard.html', path.join(pictures, 'thunderbird-guard-file-pl.png'))
    expect(world.smtp.taken).toHaveLength(sent)

    await inPage('guard.html', press, 'Wyślij mimo to')
    await until('the mail to be sent', () => world.smtp.taken.length === sent + 1)
  })

  it('knows the case of a draft that was saved and opened again, and guards it', { timeout: 60_000 }, async () => {
    const first = await inBackground(beginMail, ['ewa@meblex.example'], 'Szkic')
    await chooseCase(first)
    await world.thunderbird.privileged(inside.saveAndClose)
    const draft = await until('its case to be kept', () => inBackground(savedDraft))
    await world.thunderbird.privileged(inside.openDraft, draft)
    const tab = await until('the composer', () => inBackground(openComposer))
    await inBackground(addRecipient, tab, 'biuro@trans-pol.example')

    void inBackground(send, tab).catch(() => undefined)
    await page('guard.html', 'biuro@trans-pol.example należy do innego kontrahenta: Trans-Pol')
    await inPage('guard.html', press, 'Wyślij mimo to')

    await until('it to lie in the case', async () => (await titles()).includes(`Szkic [${reference}]`))
  })

  it('files a mail of which a copy comes only later', { timeout: 60_000 }, async () => {
    const sent = world.smtp.taken.length
    await world.thunderbird.privileged(inside.keepCopies, false)
    const tab = await inBackground(beginMail, ['ewa@meblex.example'], 'Bez kopii')
    await chooseCase(tab)

    await inBackground(send, tab)

    await until('the mail to be sent', () => world.smtp.taken.length === sent + 1)
    await world.thunderbird.privileged(inside.keepCopies, true)
    const [kept] = await until('it to be kept for later', () => inBackground(keptForLater))
    expect(kept).toMatchObject({ why: 'sent', subject: `Bez kopii [${reference}]`, tries: 1 })
  })

  it('sends a guarded mail later where that was wished for', { timeout: 60_000 }, async () => {
    const sent = world.smtp.taken.length
    const tab = await inBackground(beginMail, ['ewa@meblex.example', 'biuro@trans-pol.example'], 'Na potem')

    void inBackground(send, tab).catch(() => undefined)
    await page('guard.html', 'Wysłać do kilku kontrahentów naraz?')
    await inPage('guard.html', press, 'Wyślij później')

    await until('it to lie in the outbox', () => inBackground(isInOutbox, 'Na potem'))
    expect(world.smtp.taken).toHaveLength(sent)
  })

  it('says when a guarded mail cannot be sent any more', { timeout: 60_000 }, async () => {
    const tab = await inBackground(beginMail, ['ewa@meblex.example', 'biuro@trans-pol.example'], 'Zamknięta')
    void inBackground(send, tab).catch(() => undefined)
    await page('guard.html', 'Wysłać do kilku kontrahentów naraz?')
    await world.thunderbird.privileged(inside.saveAndClose)

    await inPage('guard.html', press, 'Wyślij mimo to')

    await page('guard.html', 'Nie udało się wysłać wiadomości')
    await world.thunderbird.pictureOf('guard.html', path.join(pictures, 'thunderbird-guard-failed-pl.png'))
    await world.thunderbird.privileged(closeWindows)
  })

  it('lets a mail go that is meant for no case', { timeout: 60_000 }, async () => {
    const sent = world.smtp.taken.length
    const tab = await inBackground(beginMail, ['ktos@obcy.example'], 'Bez sprawy')

    await inBackground(send, tab)

    await until('the mail to be sent', () => world.smtp.taken.length === sent + 1)
    expect((await titles()).some(title => title.includes('Bez sprawy'))).toBe(false)
  })
}
