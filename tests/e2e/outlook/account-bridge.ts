/** What Outlook's own account answers: unasked, and after the user was asked. Null is a no. */
export interface ShownAccount {
  unasked: string | null
  asked: string | null
  /** Never answers at all. */
  isMute?: boolean
}

interface Bridged extends Window {
  nestedAppAuthBridge: object
  bridgeAsked: { method: string; scope: string; clientId: string }[]
}

/**
 * Runs in the pane's frame before anything else: the bridge by which Outlook shows its own account to what runs inside
 * it, as Microsoft's sign-in library speaks to it.
 */
export function addAccount({ unasked, asked, isMute }: ShownAccount) {
  const page = window as unknown as Bridged
  const listeners = new Set<(told: { data: string }) => void>()
  const person = {
    environment: 'login.microsoftonline.com',
    homeAccountId: 'a.b',
    localAccountId: 'a',
    tenantId: 'b',
    username: 'anna@nasza.example',
  }
  page.bridgeAsked = []
  page.nestedAppAuthBridge = {
    addEventListener: (_type: string, listener: (told: { data: string }) => void) => listeners.add(listener),
    removeEventListener: (_type: string, listener: (told: { data: string }) => void) => listeners.delete(listener),
    postMessage(text: string) {
      const { method, requestId, tokenParams } = JSON.parse(text)
      if (isMute) return
      setTimeout(() => tell({ requestId, ...answer(method, tokenParams) }))
    },
  }

  function answer(method: string, tokenParams: { scope: string; clientId: string } | undefined) {
    if (method === 'GetInitContext') {
      const capabilities = { queryAccount: true }
      return { success: true, initContext: { sdkName: 'test', sdkVersion: '1', capabilities } }
    }
    page.bridgeAsked.push({ method, scope: tokenParams?.scope ?? '', clientId: tokenParams?.clientId ?? '' })
    const token = method === 'GetToken' ? unasked : asked
    if (!token) return { success: false, error: { status: 'USER_INTERACTION_REQUIRED', description: 'ask the user' } }
    return {
      success: true,
      account: person,
      token: { access_token: token, id_token: token, expires_in: 3600, scope: tokenParams?.scope },
    }
  }

  function tell(message: object) {
    for (const listener of listeners) listener({ data: JSON.stringify(message) })
  }
}
