import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { useHost } from './host-context.ts'

type SignInProps = { onTryAgain: () => void }

/** The way in: a form, or where the mail program's own settings sign in, a word about that. */
export function SignIn({ onTryAgain }: SignInProps) {
  const text = useText()
  const host = useHost()
  if (!host.signsIn) return <Late hasWays={host.waysIn !== undefined} />
  return (
    <div class="part">
      <Notice>
        <p>{text.session.elsewhere}</p>
        <Button onClick={onTryAgain}>{text.tryAgain}</Button>
      </Notice>
    </div>
  )
}

/** The form is seldom needed, so it comes when it is; with the mail program's own ways in where there are any. */
function Late({ hasWays }: { hasWays: boolean }) {
  const [way, setWay] = useState<{ In: ComponentType } | null>(null)
  useEffect(() => {
    const loading = hasWays
      ? import('./sign-in-ways.tsx').then(({ SignInWays }) => SignInWays)
      : import('./sign-in-form.tsx').then(({ SignInForm }) => SignInForm)
    void loading.then(In => setWay({ In }))
  }, [hasWays])
  return way && <way.In />
}
