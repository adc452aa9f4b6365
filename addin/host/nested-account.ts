import { createNestablePublicClientApplication, type IPublicClientApplication } from '@azure/msal-browser'
import type { AccountAsked } from './mail-host.ts'

/** Where Outlook hands out its own account; without it Microsoft's library would open windows of its own. */
interface BridgedPage extends Window {
  nestedAppAuthBridge?: unknown
  __initializeNestedAppAuth?: unknown
}

const clients = new Map<string, Promise<IPublicClientApplication>>()

/** A token for our server in the name of Outlook's account. Rejects where Outlook has none to give, or may not ask for it. */
export async function askAccount(
  page: BridgedPage,
  { clientId, authority, scope }: AccountAsked,
  { mayAsk }: { mayAsk: boolean },
): Promise<string> {
  if (!page.nestedAppAuthBridge && !page.__initializeNestedAppAuth) throw new Error('Outlook has no bridge')
  const client = await clientFor(clientId, authority)
  const asked = { scopes: [scope] }
  const { accessToken } = mayAsk ? await client.acquireTokenPopup(asked) : await client.acquireTokenSilent(asked)
  return accessToken
}

/** One for the life of the pane; one that failed to begin is begun anew. */
function clientFor(clientId: string, authority: string): Promise<IPublicClientApplication> {
  const known = clients.get(clientId)
  if (known) return known
  const fresh = createNestablePublicClientApplication({
    auth: { clientId, authority },
    // Browsers often forbid a frame to keep anything, and a token needs no keeping: Outlook gives another.
    cache: { cacheLocation: 'memoryStorage' },
  })
  clients.set(clientId, fresh)
  fresh.catch(() => clients.delete(clientId))
  return fresh
}
