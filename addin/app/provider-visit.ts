import { beginLinking, beginProviderVisit } from '../../shared/sign-in-provider.ts'
import { call } from '../api/call.ts'
import { startHandover } from '../api/handover.ts'
import type { MailHost } from '../host/mail-host.ts'

const KEY = 'lupa-provider-visit'

/** What this tab keeps while its reader is at a provider: what proves that it was this tab, and where he wanted to go. */
interface Kept {
  verifier: string
  hash: string
  /** Set where the pane in Outlook keeps the verifier, and this tab is only its window. */
  isForPane?: true
}

/** Leaves for a provider to sign in; an invitation's token lets whoever comes back be linked by it. */
export async function setOut(host: MailHost, providerId: string, options: { link?: string } = {}) {
  const { verifier, challenge } = await startHandover()
  const { url } = await call(host, beginProviderVisit, { body: { providerId, challenge, ...options } })
  leave({ verifier, hash: options.link ? '#/' : location.hash }, url)
}

/** Leaves for a provider on behalf of the pane that opened this window: what comes back serves only the pane. */
export async function setOutForPane(host: MailHost, providerId: string, challenge: string) {
  const { url } = await call(host, beginProviderVisit, { body: { providerId, challenge } })
  leave({ verifier: '', hash: '', isForPane: true }, url)
}

/** Leaves for a provider to link an identity there to the one who is signed in. */
export async function setOutToLink(host: MailHost, providerId: string) {
  const { verifier, challenge } = await startHandover()
  const { url } = await call(host, beginLinking, { body: { providerId, challenge } })
  leave({ verifier, hash: location.hash }, url)
}

/** What was kept on leaving; it serves once. */
export function takeKept(): Kept | null {
  const kept = sessionStorage.getItem(KEY)
  sessionStorage.removeItem(KEY)
  return kept ? (JSON.parse(kept) as Kept) : null
}

function leave(kept: Kept, url: string) {
  sessionStorage.setItem(KEY, JSON.stringify(kept))
  location.assign(url)
}
