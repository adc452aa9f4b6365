import { rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { buildExtension } from '../../../addin/thunderbird/build.ts'
import { version } from '../../../server/version.ts'
import { lupa, type Run } from '../../support/command-line.ts'
import { freshDataFolder } from '../../support/data-folder.ts'
import { buildMail } from '../../support/mail.ts'
import { type Dovecot, startDovecot } from './dovecot.ts'
import { freePort } from './free-port.ts'
import { type HttpsFront, openHttpsFront } from './https-front.ts'
import * as addOns from './inside-add-ons.ts'
import { installManaged } from './managed-program.ts'
import { createProfile } from './profile.ts'
import { polish, signIn } from './sign-in.ts'
import { startThunderbird, type Thunderbird } from './thunderbird.ts'
import { until } from './until.ts'
import { pictures } from './world.ts'

const ID = 'lupa@lupa.addon'
const folder = freshDataFolder('thunderbird-roll-out')
const patience = { limitMs: 40_000 }
const me = { email: 'biuro@nasza.example', password: 'Hasło biura 1' }
const mail = buildMail({ messageId: '<one@meblex.example>', from: 'Ewa <ewa@meblex.example>', to: me.email })
let front: HttpsFront
let server: Run
let dovecot: Dovecot
let thunderbird: Thunderbird | undefined

beforeAll(async () => {
  await mkdir(pictures, { recursive: true })
  const port = await freePort()
  front = await openHttpsFront(folder, port)
  server = lupa(['serve'], {
    LUPA_DATA: path.join(folder, 'data'),
    PORT: String(port),
    LUPA_PUBLIC_URL: front.address,
    LUPA_ADMIN_EMAIL: me.email,
    LUPA_ADMIN_PASSWORD: me.password,
  })
  await server.says(/Lupa is ready at/)
  // Read to the end, for the server does not leave while an answer is on its way.
  await (await fetch(`http://127.0.0.1:${port}/thunderbird/lupa.xpi`)).arrayBuffer()
  dovecot = await startDovecot()
  await dovecot.deliver(mail)
}, 180_000)

afterEach(() => thunderbird?.quit(), 60_000)

afterAll(async () => {
  await dovecot?.stop()
  await front?.stop()
  server?.child.kill('SIGTERM')
  await server?.ended
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

/** What the server hands out; how it got to the machines is the company's affair. */
async function rolledOut(): Promise<Policies> {
  const reply = await fetch(`http://127.0.0.1:${await portOfServer()}/thunderbird/policies.json`)
  return ((await reply.json()) as { policies: Policies }).policies
}

async function portOfServer(): Promise<string> {
  return new URL((await server.says(/Lupa is ready at (http:\S+)/))[1] ?? '').port
}

/** The monthly Thunderbird trusts no company's own authority with extensions; the long-lived one that is tested here does. */
const monthly = { 'extensions.install.requireBuiltInCerts': true, 'extensions.update.requireBuiltInCerts': true }

type Policies = Record<string, unknown>

/** Starts Thunderbird on a machine where the company's administrator has put these policies. */
async function startOnMachine(policies: Policies): Promise<Thunderbird> {
  const program = await installManaged(path.join(folder, crypto.randomUUID()), {
    Certificates: { Install: [front.authority] },
    ...policies,
  })
  const marionettePort = await freePort()
  const profile = await createProfile({ imap: dovecot, marionettePort, language: 'pl', preferences: monthly })
  const started = await startThunderbird({ program, profile, marionettePort, extensionId: ID })
  await started.logIn(dovecot.password, { expectedMails: 1 })
  return started
}

function addressField() {
  const field = document.querySelector<HTMLInputElement>('[name=address]')
  return { address: field?.value, isFixed: field?.readOnly, hint: document.querySelector('#hint')?.textContent }
}

it('comes by the company’s policy, with the address fixed and nothing to allow', { timeout: 120_000 }, async () => {
  thunderbird = await startOnMachine(await rolledOut())
  const installed = () => thunderbird?.privileged(addOns.addOn, ID)
  await until('the extension to be there', async () => (await installed())?.version === version, patience)

  await thunderbird.open('one@meblex.example')
  await thunderbird.panelShows(/ustawienia/)
  await thunderbird.clickInPanel('button', 'Otwórz ustawienia')
  await until('the address', async () => (await thunderbird?.inPage('options.html', addressField))?.isFixed)

  expect(await thunderbird.inPage('options.html', addressField)).toEqual({
    address: front.address,
    isFixed: true,
    hint: 'Adres ustawił administrator.',
  })
  expect(await installed()).toMatchObject({ isRemovable: false, hosts: ['https://127.0.0.1/*'] })
  await thunderbird.screenshot(path.join(pictures, 'thunderbird-options-fixed-pl.png'))
  await thunderbird.open('one@meblex.example')
  await signIn(thunderbird, me, polish)
  await thunderbird.panelShows('ewa@meblex.example')
})

it('is brought up to date by the server, and stays signed in', { timeout: 120_000 }, async () => {
  thunderbird = await startOnMachine({ Preferences: (await rolledOut())['Preferences'] })
  const old = await buildExtension({
    outFile: path.join(folder, 'old.xpi'),
    version: '0.0.1',
    serverAddress: front.address,
    updateUrl: `${front.address}/thunderbird/updates.json`,
  })
  await thunderbird.install(old, { lasting: true })
  await thunderbird.open('one@meblex.example')
  await thunderbird.panelShows(/ustawienia/)
  await signIn(thunderbird, me, polish)
  await thunderbird.panelShows('ewa@meblex.example')

  expect(await thunderbird.privileged(addOns.updateAddOn, ID)).toBe(version)

  expect(await thunderbird.privileged(addOns.addOn, ID)).toMatchObject({ version, isActive: true })
  await thunderbird.open('one@meblex.example')
  await thunderbird.panelShows('ewa@meblex.example')
})
