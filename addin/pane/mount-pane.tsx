import { render } from 'preact'
import type { MailHost } from '../host/mail-host.ts'
import { languageOf } from '../text/language.ts'
import { paneTexts } from '../text/pane-texts.ts'
import componentStyles from '../ui/components.css?inline'
import { LanguageContext } from '../ui/language.ts'
import { OpenPageContext } from '../ui/page-link.tsx'
import { Speechless } from '../ui/speechless.tsx'
import theme from '../ui/theme.css?inline'
import { Toasts } from '../ui/toast.tsx'
import { HostContext } from './host-context.ts'
import paneStyles from './pane.css?inline'
import { Pane } from './pane.tsx'

/** Draws the pane into a page or a shadow tree, with its styles, and follows the host's mail. Returns how to remove it. */
export function mountPane(root: ShadowRoot | HTMLElement, host: MailHost): () => void {
  const style = document.createElement('style')
  style.textContent = theme + componentStyles + paneStyles
  root.append(style)
  const remove = drawPane(root, host)
  return () => {
    remove()
    style.remove()
  }
}

/** Draws the pane where its styles are there already. Returns how to remove it. */
export function drawPane(root: ShadowRoot | HTMLElement, host: MailHost): () => void {
  const box = document.createElement('div')
  const language = languageOf(host.language())
  box.className = 'lupa pane'
  box.lang = language
  root.append(box)

  let isThere = true
  paneTexts.load(language).then(
    () => isThere && renderPane(box, host),
    () => isThere && render(<Speechless />, box),
  )
  return () => {
    isThere = false
    render(null, box)
    box.remove()
  }
}

function renderPane(box: HTMLElement, host: MailHost) {
  render(
    <LanguageContext.Provider value={languageOf(host.language())}>
      <OpenPageContext.Provider value={path => host.openPage(path)}>
        <HostContext.Provider value={host}>
          <Toasts>
            <Pane />
          </Toasts>
        </HostContext.Provider>
      </OpenPageContext.Provider>
    </LanguageContext.Provider>,
    box,
  )
}
