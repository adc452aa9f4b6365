import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createServer as createTlsServer } from 'node:tls'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse } from '../../support/house.ts'
import { buildUser } from '../../support/people.ts'
import { type FaultProxy, openFaultProxy } from './fault-proxy.ts'
import { describeWithDovecot, type MailServer, openMailServer, PASSWORD } from './mail-server.ts'
import { ownAddress } from './own-address.ts'
import { addMailbox, numbered, untilHealth, useDoors } from './reading.ts'
import { storedFrom } from './stored.ts'

const test = await openTestHouse()
const anna = await buildUser(test)
const reading = useDoors(test)

/** Every command that reading a mailbox needs. */
const ours = 'CAPABILITY ENABLE EXAMINE FETCH ID IDLE LIST LOGIN LOGOUT LSUB NAMESPACE NOOP SEARCH STATUS'.split(' ')

/** Waits for a server of the test to listen, and says where. */
async function listening(server: Server, host = '127.0.0.1', port = 0): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return (server.address() as AddressInfo).port
}

describeWithDovecot('a password on its way', () => {
  let server: MailServer
  let proxy: FaultProxy
  beforeAll(async () => {
    server = await openMailServer()
    proxy = await openFaultProxy(server.port)
  })
  afterAll(async () => {
    await proxy.close()
    await server.dispose()
  })

  it('is not said to a server whose certificate nobody vouches for', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'lupa-certificate-'))
    const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')]
    const words = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost']
    await promisify(execFile)('openssl', [...words, '-keyout', key, '-out', cert])
    const heard: Buffer[] = []
    const impostor = createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) }, socket => {
      socket.on('data', data => heard.push(data)).on('error', () => {})
      socket.write('* OK IMAP4rev1 ready\r\n')
    })
    const mailbox = await addMailbox(anna, await listening(impostor), 'anna', { tls: true, host: 'localhost' })
    reading.start()

    const health = await untilHealth(anna, mailbox.id, 'in error', ({ state }) => state === 'error')

    expect(health.error).toBe('certificate')
    expect(heard).toEqual([])
    impostor.close()
    rmSync(folder, { recursive: true })
  })

  it('is not said to a server that speaks no TLS where TLS was asked for', async () => {
    proxy.heard = ''
    const mailbox = await addMailbox(anna, proxy.port, 'anna', { tls: true })
    reading.start({ pace: { firstWaitMs: 60_000 } })

    const health = await untilHealth(anna, mailbox.id, 'in error', ({ state }) => state === 'error')

    expect(health.error).toBe('not-encrypted')
    expect(proxy.heard).not.toContain('LOGIN')
    expect(proxy.heard).not.toContain('AUTHENTICATE')
  })

  it('is not said on the old port when the offer of STARTTLS was taken away', async () => {
    let heard = ''
    const stripped = createServer(socket => {
      socket.on('error', () => {})
      socket.on('data', data => {
        heard += data
        const tag = data.toString().split(' ')[0]
        socket.write(`* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n${tag} OK done\r\n`)
      })
      socket.write('* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\r\n')
    })
    await listening(stripped, ownAddress, 143)
    const mailbox = await addMailbox(anna, 143, 'anna', { tls: true, host: ownAddress })
    reading.start({ pace: { firstWaitMs: 60_000 } })

    const health = await untilHealth(anna, mailbox.id, 'in error', ({ state }) => state === 'error')

    expect(health.error).toBe('not-encrypted')
    expect(heard).not.toMatch(/LOGIN|AUTHENTICATE/)
    stripped.close()
  })

  it('serves for no other server: a row changed behind our back is not signed in with', async () => {
    const mailbox = await addMailbox(anna, server.port, 'przeniesiona')
    proxy.heard = ''
    await test.asSuper.query('update mailbox set port = $1', [proxy.port])
    reading.start()

    const health = await untilHealth(anna, mailbox.id, 'in error', ({ state }) => state === 'error')

    expect(health.error).toBe('secret-lost')
    expect(proxy.heard).toBe('')
  })

  it('and the user name beside it end no command early, whatever is in them', async () => {
    const names = ['a" LOGOUT "', 'a\\', 'a{5}', 'a{3+}', '* (x)', 'zażółć', '%n/../b', '()']
    const folder = 'Żółte "teczki" {5} & \\ (x)'
    // Without AUTH=PLAIN names and passwords travel as quoted text, which is where injection would happen.
    proxy.rewrite = text => text.replaceAll('AUTH=PLAIN', '')
    proxy.heard = ''
    for (const name of names) await addMailbox(anna, proxy.port, name, { password: '"x" {9}\\ ()' })
    const odd = await addMailbox(anna, proxy.port, 'cudzysłów "5" \\ {7}')
    await server.deliver('zwykla', numbered(1, 'zwykla'))
    await server.deliver('zwykla', numbered(1, 'dziwna'), { folder })
    const plain = await addMailbox(anna, proxy.port, 'zwykla', { folders: ['INBOX', folder] })
    reading.start()

    await untilHealth(anna, plain.id, 'live', ({ state }) => state === 'live')
    await untilHealth(anna, odd.id, 'answered', ({ state }) => state !== 'new')
    const verbs = proxy.heard.split('\r\n').flatMap(line => /^[0-9A-Z]+ (?:UID )?([A-Z]+)/.exec(line)?.[1] ?? [])

    expect(verbs).toContain('LOGIN')
    expect(verbs.filter(verb => !ours.includes(verb))).toEqual([])
    expect(await storedFrom(test, plain.id)).toEqual(['dziwna-0@klient.example', 'zwykla-0@klient.example'])
    expect(JSON.stringify(reading.log)).not.toContain(PASSWORD)
    proxy.rewrite = null
  })
})
