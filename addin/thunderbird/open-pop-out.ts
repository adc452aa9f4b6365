import { openWindow } from './open-window.ts'
import { tellWindows } from './tell-panels.ts'

const KEY = 'pop-out'
const SIZE = { width: 440, height: 760 }

/** Opens the pane in a window of its own, beginning with what this tab shows. One that is open already is brought forward and shows it. */
export async function openPopOut({ id }: MessengerTab): Promise<void> {
  const open = (await messenger.storage.session.get(KEY))[KEY]
  if (typeof open === 'number' && (await bringForward(open))) {
    if (id !== undefined) await tellWindows({ tell: 'look-at', tab: id })
    return
  }
  const window = await openWindow(`pop-out.html#${id}`, SIZE)
  await messenger.storage.session.set({ [KEY]: window.id })
}

/** False when the user has closed it. */
function bringForward(window: number): Promise<boolean> {
  return messenger.windows.update(window, { focused: true }).then(
    () => true,
    () => false,
  )
}
