import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import path from 'node:path'
import { createServer } from 'node:tls'

/** An https address for a server, as a company's reverse proxy gives it one. */
export interface HttpsFront {
  address: string
  /** The company's own authority, which signed the address's certificate. */
  authority: string
  stop(): Promise<void>
}

/** Opens it before a server that is yet to start on `port`, with a fresh authority in `folder`. */
export async function openHttpsFront(folder: string, port: number): Promise<HttpsFront> {
  const { authority, key, cert } = await makeCertificates(folder)
  const sockets = new Set<Socket>()
  const front = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, inside => {
    const outside = connect(port, '127.0.0.1')
    for (const [socket, other] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      sockets.add(socket)
      socket.pipe(other)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
    }
  }).listen(0, '127.0.0.1')
  // One that never finished its greeting would keep us from closing as well.
  front.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  // A client that does not trust us is its own affair.
  front.on('tlsClientError', () => undefined)
  await once(front, 'listening')
  const { port: own } = front.address() as { port: number }
  return {
    address: `https://127.0.0.1:${own}`,
    authority,
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise<unknown>(resolve => front.close(resolve))
    },
  }
}

/** An authority, and the certificate that it signed for this machine. */
async function makeCertificates(folder: string) {
  const [authority, authorityKey, key, cert, request, extensions] = [
    'ca.pem',
    'ca.key',
    'server.key',
    'server.pem',
    'server.csr',
    'extensions',
  ].map(name => path.join(folder, name)) as [string, string, string, string, string, string]
  const run = (...words: string[]) => execFileSync('openssl', words, { stdio: 'ignore' })
  const fresh = ['-newkey', 'rsa:2048', '-nodes']
  run('req', '-x509', ...fresh, '-days', '2', '-subj', '/CN=Nasza CA', '-keyout', authorityKey, '-out', authority)
  run('req', ...fresh, '-subj', '/CN=127.0.0.1', '-keyout', key, '-out', request)
  await writeFile(extensions, 'subjectAltName=IP:127.0.0.1\nbasicConstraints=CA:FALSE\n')
  const signing = ['-CA', authority, '-CAkey', authorityKey, '-CAcreateserial', '-days', '2', '-extfile', extensions]
  run('x509', '-req', '-in', request, ...signing, '-out', cert)
  return { authority, key, cert }
}
