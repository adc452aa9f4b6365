import { rmSync } from 'node:fs'
import path from 'node:path'
import { buildExtension } from '../../addin/thunderbird/build.ts'
import { type Dovecot, startDovecot } from '../e2e/thunderbird/dovecot.ts'
import { freePort } from '../e2e/thunderbird/free-port.ts'
import { readPanel } from '../e2e/thunderbird/inside-panel.ts'
import { timeToShow } from '../e2e/thunderbird/inside-thunderbird.ts'
import { createProfile } from '../e2e/thunderbird/profile.ts'
import { startThunderbird, type Thunderbird } from '../e2e/thunderbird/thunderbird.ts'
import { freshDataFolder } from '../support/data-folder.ts'
import { buildMail } from '../support/mail.ts'
import { userOf } from './figures.ts'
import { oneByOne, send } from './load.ts'
import { idOf, kindOf, type Reader } from './plan.ts'
import type { Stage } from './stage.ts'

/** By size: the biggest contractor, big ones, one in the middle and small ones. */
const ranks = [0, 1, 7, 100, 2_000, 15_000]
const shares: Reader[] = ['in 20,000 audiences', 'sees 90 %', 'sees 1 %']
/** A Thunderbird that has just started is still busy with itself. */
const FIRST_CLICKS = 40
const EXTENSION = 'lupa@lupa.addon'
const mailOf = (rank: number) => `bench-${rank}@k${rank}.example`

/** From the click on a mail until its timeline stands in the panel, for readers of each share. */
export async function paneInThunderbird(stage: Stage, clicks: number): Promise<string[]> {
  const folder = freshDataFolder('bench-pane')
  const dovecot = await startDovecot()
  try {
    for (const rank of ranks) await dovecot.deliver(buildMail(senderOf(rank)))
    const thunderbird = await openThunderbird(stage, dovecot, folder)
    try {
      const lines = ['click on a mail to its timeline, Thunderbird      p50    p95   longest   (ms; target p50 150)']
      for (const reader of shares) lines.push(await figureFor(stage, thunderbird, reader, clicks))
      return lines
    } finally {
      await thunderbird.quit()
    }
  } finally {
    await dovecot.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function senderOf(rank: number) {
  const from = `Anna Kowal <biuro@k${rank}.example>`
  return { messageId: `<${mailOf(rank)}>`, from, to: 'u0@nasza.example', subject: `Zapytanie ${rank}` }
}

async function openThunderbird(stage: Stage, dovecot: Dovecot, folder: string): Promise<Thunderbird> {
  const marionettePort = await freePort()
  const profile = await createProfile({ imap: dovecot, marionettePort })
  const thunderbird = await startThunderbird({ profile, marionettePort, extensionId: EXTENSION })
  await thunderbird.logIn(dovecot.password, { expectedMails: ranks.length })
  await thunderbird.install(
    await buildExtension({ outFile: path.join(folder, 'lupa.xpi'), serverAddress: stage.origin }),
  )
  await thunderbird.privileged(permit, EXTENSION)
  await thunderbird.open(mailOf(0))
  return thunderbird
}

async function figureFor(stage: Stage, thunderbird: Thunderbird, reader: Reader, clicks: number): Promise<string> {
  const token = await stage.tokenFor(userOf(reader))
  await thunderbird.inBackground(enter, token)
  const pages = await pagesFor(stage, token)
  const times: number[] = []
  for (let click = -FIRST_CLICKS; click < clicks; click += 1) {
    const { messageId, words } = pages[(click + FIRST_CLICKS) % pages.length] as Page
    const took = await thunderbird.privileged(timeToShow, messageId, words, readPanel.toString(), 'lupa-panel')
    if (click >= 0) times.push(took)
  }
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => String(sorted[Math.min(clicks - 1, Math.floor(clicks * share))]).padStart(6)
  const asked = await lookupsFor(stage, token)
  return `${`${reader}, ${pages.length} contractors in turn`.padEnd(47)}${at(0.5)} ${at(0.95)} ${at(1)}    of it the server p50 ${asked.toFixed(1)}`
}

interface Page {
  messageId: string
  /** What stands in no panel but this one's, once its timeline is painted. */
  words: string
}

/** The mails of those contractors of whom the reader sees anything, and the first row of the timeline of each. */
async function pagesFor({ origin }: Stage, token: string): Promise<Page[]> {
  const pages: Page[] = []
  for (const rank of ranks) {
    const address = `${origin}/api/contractors/${idOf(kindOf.contractor, rank)}/timeline?limit=1`
    const reply = await fetch(address, { headers: { authorization: `Bearer ${token}` } })
    const row = reply.ok ? ((await reply.json()) as { items: { title: string }[] }).items[0] : undefined
    if (row) pages.push({ messageId: mailOf(rank), words: row.title })
  }
  // Another mail has to be clicked each time, or nothing happens.
  const unseen = { messageId: mailOf(15_000), words: 'biuro@k15000.example' }
  return pages.length > 1 ? pages : [...pages, unseen]
}

/** What the server alone takes for the biggest of them. */
async function lookupsFor({ origin }: Stage, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const body = JSON.stringify({ messageId: mailOf(0), from: ['biuro@k0.example'], to: ['u0@nasza.example'] })
  const ask = { method: 'POST', path: '/api/lookup', headers, body }
  return (await oneByOne(50, () => send(origin, undefined, ask))).p50
}

// biome-ignore-start lint/suspicious/noExplicitAny: these run inside Thunderbird, where its globals live.
/** Lets the extension reach the server, as a person does who signs in on the settings page. */
async function permit(_tools: unknown, extensionId: string): Promise<void> {
  const { ChromeUtils, WebExtensionPolicy } = globalThis as any
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs')
  const { extension } = WebExtensionPolicy.getByID(extensionId)
  await ExtensionPermissions.add(extensionId, { permissions: [], origins: ['http://127.0.0.1/*'] }, extension)
}

async function enter(token: string): Promise<void> {
  const { storage } = (globalThis as any).messenger
  await storage.session.set({ token })
  await storage.local.set({ account: 'bench@nasza.example' })
}
// biome-ignore-end lint/suspicious/noExplicitAny: see above
