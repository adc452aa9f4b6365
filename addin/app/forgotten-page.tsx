import type { MailHost } from '../host/mail-host.ts'
import { forgottenText } from '../text/forgotten.ts'
import { ForgottenForm } from '../ui/forgotten-form.tsx'
import { useLanguage } from '../ui/language.ts'
import { useForgotten } from '../ui/use-forgotten.ts'
import { DoorPage } from './door-page.tsx'
import type { Settings } from './settings.tsx'

interface ForgottenPageProps {
  host: MailHost
  email: string
  settings: Settings
  onBack: () => void
}

/** For who forgot his password: from his address to the word that a link is on its way. */
export function ForgottenPage({ host, email, settings, onBack }: ForgottenPageProps) {
  const text = forgottenText[useLanguage()]
  const forgotten = useForgotten(host)
  const isSent = forgotten.state === 'sent'
  return (
    <DoorPage
      key={isSent ? 'sent' : 'asks'}
      title={isSent ? text.sentTitle : text.title}
      lead={isSent || forgotten.state === 'no-mail' ? '' : text.lead}
      settings={settings}
    >
      <ForgottenForm forgotten={forgotten} email={email} onBack={onBack} />
    </DoorPage>
  )
}
