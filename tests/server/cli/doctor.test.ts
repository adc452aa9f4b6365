import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { lupa } from '../../support/command-line.ts'
import { freshDataFolder } from '../../support/data-folder.ts'

const folder = freshDataFolder('doctor')
afterAll(() => rmSync(folder, { recursive: true }))
const here = { LUPA_DATA: folder, LUPA_ADMIN_EMAIL: 'szef@nasza.example', LUPA_ADMIN_PASSWORD: 'Hasło szefa 1' }

async function doctor(environment: Record<string, string>, code: number): Promise<string> {
  const run = lupa(['doctor'], environment)
  expect(await run.ended, run.output()).toBe(code)
  expect(run.output()).not.toContain('    at ')
  return run.output()
}

it('looks beside a running server and without one, and says in sentences what to do', {
  timeout: 120_000,
}, async () => {
  expect(await doctor(here, 1)).toContain('FAULT   secrets:')
  const server = lupa(['serve'], here)
  await server.says(/Lupa is ready/)
  const beside = await doctor(here, 0)
  expect(beside).toContain('ok      audit log:')
  expect(beside).toContain('ok      queue: worked off')
  expect(beside).toContain('0 faults, ')
  server.child.kill('SIGTERM')
  await server.ended

  expect(await doctor(here, 0)).toContain('queue: empty; nobody works at the moment')
  chmodSync(path.join(folder, 'secrets.json'), 0o644)
  expect(await doctor(here, 1)).toContain(`-> chmod 600 ${folder}`)
  chmodSync(path.join(folder, 'secrets.json'), 0o600)
  expect(await doctor({ ...here, PORT: 'abc' }, 1)).toContain('FAULT   settings: PORT must be a number')
  writeFileSync(path.join(folder, 'postgres/cluster/postgresql.conf'), 'nonsense\n')
  expect(await doctor(here, 1)).toContain('FAULT   database: It does not start')
})

it('says in a sentence what was mistyped, and what there is', async () => {
  const run = lupa(['doctor', '--tief'], here)

  expect(await run.ended).toBe(1)
  expect(run.output()).toContain("Unknown option '--tief'.")
  expect(run.output()).toContain('doctor [--deep]')
  expect(run.output()).not.toContain('    at ')
})
