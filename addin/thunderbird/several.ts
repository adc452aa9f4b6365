/** The window in which the mails selected in the list are filed in one act. */
import { severalHost } from '../host/thunderbird-several.ts'
import { mountPane } from '../pane/mount-pane.tsx'
import { readSelection, TOO_MANY } from './selection.ts'
import { drawAnewForOthers } from './signed-in.ts'

const key = location.hash.slice(1)
const root = document.getElementById('pane')
document.documentElement.lang = messenger.i18n.getUILanguage()
// The menu's dots say that something follows; this is it.
document.title = messenger.i18n.getMessage('fileSeveral').replace('…', '')
drawAnewForOthers()
if (root && key === TOO_MANY) root.append(refusal())
else if (root) mountPane(root, severalHost(await readSelection(key)))

function refusal(): HTMLElement {
  const words = document.createElement('p')
  words.className = 'refusal'
  words.role = 'alert'
  words.textContent = messenger.i18n.getMessage('tooManySelected')
  return words
}
