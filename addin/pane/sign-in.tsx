import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.ts'
import { later } from '../ui/later.tsx'
import { Notice } from '../ui/notice.tsx'
import { useHost } from './host-context.ts'
import { SignInForm } from './sign-in-form.tsx'

/** Only a mail program that has ways in of its own needs it. */
const SignInWays = later(async () => (await import('./sign-in-ways.tsx')).SignInWays)

type SignInProps = { onTryAgain: () => void }

/** The way in: a form, or where the mail program's own settings sign in, a word about that. */
export function SignIn({ onTryAgain }: SignInProps) {
  const text = useText()
  const host = useHost()
  if (!host.signsIn) return host.waysIn ? <SignInWays /> : <SignInForm />
  return (
    <div class="part">
      <Notice>
        <p>{text.session.elsewhere}</p>
        <Button onClick={onTryAgain}>{text.tryAgain}</Button>
      </Notice>
    </div>
  )
}
