import { forgottenText } from '../text/forgotten.ts'
import { ForgottenForm } from '../ui/forgotten-form.tsx'
import { useLanguage } from '../ui/language.ts'
import { useForgotten } from '../ui/use-forgotten.ts'
import { useHost } from './host-context.ts'

interface ForgottenPartProps {
  email: string
  onBack: () => void
}

/** For who forgot his password beside a mail. */
export function ForgottenPart({ email, onBack }: ForgottenPartProps) {
  const text = forgottenText[useLanguage()]
  const forgotten = useForgotten(useHost())
  const isSent = forgotten.state === 'sent'
  return (
    <section class="part stack" aria-labelledby="forgotten">
      <div>
        <h2 id="forgotten">{isSent ? text.sentTitle : text.title}</h2>
        {(forgotten.state === 'typing' || forgotten.state === 'sending') && <p class="faint">{text.lead}</p>}
      </div>
      <ForgottenForm forgotten={forgotten} email={email} onBack={onBack} />
    </section>
  )
}
