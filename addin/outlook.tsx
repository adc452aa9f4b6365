import { render } from 'preact'
import { isInOutlook, isLibraryThere, outlookHost } from './host/outlook.ts'
import { withQueue } from './outlook/with-queue.ts'
import { drawPane } from './pane/mount-pane.tsx'
import { languageOf } from './text/language.ts'
import { paneTexts } from './text/pane-texts.ts'
import './ui/theme.css'
import './ui/components.css'
import './pane/pane.css'
import './outlook/outlook.css'

/** Starts the pane inside Outlook, in Outlook's look. */
async function start(root: HTMLElement) {
  if (!(await isInOutlook())) return showElsewhere(root, isLibraryThere())
  const host = withQueue(outlookHost())
  const page = document.documentElement
  const show = (look: string) => {
    page.dataset.theme = look
  }
  page.lang = host.language()
  show(host.look())
  root.replaceChildren()
  drawPane(root, host)
  host.onLookChange(show)
}

/** Opened in a browser, this page has nothing to stand beside; without Microsoft's library it cannot know. */
async function showElsewhere(root: HTMLElement, isLibraryHere: boolean) {
  const { NotInOutlook } = await import('./outlook/not-in-outlook.tsx')
  await paneTexts.load(languageOf(navigator.language))
  root.replaceChildren()
  render(<NotInOutlook isLibraryHere={isLibraryHere} />, root)
}

const root = document.getElementById('pane')
if (root) void start(root)
