import { rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { listBackups } from '../../../server/backup/manifest.ts'
import { lupa, type Run } from '../../support/command-line.ts'
import { freshDataFolder } from '../../support/data-folder.ts'
import { buildMail } from '../../support/mail.ts'

const folder = freshDataFolder('erased-again')
const kept = path.join(folder, 'kept')
const boss = { email: 'szefowa@nasza.example', password: 'Hasło szefowej 1' }
const here = {
  LUPA_DATA: path.join(folder, 'data'),
  LUPA_ADMIN_EMAIL: boss.email,
  LUPA_ADMIN_PASSWORD: boss.password,
}
const runs: Run[] = []
afterAll(async () => {
  for (const run of runs) {
    run.child.kill('SIGTERM')
    await run.ended
  }
  rmSync(folder, { recursive: true, force: true })
})

async function serve() {
  const run = lupa(['serve'], here)
  runs.push(run)
  const [, origin = ''] = await run.says(/Lupa is ready at (http:\S+)/)
  let token = ''
  const ask = async (url: string, body?: object | string) => {
    const reply = await fetch(`${origin}${url}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        'content-type': typeof body === 'string' ? 'message/rfc822' : 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return { status: reply.status, body: await reply.json() }
  }
  token = (await ask('/api/session', boss)).body.token
  const stop = async () => {
    run.child.kill('SIGTERM')
    await run.ended
  }
  return { ask, stop }
}

async function command(words: string[], code = 0): Promise<string> {
  const run = lupa(words, here)
  expect(await run.ended, run.output()).toBe(code)
  return run.output()
}

it('erases again, when an older backup is restored, whom a later one in its folder knows as erased', {
  timeout: 180_000,
}, async () => {
  const first = await serve()
  await first.ask('/api/contractors', { name: 'Klient', addresses: ['@klient.example'] })
  const ola = 'ola@klient.example'
  const mail = buildMail({ from: ola, to: boss.email, subject: 'Od Oli', text: 'Dzień dobry' })
  const other = buildMail({ from: 'jan@klient.example', to: boss.email, subject: 'Od Jana' })
  const { body: filed } = await first.ask('/api/messages', mail)
  await first.ask('/api/messages', other)
  await command(['backup', kept])
  const older = listBackups(kept).whole.at(-1) ?? ''
  const wish = { address: ola, confirmation: ola, reason: 'Wniosek z 2 marca', duties: [], others: 'keep' }
  expect((await first.ask('/api/erasures', wish)).status).toBeLessThan(300)
  await command(['backup', kept])
  await first.stop()
  rmSync(here.LUPA_DATA, { recursive: true })

  const told = await command(['restore', kept, '--from', older])

  expect(told).toContain('NOTE 1 people who were erased after this backup was made are erased again')
  const second = await serve()
  const itemId = filed.items[0].id
  await expect.poll(async () => (await second.ask(`/api/items/${itemId}`)).status, { timeout: 30_000 }).toBe(404)
  // What came before the erasure does not come back, and nobody else is gone.
  expect((await second.ask('/api/messages', mail)).body).toMatchObject({ code: 'person-erased' })
  const { body: found } = await second.ask('/api/search?q=Jana')
  expect(found.items).toHaveLength(1)
  expect(await command(['audit', 'verify'])).toContain('The log is whole.')
  await second.stop()
  expect(await command(['doctor', '--deep'])).toContain('0 faults')
})
