import { useLayoutEffect, useState } from 'preact/hooks'
import type { Me } from '../../shared/user.ts'
import { onSessionChange } from '../api/session.ts'
import type { MailHost } from '../host/mail-host.ts'

/** Whether somebody is signed in. Taken for granted until a call says otherwise, which saves one round trip. */
export interface SessionState {
  signedOut: boolean
  user: Me | null
  tryAgain: () => void
}

/** Follows the session of a host. */
export function useSession(host: MailHost): SessionState {
  const [user, setUser] = useState<Me | null>(null)
  const [signedOut, setSignedOut] = useState(false)

  // Before the first answer, which may be there already.
  useLayoutEffect(
    () =>
      onSessionChange(host, now => {
        setUser(now)
        setSignedOut(now === null)
      }),
    [host],
  )

  return { signedOut, user, tryAgain: () => setSignedOut(false) }
}
