import { type ComponentType, render } from 'preact'
import { afterEach } from 'vitest'
import { SurroundingsProvider } from '../../../addin/app/surroundings.ts'
import type { BrowserHost } from '../../../addin/host/browser.ts'
import type { Language } from '../../../addin/text/language.ts'
import { LanguageContext } from '../../../addin/ui/language.ts'
import { Toasts } from '../../../addin/ui/toast.tsx'
import { type Answer, type FakeHost, fakeHost } from '../../support/fake-host.ts'

afterEach(() => render(null, document.body))

/** A page of the web application, as an administrator sees it unless said otherwise. */
export function showPage(
  Page: ComponentType,
  answers: Record<string, Answer>,
  { isAdmin = true, language = 'pl' as Language } = {},
): FakeHost {
  const host = fakeHost(null, answers)
  const me = { id: 'u', name: 'Jan', email: 'jan@nasza.example', isAdmin, language }
  render(
    <LanguageContext.Provider value={language}>
      <SurroundingsProvider value={{ host: host as unknown as BrowserHost, me }}>
        <Toasts>
          <Page />
        </Toasts>
      </SurroundingsProvider>
    </LanguageContext.Provider>,
    document.body,
  )
  return host
}

/** What was sent to a path by a method, in order. */
export function sent(host: FakeHost, method: string, path: string): unknown[] {
  return host.asked.filter(one => one.method === method && one.path === path).map(one => one.body)
}
