import type { Tools } from './inside-thunderbird.ts'

// biome-ignore-start lint/suspicious/noExplicitAny: Thunderbird's internals and the extension's globals have no published types.
declare const Components: any
declare const document: any
declare const DataTransfer: any
declare const DragEvent: any
declare const File: any

/**
 * Drags a file of the disk over a place of the shown mail, past everything that listens in Thunderbird's windows on the
 * way, and answers whether what lies there says that it takes it: only then a window system lets it be dropped.
 */
export async function dragOver(tools: Tools, path: string, x: number, y: number): Promise<boolean> {
  const { classes, interfaces } = Components
  const file = classes['@mozilla.org/file/local;1'].createInstance(interfaces.nsIFile)
  file.initWithPath(path)
  const view = tools.messageBrowser().contentWindow
  const dataTransfer = new view.DataTransfer()
  dataTransfer.mozSetDataAt('application/x-moz-file', file, 0)
  const deepest = (root: any): any => {
    const found = root.elementFromPoint(x, y)
    const inner = found?.openOrClosedShadowRoot
    return inner && inner !== root ? deepest(inner) : found
  }
  const target = deepest(view.document)
  const send = (type: string) => {
    const event = new view.DragEvent(type, { bubbles: true, cancelable: true, composed: true, view, dataTransfer })
    target.dispatchEvent(event)
    return event.defaultPrevented
  }
  send('dragenter')
  const isTaken = send('dragover')
  send('dragleave')
  return isTaken
}

/**
 * Lets a file go over the panel of the shown mail; runs in the extension's background. The file is the extension's own:
 * without a screen Thunderbird has no drag service, which alone opens files of the disk to others when they are dropped.
 */
export async function dropInPanel(name: string, content: string): Promise<void> {
  const { messenger } = globalThis as any
  const [tab] = await messenger.tabs.query({ active: true })
  const drop = (host: string, fileName: string, words: string) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([words], fileName, { type: 'text/plain' }))
    // The pane lies in a shadow within the panel's own.
    const paneIn = (root: any): any => {
      const inner = [...root.querySelectorAll('*')].flatMap(one => one.openOrClosedShadowRoot ?? [])
      return root.querySelector('.pane') ?? inner.map(paneIn).find(Boolean)
    }
    const target = paneIn(document.querySelector(host).openOrClosedShadowRoot)
    for (const type of ['dragover', 'drop'])
      target?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer }))
  }
  await messenger.scripting.executeScript({
    target: { tabId: tab.id },
    func: drop,
    args: ['lupa-panel', name, content],
  })
}
// biome-ignore-end lint/suspicious/noExplicitAny: see above
