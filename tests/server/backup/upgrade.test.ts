import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { listBackups, readManifest } from '../../../server/backup/manifest.ts'
import { migrations } from '../../../server/database/migrations.ts'
import { lupa } from '../../support/command-line.ts'
import { freshDataFolder } from '../../support/data-folder.ts'

const stored = path.resolve(import.meta.dirname, '../../upgrade')
const versions = readdirSync(stored, { withFileTypes: true }).filter(entry => entry.isDirectory())
const folder = freshDataFolder('upgrade')
afterAll(() => rmSync(folder, { recursive: true }))

async function command(words: string[], environment: Record<string, string>): Promise<string> {
  const run = lupa(words, environment)
  expect(await run.ended, run.output()).toBe(0)
  return run.output()
}

it.each(versions.map(entry => entry.name))(
  'brings the data of version %s to the present schema, whole',
  {
    timeout: 180_000,
  },
  async version => {
    const kept = path.join(stored, version)
    const { migrations: then } = readManifest(path.join(kept, listBackups(kept).whole[0] ?? ''))
    const here = { LUPA_DATA: path.join(folder, version) }
    expect(then.length).toBeLessThan(migrations.length)

    await command(['restore', kept], here)

    expect(await command(['doctor', '--deep'], here)).toContain('0 faults')
    expect(await command(['audit', 'verify'], here)).toContain('The log is whole.')
    const server = lupa(['serve'], here)
    const [, origin = ''] = await server.says(/Lupa is ready at (http:\S+)/)
    const { token } = await signIn(origin, 'szefowa@nasza.example', 'Hasło szefowej 1')
    const { token: annas } = await signIn(origin, 'anna@nasza.example', 'Hasło Anny 12')
    const ask = async (url: string, bearer: string) =>
      (await fetch(`${origin}${url}`, { headers: { authorization: `Bearer ${bearer}` } })).json()
    const contractors = async (bearer: string): Promise<{ id: string; name: string }[]> =>
      (await ask('/api/contractors', bearer)).items
    const all = await contractors(token)
    expect(all.map(one => one.name)).toEqual(['Klient sp. z o.o.', 'Poufny'])
    expect((await contractors(annas)).map(one => one.name)).toEqual(['Klient sp. z o.o.'])
    const rows = (await ask(`/api/contractors/${all[0]?.id}/timeline`, annas)).items.map(
      (row: { title: string }) => row.title,
    )
    expect(rows).toEqual(expect.arrayContaining(['Zamówienie', 'Termin', 'Faktura 1.pdf']))
    expect((await ask('/api/search?q=cegła', annas)).items).toHaveLength(1)
    server.child.kill('SIGTERM')
    await server.ended
  },
)

async function signIn(origin: string, email: string, password: string): Promise<{ token: string }> {
  const body = JSON.stringify({ email, password })
  const reply = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  return reply.json()
}
