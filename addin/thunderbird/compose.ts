/** The pane in the composer's pop-up: the file of those to whom a mail is being written, and the case that it is meant for. */
import { mountPane } from '../pane/mount-pane.tsx'
import { composeHost } from './compose-host.ts'
import { drawAnewForOthers } from './signed-in.ts'

const root = document.getElementById('pane')
document.documentElement.lang = messenger.i18n.getUILanguage()
const [tab] = await messenger.tabs.query({ active: true, currentWindow: true })
if (root && tab?.id !== undefined) mountPane(root, composeHost(tab.id))
drawAnewForOthers()
