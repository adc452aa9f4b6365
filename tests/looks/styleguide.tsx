/** Draws every component in every state on one page; the address names the language. For developers only: no build of the product holds it. */
import { render } from 'preact'
import { SurroundingsProvider } from '../../addin/app/surroundings.ts'
import type { BrowserHost } from '../../addin/host/browser.ts'
import { adminTexts, appTexts } from '../../addin/text/app-texts.ts'
import { paneTexts } from '../../addin/text/pane-texts.ts'
import { LanguageContext } from '../../addin/ui/language.ts'
import { Toasts } from '../../addin/ui/toast.tsx'
import { fakeHost } from '../support/fake-host.ts'
import { Lists } from './styleguide-lists.tsx'
import { Parts } from './styleguide-parts.tsx'
import '../../addin/ui/theme.css'
import '../../addin/ui/components.css'
import '../../addin/app/app.css'
import '../../addin/app/shell.css'
import '../../addin/file/file.css'
import '../../addin/file/lists.css'
import '../../addin/file/search.css'

const language = location.hash.includes('en') ? 'en' : 'pl'
const me = { id: 'u', name: 'Jan Kowalski', email: 'jan@nasza.example', isAdmin: true, language: 'pl' as const }
const root = document.getElementById('app')
document.documentElement.lang = language
await Promise.all([paneTexts, appTexts, adminTexts].map(texts => texts.load(language)))
if (root)
  render(
    <LanguageContext.Provider value={language}>
      <SurroundingsProvider value={{ host: fakeHost(null, {}) as unknown as BrowserHost, me }}>
        <div class="lupa app">
          <Toasts>
            <main class="content">
              <div class="page">
                <h1>Styleguide</h1>
                <Parts />
                <Lists />
              </div>
            </main>
          </Toasts>
        </div>
      </SurroundingsProvider>
    </LanguageContext.Provider>,
    root,
  )
