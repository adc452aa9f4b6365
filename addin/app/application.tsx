import type { BrowserHost } from '../host/browser.ts'
import { LanguageContext } from '../ui/language.ts'
import { Late, Skeleton } from '../ui/skeleton.tsx'
import { Speechless } from '../ui/speechless.tsx'
import { Toasts } from '../ui/toast.tsx'
import { WithDocumentTypes } from '../ui/with-document-types.tsx'
import { ArrivePage, ConnectPage, PasswordPage, SetUpPage, SignInPage } from './doors.ts'
import { readPage } from './page-link.ts'
import { PageView } from './page-view.tsx'
import { FailedPage } from './plain-pages.tsx'
import { chooseLanguage } from './preferences.ts'
import type { Settings } from './settings.tsx'
import { Shell } from './shell.tsx'
import { SurroundingsProvider } from './surroundings.ts'
import { useLoadedLanguage } from './use-loaded-language.ts'
import { usePreferences } from './use-preferences.ts'
import { type SessionOfApp, useSession } from './use-session.ts'
import { useVisit } from './use-visit.ts'
import type { Visit } from './visit.ts'

interface ApplicationProps {
  host: BrowserHost
}

/** The web application: who is not signed in signs in first, and then stands where he wanted to go. */
export function Application({ host }: ApplicationProps) {
  const [preferences, choose] = usePreferences()
  const sessionOfApp = useSession(host)
  const visit = useVisit()
  const account = sessionOfApp.session.state === 'in' ? sessionOfApp.session.me.language : undefined
  const language = useLoadedLanguage(chooseLanguage(preferences.language, account, host.language()))
  if (language === 'failed') return <Speechless />
  if (language === null) return null
  document.documentElement.lang = language

  const settings: Settings = { language, theme: preferences.theme ?? 'system', choose }
  return (
    <LanguageContext.Provider value={language}>
      <div class="lupa app">
        <Toasts>
          <Face host={host} sessionOfApp={sessionOfApp} visit={visit} settings={settings} />
        </Toasts>
      </div>
    </LanguageContext.Provider>
  )
}

interface FaceProps {
  host: BrowserHost
  sessionOfApp: SessionOfApp
  visit: Visit
  settings: Settings
}

function Face({ host, sessionOfApp, visit, settings }: FaceProps) {
  const { session, ask, leave } = sessionOfApp
  const page = readPage(visit.hash)

  if (page.name === 'password')
    return <PasswordPage key={page.token} host={host} token={page.token} isOwn={page.isOwn} settings={settings} />
  if (page.name === 'set-up') return <SetUpPage key={page.token} host={host} token={page.token} settings={settings} />
  if (page.name === 'arrive') return <ArrivePage key={page.code} host={host} code={page.code} settings={settings} />
  if (session.state === 'asking') {
    return (
      <Late>
        <Skeleton width="12rem" height="20px" />
      </Late>
    )
  }
  if (session.state === 'failed') {
    return (
      <main class="alone">
        <p class="brand">Lupa</p>
        <FailedPage failure={session.failure} onRetry={ask} />
      </main>
    )
  }
  if (session.state === 'out') return <SignInPage host={host} hasEnded={session.hasEnded} settings={settings} />
  if (page.name === 'connect') {
    return <ConnectPage host={host} me={session.me} challenge={page.challenge} settings={settings} onLeave={leave} />
  }
  return (
    <SurroundingsProvider value={{ host, me: session.me }}>
      <WithDocumentTypes host={host}>
        <Shell page={page} visit={visit} settings={settings} onSignOut={leave}>
          <PageView visit={visit} />
        </Shell>
      </WithDocumentTypes>
    </SurroundingsProvider>
  )
}
