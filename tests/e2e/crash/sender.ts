import { setTimeout as wait } from 'node:timers/promises'

/** Someone who hands mail in by HTTP and repeats it until it is acknowledged, as a mail program's add-in does. */
export interface Sender {
  /** Resolves when the server has said that it has the mail. */
  hand(source: string): Promise<void>
  post(url: string, body: object): Promise<Record<string, string>>
  /** Signs in; all who ask at once wait for one answer, for many tries without one are refused as guesses. */
  signIn(): Promise<void>
  /** How often an answer never came. */
  unknown: number
  /** How often the server did not know him any more, though his token was still good. */
  signedOut: number
}

const PAUSE_MS = 100
/** A token is good for ten minutes; he signs in anew before that. */
const TOKEN_MS = 8 * 60_000

export function openSender(origin: string, who: { email: string; password: string }): Sender {
  let token = ''
  let signedInAt = 0
  const ask = async (url: string, type: string, body: string) =>
    fetch(`${origin}${url}`, {
      method: 'POST',
      headers: { 'content-type': type, ...(token && { authorization: `Bearer ${token}` }) },
      body,
      signal: AbortSignal.timeout(20_000),
    })
  const enter = async () => {
    token = ''
    const reply = await ask('/api/session', 'application/json', JSON.stringify(who))
    if (!reply.ok) throw new Error(`the door answered ${reply.status}`)
    token = ((await reply.json()) as { token: string }).token
    signedInAt = Date.now()
  }
  let entering: Promise<void> | null = null
  const signIn = () => {
    entering ??= enter().finally(() => {
      entering = null
    })
    return entering
  }
  const sender: Sender = {
    unknown: 0,
    signedOut: 0,
    signIn,
    async hand(source) {
      for (;;) {
        try {
          if (!token || Date.now() - signedInAt > TOKEN_MS) await signIn()
          const reply = await ask('/api/messages', 'message/rfc822', source)
          if (reply.status === 401) {
            sender.signedOut += 1
            token = ''
          }
          // Acknowledged is what was answered whole.
          if (reply.ok && (await reply.json())) return
        } catch {
          sender.unknown += 1
        }
        await wait(PAUSE_MS)
      }
    },
    async post(url, body) {
      if (!token) await signIn()
      const reply = await ask(url, 'application/json', JSON.stringify(body))
      const text = await reply.text()
      if (!reply.ok) throw new Error(`${url} answered ${reply.status}: ${text}`)
      return JSON.parse(text)
    },
  }
  return sender
}
