import type { ServerChoice } from '../host/thunderbird-question.ts'

const KEY = 'server'

/** The server that is asked: the company's policy first, then the user's own choice, then what the package came with. */
export async function chosenServer(): Promise<ServerChoice> {
  // Asked at once, for this stands before every request; Thunderbird rejects when there is no policy at all.
  const [policy, own] = await Promise.all([
    messenger.storage.managed.get(KEY).catch((): Record<string, unknown> => ({})),
    messenger.storage.local.get(KEY),
  ])
  const fixed = originOf(policy[KEY])
  if (fixed) return { address: fixed, fixed: true }
  return { address: originOf(own[KEY]) ?? (await packagedServer()), fixed: false }
}

/** Remembers the user's own choice of server. */
export async function chooseServer(address: string): Promise<void> {
  await messenger.storage.local.set({ [KEY]: address })
}

/** The full address of one of the server's pages or routes; refuses a path that would leave the server. */
export async function serverUrl(path: string): Promise<string> {
  const { address } = await chosenServer()
  if (!address) throw new Error('no server is chosen')
  const url = new URL(path, address)
  if (!path.startsWith('/') || url.origin !== address) throw new Error(`not a path of the server: ${path}`)
  return url.href
}

async function packagedServer(): Promise<string | null> {
  const packaged = (await (await fetch(messenger.runtime.getURL('server.json'))).json()) as { address: unknown }
  return originOf(packaged.address)
}

function originOf(address: unknown): string | null {
  return typeof address === 'string' && URL.canParse(address) ? new URL(address).origin : null
}
