import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { lupa } from '../../support/command-line.ts'
import { freshDataFolder } from '../../support/data-folder.ts'

const folder = freshDataFolder('audit')
const environment = { LUPA_DATA: folder, LUPA_ADMIN_EMAIL: 'szef@nasza.example', LUPA_ADMIN_PASSWORD: 'Hasło szefa 1' }
const head = path.join(folder, 'audit', 'head.json')
const server = lupa(['serve'], environment)

afterAll(async () => {
  server.child.kill('SIGTERM')
  await server.ended
  rmSync(folder, { recursive: true, force: true })
})

async function verify() {
  const run = lupa(['audit', 'verify'], environment)
  return { code: await run.ended, output: run.output() }
}

it('seals by itself while the server runs, and finds from the command line whether the log is whole', {
  timeout: 120_000,
}, async () => {
  await server.says(/Lupa is ready at/)
  // The first user's making is the first entry.
  const { position } = await vi.waitFor(() => JSON.parse(readFileSync(head, 'utf8')), 20_000)
  expect(position).toBeGreaterThan(0)

  const whole = await verify()
  expect(whole.output).toContain(`${position} entries sealed, 0 not yet, 2 anchors compared.`)
  expect(whole).toMatchObject({ code: 0, output: expect.stringContaining('The log is whole.') })

  // As if entries had been there that the database does not have any more.
  writeFileSync(head, JSON.stringify({ at: new Date().toISOString(), position: position + 7, hash: 'ab' }))
  expect(await verify()).toMatchObject({
    code: 1,
    output: expect.stringContaining(`FAULT truncated: place ${position + 7}`),
  })
})
