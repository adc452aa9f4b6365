/** Runs inside Thunderbird with full privilege; see `inside-thunderbird.ts`. */
import type { Tools } from './inside-thunderbird.ts'

// biome-ignore-start lint/suspicious/noExplicitAny: Thunderbird's internals have no published types.
declare const ChromeUtils: any
declare const document: any

/** Shows a folder of the mail server by its path, as soon as Thunderbird has it, and selects the mail with this Message-ID. */
export async function openInFolder(tools: Tools, path: string, messageId: string): Promise<void> {
  const { MailServices } = ChromeUtils.importESModule('resource:///modules/MailServices.sys.mjs')
  const server = MailServices.accounts.allServers.find((one: any) => one.type === 'imap')
  server.performExpand(null)
  const folder = await tools.until(`the folder ${path}`, () =>
    server.rootFolder.descendants.find((one: any) => one.URI.endsWith(`/${path}`)),
  )
  folder.updateFolder(null)
  const tabmail = document.getElementById('tabmail')
  tabmail.switchToTab(tabmail.tabInfo.find((tab: any) => tab.mode.name === 'mail3PaneTab'))
  const pane = await tools.until('the mail tab', () => tabmail.currentAbout3Pane)
  if (pane.gFolder?.URI !== folder.URI) pane.displayFolder(folder.URI)
  const row = await tools.until(`the row of ${messageId}`, () => {
    const rows = [...Array(pane.gDBView?.rowCount ?? 0).keys()]
    const index = rows.find(one => pane.gDBView.getMsgHdrAt(one).messageId === messageId)
    return index === undefined ? null : { index }
  })
  pane.threadTree.selectedIndex = row.index
}
// biome-ignore-end lint/suspicious/noExplicitAny: see above
