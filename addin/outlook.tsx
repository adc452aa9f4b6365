import { render } from 'preact'
import { isInOutlook, outlookHost } from './host/outlook.ts'
import { NotInOutlook } from './outlook/not-in-outlook.tsx'
import { drawPane } from './pane/mount-pane.tsx'
import './ui/theme.css'
import './ui/components.css'
import './pane/pane.css'
import './outlook/outlook.css'

/** Starts the pane inside Outlook, in Outlook's look. */
async function start(root: HTMLElement) {
  if (!(await isInOutlook())) return render(<NotInOutlook />, root)
  const host = outlookHost()
  const page = document.documentElement
  const show = (look: string) => {
    page.dataset.theme = look
  }
  page.lang = host.language()
  show(host.look())
  host.onLookChange(show)
  drawPane(root, host)
}

const root = document.getElementById('pane')
if (root) void start(root)
