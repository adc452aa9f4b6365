/** The pane in a window of its own, for a second screen: it follows what is selected in Thunderbird. */
import { mountPane } from '../pane/mount-pane.tsx'
import { popOutHost } from './pop-out-host.ts'
import { drawAnewForOthers } from './signed-in.ts'

const root = document.getElementById('pane')
document.documentElement.lang = messenger.i18n.getUILanguage()
if (root) mountPane(root, popOutHost(Number(location.hash.slice(1))))
drawAnewForOthers()
