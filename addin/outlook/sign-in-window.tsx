import { useEffect } from 'preact/hooks'
import { ConnectPage } from '../app/connect-page.tsx'
import { DoorPage } from '../app/door-page.tsx'
import { FailedPage } from '../app/plain-pages.tsx'
import { chooseLanguage } from '../app/preferences.ts'
import { setOutForPane } from '../app/provider-visit.ts'
import type { Settings } from '../app/settings.tsx'
import { SignInPage } from '../app/sign-in-page.tsx'
import { useWords } from '../app/surroundings.ts'
import { useLoadedLanguage } from '../app/use-loaded-language.ts'
import { usePreferences } from '../app/use-preferences.ts'
import { useSession } from '../app/use-session.ts'
import type { MailHost } from '../host/mail-host.ts'
import { doorText } from '../text/door.ts'
import { LanguageContext } from '../ui/language.ts'
import { Speechless } from '../ui/speechless.tsx'
import { Toasts } from '../ui/toast.tsx'

type SignInWindowProps = {
  host: MailHost
  /** What stands behind `#`: the pane's challenge, or the code that a provider's answer became. */
  address: string
  /** Brings a code to the pane. */
  deliver: (code: string) => void
}

/** Signs in in a window beside Outlook, and hands the session to the pane that opened it. */
export function SignInWindow({ host, address, deliver }: SignInWindowProps) {
  const [preferences, choose] = usePreferences()
  const language = useLoadedLanguage(chooseLanguage(preferences.language, undefined, host.language()))
  if (language === 'failed') return <Speechless />
  if (language === null) return null
  document.documentElement.lang = language
  const settings: Settings = { language, theme: preferences.theme ?? 'system', choose }
  const [, first = '', second = ''] = address.split('/')
  const code = first === 'arrived' ? second : null

  return (
    <LanguageContext.Provider value={language}>
      <div class="lupa app">
        <Toasts>
          {code ? (
            <Arrived code={code} settings={settings} deliver={deliver} />
          ) : (
            <Door host={host} challenge={first} settings={settings} deliver={deliver} />
          )}
        </Toasts>
      </div>
    </LanguageContext.Provider>
  )
}

type ArrivedProps = { code: string; settings: Settings; deliver: (code: string) => void }

/** Back from a provider: the code serves the pane alone, which has the challenge's verifier. */
function Arrived({ code, settings, deliver }: ArrivedProps) {
  const { door } = useWords(doorText)
  useEffect(() => deliver(code), [])
  return <DoorPage title={door.connectTitle} lead={door.connected} settings={settings} children={null} />
}

type DoorProps = { host: MailHost; challenge: string; settings: Settings; deliver: (code: string) => void }

function Door({ host, challenge, settings, deliver }: DoorProps) {
  const { session, ask, leave } = useSession(host)
  if (session.state === 'asking') return null
  if (session.state === 'failed') {
    return (
      <main class="alone">
        <p class="brand">Lupa</p>
        <FailedPage failure={session.failure} onRetry={ask} />
      </main>
    )
  }
  if (session.state === 'out') {
    return (
      <SignInPage
        host={host}
        hasEnded={session.hasEnded}
        settings={settings}
        setOut={providerId => setOutForPane(host, providerId, challenge)}
      />
    )
  }
  return (
    <ConnectPage
      host={host}
      me={session.me}
      challenge={challenge}
      settings={settings}
      onLeave={leave}
      deliver={deliver}
    />
  )
}
