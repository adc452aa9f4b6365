import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freePort } from '../../e2e/thunderbird/free-port.ts'
import { openTestHouse } from '../../support/house.ts'
import { buildUser } from '../../support/people.ts'
import { GraphDouble } from '../graph/graph-double.ts'
import { describeWithDovecot, type MailServer, openMailServer } from './mail-server.ts'
import { ownAddress } from './own-address.ts'
import { addMailbox, numbered, untilHealth, useDoors } from './reading.ts'
import { openScriptedImap } from './scripted-imap.ts'
import { storedFrom } from './stored.ts'

const test = await openTestHouse()
const admin = await buildUser(test)
const anna = await buildUser(test)
const reading = useDoors(test)
const certificates = mkdtempSync(path.join(tmpdir(), 'lupa-tls-'))
afterAll(() => rmSync(certificates, { recursive: true }))

/** Waits once and for long after the first trouble. */
const patient = { pace: { firstWaitMs: 60_000 } }

/** An authority, and a certificate of it for two addresses of this machine. */
async function makeCertificates(name: string) {
  const at = (file: string) => path.join(certificates, `${name}-${file}`)
  const openssl = (...words: string[]) => promisify(execFile)('openssl', words)
  writeFileSync(at('san'), `subjectAltName=IP:127.0.0.1,IP:${ownAddress}`)
  const fresh = ['req', '-newkey', 'rsa:2048', '-nodes', '-keyout']
  await openssl(...fresh, at('ca.key'), '-x509', '-days', '2', '-subj', `/CN=Urzad ${name}`, '-out', at('ca.pem'))
  await openssl(...fresh, at('key.pem'), '-subj', '/CN=poczta', '-out', at('csr.pem'))
  const signed = ['x509', '-req', '-in', at('csr.pem'), '-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial']
  await openssl(...signed, '-days', '2', '-extfile', at('san'), '-out', at('cert.pem'))
  chmodSync(certificates, 0o755)
  return { authority: readFileSync(at('ca.pem'), 'utf8'), key: at('key.pem'), certificate: at('cert.pem') }
}

describeWithDovecot('a mail server with TLS', () => {
  let server: MailServer
  let ours: Awaited<ReturnType<typeof makeCertificates>>
  let tlsPort = 0
  beforeAll(async () => {
    ours = await makeCertificates('nasz')
    tlsPort = await freePort()
    server = await openMailServer(
      folder => `
ssl = yes
ssl_cert = <${ours.certificate}
ssl_key = <${ours.key}
service imap-login {
  inet_listener imaps {
    port = ${tlsPort}
    ssl = yes
  }
}
namespace wspolne {
  type = public
  separator = .
  prefix = Wspolne.
  location = maildir:${folder}/mail/wspolne
  subscriptions = no
}
`,
    )
  })
  afterAll(() => server.dispose())

  it('is read when the company’s own authority vouches for it, and by no other', async () => {
    const foreign = await makeCertificates('obcy')
    await server.deliver('tls', numbered(1, 'tls'))
    const trusted = await addMailbox(anna, tlsPort, 'tls', { tls: true, authority: ours.authority })
    const world = await addMailbox(anna, tlsPort, 'tls-swiat', { tls: true })
    const other = await addMailbox(anna, tlsPort, 'tls-obcy', { tls: true, authority: foreign.authority })
    const name = { tls: true, authority: ours.authority, host: '127.0.0.2' }
    const forward = createServer(socket => {
      const there = connect(tlsPort, '127.0.0.1')
      for (const one of [socket, there]) one.on('error', () => {})
      socket.pipe(there).pipe(socket)
    })
    await new Promise<void>(resolve => forward.listen(tlsPort, '127.0.0.2', resolve))
    const misnamed = await addMailbox(anna, tlsPort, 'tls-nazwa', name)
    reading.start(patient)

    await untilHealth(anna, trusted.id, 'live', ({ stored }) => stored === 1)
    for (const { id } of [world, other, misnamed])
      await untilHealth(anna, id, 'refused', ({ error }) => error === 'certificate')
    expect(trusted).toMatchObject({ hasOwnAuthority: true, signIn: 'password' })
    expect(JSON.stringify(await anna.get('/api/mailboxes'))).not.toContain('BEGIN')
    forward.close()
  })

  it('is spoken to by STARTTLS on the old port, with the certificate checked and nothing said before', async () => {
    let heard = ''
    const forward = createServer(socket => {
      const there = connect(server.port, '127.0.0.1')
      socket.on('data', data => (heard += data.toString('latin1')))
      for (const one of [socket, there]) one.on('error', () => {})
      socket.pipe(there).pipe(socket)
    })
    await new Promise<void>(resolve => forward.listen(143, ownAddress, resolve))
    await server.deliver('starttls', numbered(1, 'starttls'))
    const host = ownAddress
    const trusted = await addMailbox(anna, 143, 'starttls', { tls: true, host, authority: ours.authority })
    const world = await addMailbox(anna, 143, 'starttls-swiat', { tls: true, host })
    reading.start(patient)

    await untilHealth(anna, trusted.id, 'live', ({ stored }) => stored === 1)
    await untilHealth(anna, world.id, 'refused', ({ error }) => error === 'certificate')
    expect(heard).toContain('STARTTLS')
    expect(heard).not.toMatch(/LOGIN|AUTHENTICATE/)
    forward.close()
  })

  it('gives several folders, of one’s own and of a namespace that is shared', async () => {
    await server.deliver('wiele', numbered(1, 'wiele-inbox'))
    await server.deliver('wiele', numbered(1, 'wiele-teczka'), { folder: 'Klienci' })
    await server.deliver('wiele', numbered(1, 'wiele-wspolna'), { folder: 'Wspolne.Biuro' })
    const folders = ['INBOX', 'Klienci', 'Wspolne.Biuro']
    const mailbox = await addMailbox(anna, server.port, 'wiele', { folders })
    reading.start()

    await untilHealth(anna, mailbox.id, 'live', ({ state, error }) => state === 'live' && error === null)
    await server.deliver('wiele', numbered(2, 'wiele-wspolna').slice(1), { folder: 'Wspolne.Biuro' })
    await untilHealth(anna, mailbox.id, 'read again', ({ stored }) => stored === 4)
    expect(await storedFrom(test, mailbox.id)).toEqual(
      ['wiele-inbox-0', 'wiele-teczka-0', 'wiele-wspolna-0', 'wiele-wspolna-1'].map(name => `${name}@klient.example`),
    )
  })
})

