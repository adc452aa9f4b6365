import { rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildExtension } from '../../../addin/thunderbird/build.ts'
import { lupa, type Run } from '../../support/command-line.ts'
import { freshDataFolder } from '../../support/data-folder.ts'
import { type Dovecot, startDovecot } from './dovecot.ts'
import { freePort } from './free-port.ts'
import { createProfile } from './profile.ts'
import { english, signIn } from './sign-in.ts'
import { startThunderbird, type Thunderbird } from './thunderbird.ts'

const folder = freshDataFolder('thunderbird-looks')
const pictures = path.resolve(import.meta.dirname, '../../../build/pictures')
const me = { email: 'office@nasza.example', password: 'Hasło biura 1' }
let server: Run
let dovecot: Dovecot
let thunderbird: Thunderbird

beforeAll(async () => {
  await mkdir(pictures, { recursive: true })
  server = lupa(['serve'], { LUPA_DATA: folder, LUPA_ADMIN_EMAIL: me.email, LUPA_ADMIN_PASSWORD: me.password })
  const serverAddress = (await server.says(/Lupa is ready at (http:\S+)/))[1] ?? ''
  dovecot = await startDovecot()
  await dovecot.deliver(hostile)
  const marionettePort = await freePort()
  const profile = await createProfile({
    imap: dovecot,
    marionettePort,
    language: 'en-US',
    theme: 'dark',
    layout: 'classic',
  })
  thunderbird = await startThunderbird({ profile, marionettePort, extensionId: 'lupa@lupa.addon' })
  await thunderbird.logIn(dovecot.password, { expectedMails: 1 })
  await thunderbird.install(await buildExtension({ outFile: path.join(folder, 'lupa.xpi'), serverAddress }))
}, 180_000)

afterAll(async () => {
  await thunderbird?.quit()
  await dovecot?.stop()
  server?.child.kill('SIGTERM')
  await server?.ended
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

/** A mail whose styles hide, move and paint over everything that they can name, and that imitates the panel. */
const hostile = [
  'From: Mallory <mallory@obcy.example>',
  'To: office@nasza.example',
  'Subject: Styles',
  `Date: ${new Date().toUTCString()}`,
  'Message-ID: <hostile@obcy.example>',
  'MIME-Version: 1.0',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<html><head><style>',
  '*, lupa-panel, :popover-open { display: none !important; opacity: 0 !important; transform: scale(0) !important }',
  'html, head + body, body p { display: block !important; opacity: 1 !important; transform: none !important }',
  'p { position: fixed !important; inset: 0 !important; z-index: 2147483647; background: red; color: white }',
  '</style></head><body><p>Nothing but me.</p><lupa-panel>Type your password here</lupa-panel></body></html>',
  '',
].join('\r\n')

it('is drawn dark and English beside a mail that hides and paints over everything', { timeout: 60_000 }, async () => {
  await thunderbird.open('hostile@obcy.example')
  await thunderbird.panelShows('Open settings')
  await signIn(thunderbird, me, english)

  const text = await thunderbird.panelShows('mallory@obcy.example')
  await thunderbird.screenshot(path.join(pictures, 'thunderbird-hostile-dark-en.png'))

  expect(text).not.toContain('Type your password here')
  await thunderbird.clickInPanel('button', 'Collapse the Lupa panel')
  await thunderbird.clickInPanel('button', 'Show the Lupa panel')
  await thunderbird.panelShows('mallory@obcy.example')
})
