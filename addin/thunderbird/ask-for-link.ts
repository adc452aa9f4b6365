import { askForLink } from '../../shared/forgotten.ts'
import type { LinkAsked } from '../host/thunderbird-question.ts'
import { sendRequest } from './send-request.ts'
import { chooseServer } from './server-address.ts'

/** Has the server mail a link to whoever forgot his password. It says the same whether anybody has this address or not. */
export async function askForPasswordLink(address: string, email: string): Promise<LinkAsked> {
  await chooseServer(address)
  const headers = { accept: 'application/json', 'content-type': 'application/json' }
  const body = JSON.stringify({ email })
  try {
    const { status, body: said } = await sendRequest(
      askForLink.url,
      { method: askForLink.method, headers, body },
      { token: null },
    )
    if (status < 300) return 'sent'
    if (status === 429) return 'tooMany'
    return said.includes('no-mail-server') ? 'noMail' : 'unreachable'
  } catch {
    return 'unreachable'
  }
}
