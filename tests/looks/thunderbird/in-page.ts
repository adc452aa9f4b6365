/** Functions that run inside the extension, where its globals live; their text is sent there, so each stands alone. */

// biome-ignore-start lint/suspicious/noExplicitAny: see above
export function read(): string {
  return (globalThis as any).document.body.innerText.replace(/\s+/g, ' ')
}

/** Presses the button of this name; false while there is none. */
export function press(name: string): boolean {
  const button = [...(globalThis as any).document.querySelectorAll('button, summary')].find(
    one => (one.getAttribute('aria-label') ?? one.innerText).replace(/\s+/g, ' ').trim() === name,
  )
  button?.click()
  return button !== undefined
}

/** Chooses this option wherever it is; false while there is none. */
export function choose(name: string): boolean {
  const { document, Event } = globalThis as any
  const option = [...document.querySelectorAll('option')].find(one => one.textContent.trim() === name)
  if (!option) return false
  const list = option.closest('select')
  list.value = option.value
  list.dispatchEvent(new Event('change', { bubbles: true }))
  return true
}

/** Ticks what has this label; false while there is none. */
export function tick(name: string): boolean {
  const label = [...(globalThis as any).document.querySelectorAll('label')].find(one => one.innerText.trim() === name)
  label?.querySelector('input').click()
  return label !== undefined
}

/** Scrolls what can be scrolled to a heading of this name. */
export function scrollTo(name: string): boolean {
  const heading = [...(globalThis as any).document.querySelectorAll('h2, h3')].find(one =>
    one.textContent.trim().startsWith(name),
  )
  heading?.scrollIntoView({ block: 'start' })
  return heading !== undefined
}

export async function beginMail(to: string[], subject: string): Promise<number> {
  const { compose } = (globalThis as any).messenger
  return (await compose.beginNew({ to, subject, isPlainText: true, plainTextBody: 'Dzień dobry,\n\n' })).id
}

export async function openPopUp(tab: number): Promise<void> {
  const { messenger } = globalThis as any
  const { windowId } = await messenger.tabs.get(tab)
  await messenger.composeAction.openPopup({ windowId })
}

export async function addRecipient(tab: number, address: string): Promise<void> {
  const { compose } = (globalThis as any).messenger
  const { to } = await compose.getComposeDetails(tab)
  await compose.setComposeDetails(tab, { to: [...to, address] })
}

export async function attach(tab: number, name: string, content: string): Promise<void> {
  const { messenger, File } = globalThis as any
  await messenger.compose.addAttachment(tab, { file: new File([content], name) })
}

/** Sends, and does not wait for what becomes of it. */
export function send(tab: number): void {
  void (globalThis as any).messenger.compose.sendMessage(tab, { mode: 'sendNow' }).catch(() => undefined)
}

export async function openSpace(): Promise<void> {
  const { spaces } = (globalThis as any).messenger
  const [own] = await spaces.query({ isSelfOwned: true })
  await spaces.open(own.id)
}

export async function openSettings(): Promise<void> {
  await (globalThis as any).messenger.runtime.openOptionsPage()
}

export async function openInWindow(headerMessageId: string): Promise<void> {
  await (globalThis as any).messenger.messageDisplay.open({ headerMessageId, location: 'window' })
}
// biome-ignore-end lint/suspicious/noExplicitAny: see above
