import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { afterAll, expect, it } from 'vitest'
import { lupa } from '../../support/command-line.ts'
import { freshDataFolder } from '../../support/data-folder.ts'
import { buildMail } from '../../support/mail.ts'

const folder = freshDataFolder('stop')
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const boss = { email: 'szef@nasza.example', password: 'Hasło szefa 1' }
const FEW_SECONDS_MS = 10_000

/** Somebody who asks for something and takes no more of the answer than its beginning. */
async function stall(origin: string, request: string): Promise<Socket> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(request)
  if (request.startsWith('GET')) {
    await once(socket, 'readable')
    socket.read(1)
  }
  return socket
}

it('stops within seconds though somebody stopped reading, and another stopped sending', {
  timeout: 120_000,
}, async () => {
  const server = lupa(['serve'], {
    LUPA_DATA: folder,
    LUPA_ADMIN_EMAIL: boss.email,
    LUPA_ADMIN_PASSWORD: boss.password,
  })
  const [, origin = ''] = await server.says(/Lupa is ready at (http:\S+)/)
  const ask = async (url: string, type: string, body: string, token?: string) => {
    const headers = { 'content-type': type, ...(token && { authorization: `Bearer ${token}` }) }
    return (await fetch(`${origin}${url}`, { method: 'POST', headers, body })).json()
  }
  const { token } = await ask('/api/session', 'application/json', JSON.stringify(boss))
  await ask(
    '/api/contractors',
    'application/json',
    JSON.stringify({ name: 'K', addresses: ['@klient.example'] }),
    token,
  )
  // More than the buffers of both ends of a connection take.
  const big = { name: 'a.bin', type: 'application/octet-stream', content: 'x'.repeat(24_000_000) }
  const source = buildMail({ from: 'jan@klient.example', attachments: [big] })
  const filed = await ask('/api/messages', 'message/rfc822', source, token)
  const rows = `Host: x\r\nAuthorization: Bearer ${token}\r\n`
  const readers = await Promise.all([
    stall(origin, `GET /api/items/${filed.items[0].id}/source HTTP/1.1\r\n${rows}\r\n`),
    stall(origin, `GET /api/events HTTP/1.1\r\n${rows}\r\n`),
    stall(
      origin,
      `POST /api/messages HTTP/1.1\r\n${rows}Content-Type: message/rfc822\r\nContent-Length: 1000\r\n\r\nFrom`,
    ),
  ])

  const before = performance.now()
  server.child.kill('SIGTERM')

  expect(await server.ended, server.output()).toBe(0)
  expect(performance.now() - before).toBeLessThan(FEW_SECONDS_MS)
  for (const reader of readers) reader.destroy()
})
