/**
 * Functions that run inside Thunderbird with full privilege. Their text is sent there, so each one uses only its
 * arguments, Thunderbird's globals and the `tools` that come first.
 */

// biome-ignore-start lint/suspicious/noExplicitAny: Thunderbird's internals have no published types.
declare const Services: any
declare const ChromeUtils: any
declare const Components: any
declare const WebExtensionPolicy: any
declare const window: any
declare const document: any

/** What every privileged function gets first. */
export interface Tools {
  until(what: string, ask: () => any): Promise<any>
  aboutMessage(): any
  messageBrowser(): any
  /** Runs the text of a function in a browsing context; `privileged` sees through closed shadow roots. */
  runIn(context: () => any, source: string, args: unknown[], options: { privileged: boolean }): Promise<any>
}

/** Makes the tools, inside Thunderbird. */
export function makeTools(): Tools {
  const { setTimeout } = ChromeUtils.importESModule('resource://gre/modules/Timer.sys.mjs')
  const actor = 'chrome://remote/content/marionette/actors/MarionetteCommandsParent.sys.mjs'
  const { getMarionetteCommandsActorProxy } = ChromeUtils.importESModule(actor)
  const aboutMessage = () => document.getElementById('tabmail')?.currentAboutMessage

  return {
    aboutMessage,
    messageBrowser: () => aboutMessage()?.document.getElementById('messagepane'),
    async until(what, ask) {
      for (const end = Date.now() + 15_000; Date.now() < end; ) {
        const answer = await ask()
        if (answer) return answer
        await new Promise(resolve => setTimeout(resolve, 20))
      }
      throw new Error(`waited 15 s in vain: ${what}`)
    },
    runIn(context, source, args, { privileged }) {
      const script = `const args = [...arguments], done = args.pop();
        Promise.resolve().then(() => (${source})(...args)).then(value => done({ value }), error => done({ error: String(error) }))`
      const settings = { timeout: 20_000, sandboxName: privileged ? 'system' : null, newSandbox: true, async: true }
      return getMarionetteCommandsActorProxy(context)
        .executeScript(script, args, { ...settings, file: 'lupa-test', line: 0 })
        .then((answer: { value?: unknown; error?: string } | null) => {
          if (!answer) throw new Error('the document went away meanwhile')
          if (answer.error) throw new Error(answer.error)
          return answer.value
        })
    },
  }
}

/** Signs in to the IMAP account and waits until the inbox holds `expected` mails. */
export async function logIn(tools: Tools, password: string, expected: number): Promise<void> {
  const { MailServices } = ChromeUtils.importESModule('resource:///modules/MailServices.sys.mjs')
  const server = MailServices.accounts.allServers.find((one: any) => one.type === 'imap')
  const origin = 'imap://127.0.0.1'
  const login = Components.Constructor(
    '@mozilla.org/login-manager/loginInfo;1',
    Components.interfaces.nsILoginInfo,
    'init',
  )
  if ((await Services.logins.searchLoginsAsync({ origin })).length === 0)
    await Services.logins.addLoginAsync(new login(origin, null, origin, server.username, password, '', ''))
  server.password = password
  server.performExpand(null)

  const inbox = await tools.until('the inbox', () => server.rootFolder.getFolderWithFlags(0x1000))
  inbox.updateFolder(null)
  await tools.until(`${expected} mails in the inbox`, () => inbox.getTotalMessages(false) >= expected)
}

/** Shows the inbox and selects the mail with this Message-ID. */
export async function openMessage(tools: Tools, messageId: string): Promise<void> {
  const { MailServices } = ChromeUtils.importESModule('resource:///modules/MailServices.sys.mjs')
  const server = MailServices.accounts.allServers.find((one: any) => one.type === 'imap')
  const inbox = server.rootFolder.getFolderWithFlags(0x1000)
  const tabmail = document.getElementById('tabmail')
  tabmail.switchToTab(tabmail.tabInfo.find((tab: any) => tab.mode.name === 'mail3PaneTab'))
  const pane = await tools.until('the mail tab', () => tabmail.currentAbout3Pane)
  if (pane.gFolder?.URI !== inbox.URI) pane.displayFolder(inbox.URI)

  const row = await tools.until(`the row of ${messageId}`, () => {
    const view = pane.gDBView
    for (let index = 0; index < (view?.rowCount ?? 0); index += 1)
      if (view.getMsgHdrAt(index).messageId === messageId) return { index }
    return null
  })
  pane.threadTree.selectedIndex = row.index
}

