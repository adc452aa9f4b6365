import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { lupa } from '../../support/command-line.ts'
import { freshDataFolder } from '../../support/data-folder.ts'

const folder = freshDataFolder('guests')
afterAll(() => {
  for (const one of [folder, `${folder}-kopie`]) rmSync(one, { recursive: true, force: true })
})
const here = { LUPA_DATA: folder, LUPA_ADMIN_EMAIL: 'szef@nasza.example', LUPA_ADMIN_PASSWORD: 'Hasło szefa 1' }
const running = path.join(folder, 'postgres/cluster/postmaster.pid')
const isRunning = () => existsSync(running)
const patient = { timeout: 120_000 }

beforeAll(async () => {
  const server = lupa(['serve'], here)
  await server.says(/Lupa is ready/)
  server.child.kill('SIGTERM')
  await server.ended
}, 120_000)

it('lets commands that begin at the same moment share one database, which the last one stops', patient, async () => {
  const runs = [lupa(['audit', 'verify'], here), lupa(['doctor'], here), lupa(['audit', 'verify'], here)]

  for (const run of runs) {
    expect(await run.ended, run.output()).toBe(0)
    expect(run.output()).not.toContain('    at ')
  }
  expect(runs[1]?.output()).toContain('0 faults')
  expect(isRunning()).toBe(false)
})

it('keeps the database of a command that has ended until the one beside it has ended too', patient, async () => {
  const first = lupa(['work'], here)
  await first.says(/works off its queue/)
  const second = lupa(['work'], here)
  await second.says(/works off its queue/)

  first.child.kill('SIGTERM')
  await first.says(/Another command works on this database still/)
  const third = lupa(['audit', 'verify'], here)
  expect(await third.ended, third.output()).toBe(0)
  expect(isRunning()).toBe(true)

  second.child.kill('SIGTERM')
  expect(await second.ended, second.output()).toBe(0)
  expect(await first.ended, first.output()).toBe(0)
  expect(isRunning()).toBe(false)
})

it.each([
  ['SIGINT', 'at its work', 'postgres/port', 130],
  ['SIGTERM', 'still starting', 'postgres/cluster/postmaster.pid', 143],
])('stops the database that a command runs itself when %s ends it %s', patient, async (signal, _when, file, code) => {
  const run = lupa(['backup', `${folder}-kopie`], here)
  await vi.waitFor(() => expect(existsSync(path.join(folder, file))).toBe(true), { timeout: 20_000, interval: 5 })
  const postgres = Number(readFileSync(running, 'utf8').split('\n')[0])

  // As npm does at a terminal.
  for (let turn = 0; turn < 2; turn += 1) run.child.kill(signal as NodeJS.Signals)

  expect(await run.ended, run.output()).toBe(code)
  expect(run.output()).not.toContain('    at ')
  expect(() => process.kill(postgres, 0)).toThrow('ESRCH')
  expect(isRunning()).toBe(false)
})

it('says in one sentence that the service stopped under a command', patient, async () => {
  const server = lupa(['serve'], here)
  await server.says(/Lupa is ready/)
  const work = lupa(['work'], here)
  await work.says(/works off its queue/)

  server.child.kill('SIGTERM')

  expect(await server.ended, server.output()).toBe(0)
  expect(await work.ended, work.output()).toBe(1)
  // The library that works the queue off may cry out before; what is read last is ours.
  expect(work.output()).toMatch(/^The database was stopped under this command, [^\n]+run the command again\.\n$/m)
  expect(work.output().trimEnd()).toMatch(/run the command again\.$/)
})
