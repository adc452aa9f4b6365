import { useEffect, useState } from 'preact/hooks'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { redeemHandover } from '../api/handover.ts'
import { adoptSession, signOut } from '../api/session.ts'
import type { MailHost } from '../host/mail-host.ts'
import { doorText } from '../text/door.ts'
import { useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { DoorPage } from './door-page.tsx'
import { linkTo } from './page-link.ts'
import { takeKept } from './provider-visit.ts'
import type { Settings } from './settings.tsx'
import { useWords } from './surroundings.ts'

interface ArrivePageProps {
  host: MailHost
  /** What the provider's answer became: worth something to this tab only, and once. */
  code: string
  settings: Settings
}

/** Where one comes back to from a provider. Nothing of it stays in the history. */
export function ArrivePage({ host, code, settings }: ArrivePageProps) {
  const { door, password } = useWords(doorText)
  const text = useText()
  const [failure, setFailure] = useState<FailureCode>()

  useEffect(() => {
    arrive(host, code).catch(error => setFailure(failureOf(error)))
  }, [])

  if (!failure) return <DoorPage title={door.arriving} lead="" settings={settings} children={null} />
  const isBroken = failure === 'not-found' || failure === 'invalid'
  return (
    <DoorPage key="failed" title={door.arriveFailedTitle} lead="" settings={settings}>
      <Notice>
        <p>{isBroken ? door.arriveFailed : text.failure[failure]}</p>
      </Notice>
      <a class="button" href={linkTo({ name: 'dashboard' })}>
        {password.toSignIn}
      </a>
    </DoorPage>
  )
}

async function arrive(host: MailHost, code: string) {
  history.replaceState(history.state, '', '#/arrive/over')
  const kept = takeKept()
  if (kept?.isForPane) return location.replace(`/outlook-sign-in.html#/arrived/${code}`)
  // Without what this tab kept it cannot succeed; the server says so in the same words.
  const session = await redeemHandover(host, code, kept?.verifier ?? '-'.repeat(43))
  // Who linked an identity was signed in before; that session is over now and would only lie about.
  await signOut(host)
  await adoptSession(host, session)
  location.replace(kept?.hash || '#/')
}
