import { AppWindow, LogIn } from 'lucide'
import { outlookEn } from '../text/outlook-en.ts'
import { outlookPl } from '../text/outlook-pl.ts'
import { Button } from '../ui/button.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Late, SkeletonRows } from '../ui/skeleton.tsx'
import { useHost } from './host-context.ts'
import { SignInForm } from './sign-in-form.tsx'
import { useWaysIn, type WayFailure } from './use-ways-in.ts'

/** The ways in that the mail program offers, and under them the password. */
export function SignInWays() {
  const text = useLanguage() === 'pl' ? outlookPl : outlookEn
  const words = useText().session
  const { offered, state, failure, byAccount, byWindow } = useWaysIn(useHost())
  if (state === 'asking') {
    return (
      <div class="part">
        <Late>
          <SkeletonRows rows={3} />
        </Late>
      </div>
    )
  }
  if (!offered || (offered.providers.length === 0 && !offered.ways.window)) return <SignInForm />
  return (
    <>
      <div class="part stack">
        <div>
          <h2>{words.heading}</h2>
          <p class="faint">{words.lead}</p>
        </div>
        {offered.providers.map(provider => (
          <Button
            key={provider.id}
            look="primary"
            icon={LogIn}
            wide
            busy={state !== 'idle'}
            onClick={() => void byAccount(provider)}
          >
            {text.account(provider.name)}
          </Button>
        ))}
        {offered.ways.window && (
          <Button
            look={offered.providers.length > 0 ? 'plain' : 'primary'}
            icon={AppWindow}
            wide
            busy={state !== 'idle'}
            onClick={() => void byWindow()}
          >
            {state === 'window' ? text.waiting : text.window}
          </Button>
        )}
        {offered.ways.window && <p class="small faint">{text.windowHint}</p>}
        {failure && <Failed failure={failure} />}
      </div>
      <SignInForm after={text.or} />
    </>
  )
}

function Failed({ failure }: { failure: WayFailure }) {
  const own = useLanguage() === 'pl' ? outlookPl : outlookEn
  const text = useText()
  const isOwn = failure === 'noAccount' || failure === 'noWindow' || failure === 'closed'
  return <Notice>{isOwn ? own[failure] : text.failure[failure]}</Notice>
}