/**
 * Selects a mail that is in the list, and tells after how many milliseconds the panel beside it reads so. `read` is the
 * text of a function that reads the panel.
 */
export async function timeToShow(tools: Tools, messageId: string, words: string, read: string, host: string) {
  const pane = document.getElementById('tabmail').currentAbout3Pane
  const rows = [...Array(pane.gDBView.rowCount).keys()]
  const row = rows.find(index => pane.gDBView.getMsgHdrAt(index).messageId === messageId)
  // Looked at once a frame, so that looking costs the panel little; the frame after the one that holds the words begins when that is painted.
  const whenPainted = `async () => {
    const read = ${read}
    for (let isThere = false; ; ) {
      await new Promise(requestAnimationFrame)
      if (isThere) return Date.now()
      isThere = String(read(${JSON.stringify(host)})).includes(${JSON.stringify(words)})
    }
  }`
  const start = Date.now()
  pane.threadTree.selectedIndex = row
  const painted = await tools.until(`the panel to read ${words}`, () =>
    // The document of the mail before goes away while it is read.
    tools.runIn(() => tools.messageBrowser().browsingContext, whenPainted, [], { privileged: true }).catch(() => 0),
  )
  return painted - start
}

/** Selects several mails of the shown inbox. */
export async function selectMessages(tools: Tools, messageIds: string[]): Promise<void> {
  const pane = document.getElementById('tabmail').currentAbout3Pane
  const rows = await tools.until(`the rows of ${messageIds}`, () => {
    const all = [...Array(pane.gDBView?.rowCount ?? 0).keys()]
    const found = all.filter(index => messageIds.includes(pane.gDBView.getMsgHdrAt(index).messageId))
    return found.length === messageIds.length && found
  })
  pane.threadTree.selectedIndices = rows
}

/** Takes an entry of the context menu of the selected mails, as a right click on the first of them does. */
export async function chooseInMenu(tools: Tools, entry: string): Promise<void> {
  const pane = document.getElementById('tabmail').currentAbout3Pane
  const [first] = pane.threadTree.selectedIndices
  const row = await tools.until('a drawn row', () => pane.threadTree.getRowAtIndex(first))
  const click = { bubbles: true, cancelable: true, button: 2, clientX: 10, clientY: row.getBoundingClientRect().y + 5 }
  row.dispatchEvent(new pane.MouseEvent('contextmenu', click))

  const menu = pane.document.getElementById('mailContext') ?? pane.top.document.getElementById('mailContext')
  await tools.until('the menu to open', () => menu.state === 'open')
  const item = await tools.until(`the entry ${entry}`, () =>
    [...menu.querySelectorAll('menuitem')].find((one: any) => one.label === entry),
  )
  menu.activateItem(item)
}

/** Presses the extension's button in the head of the shown mail. */
export async function clickMailButton(tools: Tools, extensionId: string): Promise<void> {
  const id = `${extensionId.replace(/[^a-z0-9_-]/g, '_')}-messageDisplayAction-toolbarbutton`
  const button = await tools.until('the button of the extension', () =>
    tools.aboutMessage()?.document.getElementById(id),
  )
  button.click()
}

/** Draws an extension page that has a window of its own, as a PNG data URL. */
export async function drawPage(_tools: Tools, extensionId: string, page: string): Promise<string> {
  const { views } = WebExtensionPolicy.getByID(extensionId).extension
  const view = [...views].find((one: any) => one.uri?.spec.includes(page))
  const picture = await view.xulBrowser.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white')
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas')
  canvas.width = picture.width
  canvas.height = picture.height
  canvas.getContext('2d').drawImage(picture, 0, 0)
  return canvas.toDataURL()
}

/** Installs an extension, for this run only or for later ones too. */
export async function installExtension(tools: Tools, path: string, lasting: boolean): Promise<void> {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs')
  const file = Components.Constructor('@mozilla.org/file/local;1', 'nsIFile', 'initWithPath')(path)
  if (!lasting) {
    await AddonManager.installTemporaryAddon(file)
    return
  }
  const install = await AddonManager.getInstallForFile(file, 'application/x-xpinstall')
  install.install()
  await tools.until('the extension to be installed', () => install.state === AddonManager.STATE_INSTALLED)
}

/** Runs a function's text in the extension's background, or in one of its open pages. */
export async function runInExtension(
  tools: Tools,
  extensionId: string,
  page: string,
  source: string,
  args: unknown[],
): Promise<unknown> {
  const view = await tools.until(`the extension's ${page}`, () =>
    [...WebExtensionPolicy.getByID(extensionId).extension.views].find((one: any) =>
      page === 'background' ? one.viewType === 'background' : one.uri?.spec.includes(page),
    ),
  )
  return tools.runIn(() => view.xulBrowser.browsingContext, source, args, { privileged: false })
}

