import { LogOut } from 'lucide'
import { useState } from 'preact/hooks'
import type { Me } from '../../shared/user.ts'
import { signOut } from '../api/session.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.ts'
import { useHost } from './host-context.ts'
import { LeaveQueue } from './later-parts.ts'

type AccountProps = { user: Me }

/** Who is signed in, and the way out; whoever has filings waiting is asked before. */
export function Account({ user }: AccountProps) {
  const host = useHost()
  const text = useText()
  const [waiting, setWaiting] = useState(0)
  const leave = () => void signOut(host)

  async function handleOut() {
    const filings = (await host.queue?.list().catch(() => [])) ?? []
    if (filings.length > 0) setWaiting(filings.length)
    else leave()
  }

  return (
    <>
      {host.queue && waiting > 0 && (
        <LeaveQueue queue={host.queue} amount={waiting} onLeave={leave} onStay={() => setWaiting(0)} />
      )}
      <footer class="account small faint">
        <span class="cut" title={user.email}>
          {text.session.signedInAs(user.name)}
        </span>
        <Button
          look="bare"
          icon={LogOut}
          aria-label={text.session.out}
          title={text.session.out}
          onClick={() => void handleOut()}
        />
      </footer>
    </>
  )
}