it('reads from a server that knows us already (PREAUTH), in the clear from this machine only', async () => {
  const greeting = '* PREAUTH [CAPABILITY IMAP4rev1 IDLE STARTTLS] hello'
  const near = await openScriptedImap({ greeting })
  const far = await openScriptedImap({ greeting, host: ownAddress, port: 143 })
  const plain = await addMailbox(anna, near.port, 'znany')
  const protectedOne = await addMailbox(anna, 143, 'znany', { tls: true, host: ownAddress })
  reading.start(patient)

  await untilHealth(anna, plain.id, 'live', ({ state }) => state === 'live')
  await untilHealth(anna, protectedOne.id, 'refused', ({ error }) => error === 'not-encrypted')
  expect(near.heard).not.toMatch(/LOGIN|AUTHENTICATE/)
  expect(far.heard).not.toMatch(/LOGIN|AUTHENTICATE|EXAMINE/)
  near.close()
  far.close()
})

it('signs in by a token that was given, and says when it is refused or nobody asks for one', async () => {
  const accepts = (sasl: string) => sasl === 'user=anna\u0001auth=Bearer dobry-zeton\u0001\u0001'
  const server = await openScriptedImap({ abilities: 'SASL-IR AUTH=XOAUTH2', accepts })
  const without = await openScriptedImap({ abilities: 'SASL-IR AUTH=PLAIN', accepts })
  const token = { signIn: 'token', password: 'dobry-zeton' }
  const good = await addMailbox(anna, server.port, 'anna', token)
  const bad = await addMailbox(anna, server.port, 'bartek', token)
  const unasked = await addMailbox(anna, without.port, 'anna', token)
  reading.start(patient)

  await untilHealth(anna, good.id, 'live', ({ state }) => state === 'live')
  await untilHealth(anna, bad.id, 'refused', ({ error }) => error === 'sign-in-refused')
  await untilHealth(anna, unasked.id, 'refused', ({ error }) => error === 'server-refused')
  expect(good.signIn).toBe('token')
  const tried = { host: '127.0.0.1', port: server.port, tls: false, user: 'anna', ...token }
  expect((await anna.post('/api/mailboxes/try', tried)).body).toMatchObject({ trouble: null })
  server.close()
  without.close()
})

it('signs in to Exchange Online by the application of a connected tenant, for administrators only', async () => {
  const double = new GraphDouble()
  const origin = await double.listen()
  const scopes: string[] = []
  double.onToken = form => scopes.push(form.get('scope') ?? '')
  const accepts = (sasl: string) => sasl === 'user=biuro@firma.example\u0001auth=Bearer token-0\u0001\u0001'
  const server = await openScriptedImap({ abilities: 'SASL-IR AUTH=XOAUTH2', accepts })
  const tenant = { tenant: 'firma.example', clientId: 'aplikacja-1', clientSecret: 'tajne' }
  const tenantId = (await admin.post('/api/microsoft/tenants', tenant)).body.id
  const login = {
    kind: 'imap',
    host: '127.0.0.1',
    port: server.port,
    tls: false,
    user: 'biuro@firma.example',
    since: '2026-01-01',
  }
  const byApplication = { ...login, signIn: 'microsoft', tenantId }

  expect((await anna.post('/api/mailboxes', byApplication)).status).toBe(403)
  expect((await admin.post('/api/mailboxes', { ...byApplication, password: 'x' })).body.fields).toEqual(['password'])
  expect((await admin.post('/api/mailboxes', { ...login, signIn: 'microsoft' })).body.fields).toEqual(['tenantId'])
  expect((await admin.post('/api/mailboxes', login)).body.fields).toEqual(['password'])
  const mailbox = await admin.post('/api/mailboxes', byApplication)
  expect(mailbox.status).toBe(201)
  reading.start({
    ...patient,
    house: { config: { ...test.house.config, microsoft: { login: origin, graph: origin } } },
  })

  await untilHealth(admin, mailbox.body.id, 'live', ({ state }) => state === 'live')
  expect(scopes).toEqual(['https://outlook.office365.com/.default'])
  double.close()
  server.close()
})
