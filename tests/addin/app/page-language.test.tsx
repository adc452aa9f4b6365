import { render } from 'preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { BrowserHost } from '../../../addin/host/browser.ts'
import type { Language } from '../../../addin/text/language.ts'
import { fakeHost } from '../../support/fake-host.ts'
import { byRole } from '../by-role.ts'
import { eventually } from '../pane/show-pane.ts'

beforeEach(() => vi.resetModules())
afterEach(() => render(null, document.body))

/** The application's pages before anything was loaded, as after a reload. */
async function freshApplication() {
  const { PageView } = await import('../../../addin/app/page-view.tsx')
  const { SurroundingsProvider } = await import('../../../addin/app/surroundings.ts')
  const { useLoadedLanguage } = await import('../../../addin/app/use-loaded-language.ts')
  const { LanguageContext } = await import('../../../addin/ui/language.ts')
  const me = { id: 'u', name: 'Jan', email: 'jan@nasza.example', isAdmin: false, language: 'pl' as const }
  const surroundings = { host: fakeHost(null, {}) as unknown as BrowserHost, me }
  const visit = { key: 'one', hash: '#/admin/microsoft', isReturn: false }

  function Application({ wanted, isIn }: { wanted: Language; isIn: boolean }) {
    const language = useLoadedLanguage(wanted)
    if (language === null || language === 'failed') return null
    return (
      <LanguageContext.Provider value={language}>
        <p>{`speaks ${language}`}</p>
        <SurroundingsProvider value={surroundings}>{isIn && <PageView visit={visit} />}</SurroundingsProvider>
      </LanguageContext.Provider>
    )
  }
  return (wanted: Language, isIn: boolean) => render(<Application wanted={wanted} isIn={isIn} />, document.body)
}

it('shows a page of administration to a Pole whose browser speaks English', async () => {
  const show = await freshApplication()
  show('en', false)
  await eventually(() => expect(document.body.textContent).toContain('speaks en'))

  // The account's language arrives together with the page.
  show('pl', true)

  await eventually(() => byRole(document.body, 'heading', 'Tylko dla administratorów'))
})

it('goes on in the other language when that is chosen on a page of administration', async () => {
  const show = await freshApplication()
  show('en', true)
  await eventually(() => byRole(document.body, 'heading', 'Administrators only'))

  show('pl', true)

  await eventually(() => byRole(document.body, 'heading', 'Tylko dla administratorów'))
})
