import type { SMTPServer } from 'smtp-server'
import { answers } from './smtp-answers.ts'

/** A sender's connection, as far as the door has to reach for it behind the library's back. */
interface Connection {
  id: string
  secure: boolean
  session: { envelope?: { mailFrom: unknown } }
  send(code: number, text: string | string[], context?: unknown): void
}

/** Sends away who is not handing in a mail. */
export function sendIdleAway(server: SMTPServer) {
  for (const connection of connectionsOf(server))
    if (!connection.session.envelope?.mailFrom) connection.send(421, answers.stopping().message)
}

/**
 * Keeps a connection from naming AUTH before STARTTLS. The library refuses the login then, but a sender who was asked
 * for his password may have said it in the clear by that time.
 */
export function hideLoginUntilTls(server: SMTPServer, id: string) {
  const connection = connectionsOf(server).find(one => one.id === id)
  if (!connection) return
  const send = connection.send.bind(connection)
  connection.send = (code, text, context) => {
    const isPlainList = Array.isArray(text) && !connection.secure
    send(code, isPlainList ? text.filter(line => !line.startsWith('AUTH')) : text, context)
  }
}

function connectionsOf(server: SMTPServer): Connection[] {
  return [...(server.connections as unknown as Set<Connection>)]
}
