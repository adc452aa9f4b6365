import { prepareTag } from './mark-filed.ts'
import { addMenu } from './open-several.ts'
import { isPanelRegistered, showPanels } from './show-panels.ts'
import { showSpace } from './show-space.ts'

let settling: Promise<void> | null = null

/**
 * Puts what Thunderbird forgets with every run into it: the panel, the menu, the space and the tag. It tells of an installation and
 * of its own start, and of nothing when the add-on is switched off and on again; so each start of the background looks.
 */
export function followStart(): void {
  messenger.runtime.onInstalled.addListener(() => void settleIn())
  messenger.runtime.onStartup.addListener(() => void settleIn())
  void isPanelRegistered().then(isThere => (isThere ? undefined : settleIn()))
}

/** Once at a time, for the installation, the start of Thunderbird and that of the background come together. */
function settleIn(): Promise<void> {
  settling ??= Promise.allSettled([showPanels(), addMenu(), showSpace(), prepareTag()])
    .then(() => undefined)
    .finally(() => {
      settling = null
    })
  return settling
}
