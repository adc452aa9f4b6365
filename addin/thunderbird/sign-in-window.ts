import type { Session } from '../../shared/session.ts'
import { redeemCode } from '../../shared/sign-in-provider.ts'
import { startHandover } from '../api/handover.ts'
import type { SignIn } from '../host/thunderbird-question.ts'
import { sendRequest } from './send-request.ts'
import { chooseServer, serverUrl } from './server-address.ts'
import { enter } from './session.ts'

/**
 * Shows the server's own sign-in page in a window of Thunderbird's: with the company's account, a second factor, or
 * whatever else there is. What comes back serves only us, who keep the challenge's verifier (RFC 7636).
 */
export async function signInByWindow(address: string): Promise<SignIn> {
  await chooseServer(address)
  const { verifier, challenge } = await startHandover()
  const url = await serverUrl(`/#/connect/thunderbird/${challenge}`)
  let back: string
  try {
    back = await messenger.identity.launchWebAuthFlow({ url, interactive: true })
  } catch (error) {
    // The first thing that Thunderbird does is to ask for the page without a window.
    return String(error).includes('Invalid request') ? 'unreachable' : 'windowClosed'
  }
  return redeem(new URL(back).searchParams.get('code') ?? '', verifier)
}

async function redeem(code: string, verifier: string): Promise<SignIn> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' }
  const body = JSON.stringify({ code, verifier })
  try {
    const reply = await sendRequest(redeemCode.url, { method: redeemCode.method, headers, body }, { token: null })
    if (reply.status >= 500) return 'unreachable'
    if (reply.status === 429) return 'tooMany'
    if (reply.status !== 200) return 'codeExpired'
    await enter(JSON.parse(reply.body) as Session)
  } catch {
    return 'unreachable'
  }
  return 'done'
}
