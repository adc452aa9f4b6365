import { LogOut } from 'lucide'
import type { Me } from '../../shared/user.ts'
import { signOut } from '../api/session.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.ts'
import { useHost } from './host-context.ts'

type AccountProps = { user: Me }

/** Who is signed in, and the way out. */
export function Account({ user }: AccountProps) {
  const host = useHost()
  const text = useText()
  return (
    <footer class="account small faint">
      <span class="cut" title={user.email}>
        {text.session.signedInAs(user.name)}
      </span>
      <Button
        look="bare"
        icon={LogOut}
        aria-label={text.session.out}
        title={text.session.out}
        onClick={() => void signOut(host)}
      />
    </footer>
  )
}
