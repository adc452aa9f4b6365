import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

/** A mail server with an empty inbox that does in signing in what Dovecot cannot be made to do. */
export interface ScriptedImap {
  port: number
  /** All that clients said. */
  readonly heard: string
  close(): void
}

/** Starts one: how it greets, what it can do, and what it thinks of a token. */
export async function openScriptedImap(script: {
  greeting?: string
  abilities?: string
  host?: string
  port?: number
  accepts?: (sasl: string) => boolean
}): Promise<ScriptedImap> {
  const { greeting = '* OK ready', abilities = '', accepts = () => false } = script
  let heard = ''
  const server = createServer(socket => {
    socket.on('error', () => {})
    socket.write(`${greeting}\r\n`)
    let tail = ''
    socket.on('data', data => {
      heard += data
      const lines = (tail + data).split('\r\n')
      tail = lines.pop() ?? ''
      for (const line of lines) answer(socket, line, abilities, accepts)
    })
  })
  server.listen(script.port ?? 0, script.host ?? '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    get heard() {
      return heard
    },
    close: () => void server.close(),
  }
}

const idling = new WeakMap<Socket, string>()

function answer(socket: Socket, line: string, abilities: string, accepts: (sasl: string) => boolean) {
  const say = (...said: string[]) => socket.write(said.map(one => `${one}\r\n`).join(''))
  const [tag = '', verb = '', ...rest] = line.split(' ')
  if (tag === 'DONE') return say(`${idling.get(socket)} OK done`)
  if (verb === 'CAPABILITY') return say(`* CAPABILITY IMAP4rev1 IDLE ${abilities}`, `${tag} OK done`)
  if (verb === 'AUTHENTICATE') {
    const sasl = Buffer.from(rest[1] ?? '', 'base64').toString()
    return accepts(sasl) ? say(`${tag} OK done`) : say(`${tag} NO [AUTHENTICATIONFAILED] no`)
  }
  if (verb === 'LIST') return say('* LIST (\\HasNoChildren) "/" INBOX', `${tag} OK done`)
  if (verb === 'EXAMINE')
    return say('* 0 EXISTS', '* OK [UIDVALIDITY 7] x', '* OK [UIDNEXT 1] x', `${tag} OK [READ-ONLY] done`)
  if (verb === 'UID') return say('* SEARCH', `${tag} OK done`)
  if (verb === 'IDLE') {
    idling.set(socket, tag)
    return say('+ idling')
  }
  if (verb === 'LOGOUT') return say('* BYE', `${tag} OK done`)
  return say(`${tag} OK done`)
}
