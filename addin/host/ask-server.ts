import type { HostReply, HostRequest } from './mail-host.ts'

/** Asks the server from which the page came. No cookie travels: only the bearer says who asks. */
export async function askServer(page: Window, path: string, request: HostRequest): Promise<HostReply> {
  const reply = await page.fetch(path, { ...request, credentials: 'omit', cache: 'no-store' })
  return { status: reply.status, headers: Object.fromEntries(reply.headers), body: await reply.text() }
}