/** Whether the extension's background runs at this moment. */
export async function isBackgroundAwake(_tools: Tools, extensionId: string): Promise<boolean> {
  const { extension } = WebExtensionPolicy.getByID(extensionId)
  return [...extension.views].some((view: any) => view.viewType === 'background')
}

/** Has the extension's background run, as an event does. */
export async function wakeBackground(_tools: Tools, extensionId: string): Promise<void> {
  await WebExtensionPolicy.getByID(extensionId).extension.wakeupBackground()
}

/** Puts the extension's background to sleep, as Thunderbird does when nothing happens. */
export async function suspendBackground(tools: Tools, extensionId: string): Promise<void> {
  const { extension } = WebExtensionPolicy.getByID(extensionId)
  await extension.terminateBackground({ ignoreDevToolsAttached: true })
  await tools.until('the background to sleep', () =>
    [...extension.views].every((view: any) => view.viewType !== 'background'),
  )
}

/** Runs a function's text in the document of the shown mail, seeing through closed shadow roots. */
export async function runInMessage(tools: Tools, source: string, args: unknown[]): Promise<unknown> {
  const browser = await tools.until('a shown mail', () => tools.messageBrowser())
  return tools.runIn(() => browser.browsingContext, source, args, { privileged: true })
}

/** Runs a function's text in the document of a mail that stands in a tab or a window of its own. */
export async function runInOpened(tools: Tools, place: 'tab' | 'window', source: string, args: unknown[]) {
  const browser = await tools.until(`a mail in a ${place}`, () => {
    const { tabInfo } = document.getElementById('tabmail')
    const tab = tabInfo.find((one: any) => one.mode.name === 'mailMessageTab')
    const opened =
      place === 'tab' ? tab?.chromeBrowser : Services.wm.getMostRecentWindow('mail:messageWindow')?.messageBrowser
    return opened?.contentDocument?.getElementById('messagepane')
  })
  return tools.runIn(() => browser.browsingContext, source, args, { privileged: true })
}

/** Runs a function's text in the extension page of the current tab. */
export async function runInTabPage(tools: Tools, source: string, args: unknown[]): Promise<unknown> {
  const browser = await tools.until(
    'a page in the tab',
    () => document.getElementById('tabmail').currentTabInfo.browser,
  )
  return tools.runIn(() => browser.browsingContext, source, args, { privileged: true })
}

/** Runs a function's text in the page that Thunderbird shows in a window of its own for signing in. */
export async function runInSignInWindow(tools: Tools, source: string, args: unknown[]): Promise<unknown> {
  const browser = await tools.until('the window for signing in', () => {
    const all = [...Services.ww.getWindowEnumerator()]
    return all.find((one: any) => one.name === 'launchWebAuthFlow_dialog')?.gBrowser?.selectedBrowser
  })
  return tools.runIn(() => browser.browsingContext, source, args, { privileged: false })
}

/** Closes that window, as a person does who gave it up. */
export async function closeSignInWindow(tools: Tools): Promise<void> {
  const window = await tools.until('the window for signing in', () =>
    [...Services.ww.getWindowEnumerator()].find((one: any) => one.name === 'launchWebAuthFlow_dialog'),
  )
  window.close()
}

/** Draws that page, as a PNG data URL. */
export async function drawSignInWindow(_tools: Tools): Promise<string> {
  const all = [...Services.ww.getWindowEnumerator()]
  const { gBrowser } = all.find((one: any) => one.name === 'launchWebAuthFlow_dialog')
  const picture = await gBrowser.selectedBrowser.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white')
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas')
  canvas.width = picture.width
  canvas.height = picture.height
  canvas.getContext('2d').drawImage(picture, 0, 0)
  return canvas.toDataURL()
}

/** Where the document of the shown mail (or an extension page in the current tab) begins in the window. */
export async function documentOrigin(tools: Tools, page: string): Promise<{ x: number; y: number }> {
  const tab = document.getElementById('tabmail').currentTabInfo
  const start = page === 'message' ? tools.messageBrowser() : tab.browser
  let x = 0
  let y = 0
  for (let element = start; element; element = element.ownerDocument.defaultView.browsingContext.embedderElement) {
    const box = element.getBoundingClientRect()
    x += box.x
    y += box.y
  }
  return { x, y }
}
// biome-ignore-end lint/suspicious/noExplicitAny: see above
