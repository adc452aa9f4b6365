import { sharesDomain } from '../../shared/address.ts'
import { readMessageId } from '../../shared/message-id.ts'
import { askServer, followServer } from './ask-server.ts'
import type { HostRequest, MailHost, OnScreenElse, SelectedSource } from './mail-host.ts'
import { keepMeant, readMeant } from './meant-case.ts'
import { meantInThread, rememberInThread } from './meant-in-thread.ts'
import { BRIEFLY_MS, patiently, settled } from './office-call.ts'
import { readDraft } from './outlook-draft.ts'
import { followSelection } from './outlook-events.ts'
import { factsOf, isDraft } from './outlook-message.ts'
import { outlookStorage } from './outlook-storage.ts'
import { sourceOf, type Told } from './source-of-item.ts'

/** The looks that Outlook may have; `system` where it does not say. */
export type OutlookLook = 'light' | 'dark' | 'system'

/** Outlook as the pane sees it, and what only the entry of the pane asks. */
export interface OutlookHost extends MailHost {
  look(): OutlookLook
  onLookChange(listener: (look: OutlookLook) => void): void
}

/** Whether Microsoft's library came. A company's proxy, or a net that is away, may keep it back. */
export function isLibraryThere(): boolean {
  return typeof Office !== 'undefined'
}

/** True when this page runs in Outlook; a plain browser has no host. Office must be asked before anything else is. */
export async function isInOutlook(): Promise<boolean> {
  return isLibraryThere() && (await Office.onReady()).host === 'Outlook'
}

/** Answers the events that Outlook calls by name, also where there is no page. */
export function answerEvents(handlers: Record<string, (event: OfficeEvent, item: OfficeItem | null) => void>) {
  for (const [name, handler] of Object.entries(handlers))
    Office.actions.associate(name, event => handler(event, Office.context.mailbox.item ?? null))
}

/** Gives an answer the case that an earlier mail of its conversation was meant for. */
export async function goOnInThread(item: OfficeItem): Promise<void> {
  const meant = meantInThread(Office.context.roamingSettings, item.conversationId)
  if (meant && !(await readMeant(item))) await keepMeant(item, meant)
}

/** The language of Outlook's own interface, and what else its events need to know of the user. */
export const outlookUser = {
  language: () => Office.context.displayLanguage,
  address: () => Office.context.mailbox.userProfile.emailAddress.toLowerCase(),
}

/** Brings a word from the sign-in window to the pane that opened it, and to no page of another site. */
export function tellPane(word: string) {
  Office.context.ui.messageParent(word, { targetOrigin: location.origin })
}

/** Outlook's mailbox as the pane sees it. */
export function outlookHost(page: Window = window): OutlookHost {
  const { mailbox, ui } = Office.context
  /** The mail that the pane was told about last; what is asked later has to be about the same. */
  let told: Told | null = null
  let questions = 0
  /** Those that the pane was told of as selected: they may be filed when others are by then. */
  const known = new Map<string, OfficeSelected>()
  /** Whether the mail that was on screen last lay in somebody else's folder: what is selected then lies there too. */
  let isElsewhere = false
  /** Those of the selected that lay there; opened beside the others, a mail does not tell. */
  const elsewhere = new Set<string>()
  const selection = followSelection(page, mailbox, {
    item: Office.EventType.ItemChanged,
    several: supports('1.13') ? Office.EventType.SelectedItemsChanged : undefined,
    ofDraft: [
      supports('1.7') ? Office.EventType.RecipientsChanged : undefined,
      supports('1.8') ? Office.EventType.AttachmentsChanged : undefined,
    ],
  })

  return {
    name: 'outlook',
    language: outlookUser.language,
    async openMessage() {
      questions += 1
      const question = questions
      const found = await readOpen()
      // A late answer is dropped by the pane too.
      if (question === questions) told = found
      return found?.message ?? null
    },
    onOpenMessageChange: listener => selection.follow(listener),
    onMaybeNews(listener) {
      page.addEventListener('online', listener)
      return () => page.removeEventListener('online', listener)
    },
    async source() {
      const asked = told
      const item = mailbox.item
      if (!asked || !item || keyOf(item) !== asked.id) throw new Error('another mail is open')
      // Read once however often it is asked for: a big one takes Outlook long. What failed is tried anew.
      asked.source ??= readSource(item, asked).catch(error => {
        asked.source = null
        throw error
      })
      return asked.source
    },
    async words() {
      const asked = told
      const item = mailbox.item
      if (!asked || !item || keyOf(item) !== asked.id) throw new Error('another mail is open')
      const words = await patiently<string>(done => item.body.getAsync('text', done))
      if (!mailbox.item || keyOf(mailbox.item) !== asked.id) throw new Error('another mail was opened')
      return words
    },
    fetch: (path, request) => askServer(page, path, request),
    stream: (path, request, hearing) => followServer(page, path, request, hearing),
    async openPage(path) {
      const address = page.location.origin + path
      if (Office.context.requirements.isSetSupported('OpenBrowserWindowApi', '1.1') && ui.openBrowserWindow)
        ui.openBrowserWindow(address)
      else page.open(address, '_blank', 'noopener')
    },
    storage: outlookStorage(page),
    whatElse,
    mark,
    draft: {
      async mean(meant) {
        const item = current()
        await keepMeant(item, meant)
        rememberInThread(Office.context.roamingSettings, item.conversationId, meant)
        selection.tell()
      },
      async setSubject(subject) {
        const field = current().subject
        if (typeof field === 'string') throw new Error('no draft is open')
        await settled<unknown>(done => field.setAsync(subject, done))
        selection.tell()
      },
      async insert(words) {
        const item = current()
        const { insertIntoDraft } = await import('./insert-into-draft.ts')
        await insertIntoDraft(item, words)
      },
      async keep(what, value) {
        const item = current()
        // The guard knows them by their domain, and there is little room.
        if (what === 'ours' && sharesDomain(value, outlookUser.address())) return
        const { keepWith } = await import('./kept-with-draft.ts')
        await keepWith(item, what, value)
      },
      ...(supports('1.8') && {
        async hashOf(id: string) {
          const item = current()
          const { hashOfAttachment } = await import('./draft-attachments.ts')
          return hashOfAttachment(item, id)
        },
        async attach(name: string, path: string, request: HostRequest) {
          const item = current()
          const { attachToDraft } = await import('./attach-to-draft.ts')
          return attachToDraft(page, item, name, path, request)
        },
      }),
    },
    ...(supports('1.15') && mailbox.loadItemByIdAsync && { readSelected, markSelected }),
    async whereabouts(id) {
      // Looked at before anything is waited for: it is the mail for which the button was pressed.
      const asked = told
      const item = mailbox.item
      const { whereaboutsOf } = await import('./outlook-whereabouts.ts')
      if (id === undefined)
        return item && keyOf(item) === asked?.id ? whereaboutsOf(mailbox, item, asked.message.messageId) : null
      const one = known.get(id)
      return one ? whereaboutsOf(mailbox, one, readMessageId(one.internetMessageId ?? '')) : null
    },
    async waysIn() {
      const { openWaysIn } = await import('./ways-in.ts')
      const { requirements } = Office.context
      return openWaysIn({ page, ui, showsAccount: requirements.isSetSupported('NestedAppAuth', '1.1') })
    },
    look: () => lookOf(Office.context.officeTheme),
    onLookChange(listener) {
      const type = Office.EventType.OfficeThemeChanged
      // Outlook on a desktop still answers with the look before, so the event's own word counts.
      if (!supports('1.14') || !type) return
      // Where Outlook tells of no change, the look stays as it was.
      settled<unknown>(done => mailbox.addHandlerAsync(type, event => listener(lookOf(event.officeTheme)), done)).catch(
        () => undefined,
      )
    },
  }

  async function readSource(item: OfficeItem, { id, message, headers }: Told): Promise<Blob> {
    const source = await sourceOf(item, { message, headers }, supports)
    // Outlook may answer a question about the mail before with the content of the one that is open now.
    if (!mailbox.item || keyOf(mailbox.item) !== id) throw new Error('another mail was opened')
    return source
  }

  async function readOpen(): Promise<Told | null> {
    if ((await selectedMails()).length > 1) return null
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const item = mailbox.item
      if (!item || item.itemType === 'appointment' || isDraft(item)) return null
      const id = keyOf(item)
      isElsewhere = item.getSharedPropertiesAsync !== undefined
      const headers = await headersOf(item)
      // Asked about one mail and answered about another: asked again, once.
      if (mailbox.item && keyOf(mailbox.item) === id)
        return { id, headers, message: factsOf(item, headers), source: null }
    }
    throw new Error('the selection does not rest')
  }

  async function whatElse(): Promise<OnScreenElse | null> {
    const mails = await selectedMails()
    if (mails.length > 1) {
      for (const one of mails) known.set(one.itemId, one)
      if (isElsewhere) for (const { itemId } of mails) elsewhere.add(itemId)
      return { is: 'several', mails: mails.map(({ itemId, subject }) => ({ id: itemId, subject })) }
    }
    const item = mailbox.item
    if (!item) return null
    if (item.itemType === 'appointment') return { is: 'appointment' }
    return isDraft(item) ? { is: 'draft', draft: await readDraft(item, supports('1.8')) } : null
  }

  async function selectedMails(): Promise<OfficeSelected[]> {
    if (!supports('1.13') || !mailbox.getSelectedItemsAsync) return []
    // Not every Outlook that has the member may use it; then it is one mail or none.
    const all = await settled<OfficeSelected[]>(done => mailbox.getSelectedItemsAsync?.(done), BRIEFLY_MS).catch(
      () => [],
    )
    return all.filter(one => one.itemType.toLowerCase() === 'message')
  }

  function current(): OfficeItem {
    if (!mailbox.item) throw new Error('nothing is open')
    return mailbox.item
  }

  async function mark(filed: boolean, { changed }: { changed: boolean }): Promise<void> {
    const item = mailbox.item
    // In somebody else's folder the mark would tell those who may not see the filing.
    if (!item || !supports('1.8') || !item.categories || item.getSharedPropertiesAsync) return
    if (keyOf(item) !== told?.id) return
    const { addMark, removeMark, removeOurMark } = await import('./outlook-marks.ts')
    if (filed) await addMark(item, mailbox.masterCategories, outlookUser.language())
    else await (changed ? removeMark(item) : removeOurMark(item))
  }

  /** As `mark`, for a mail that is not on screen; of a mail opened so nothing but its categories can be changed. */
  async function markSelected(id: string): Promise<void> {
    if (elsewhere.has(id)) return
    const { addMark } = await import('./outlook-marks.ts')
    await opened(id, async item => {
      if (item.getSharedPropertiesAsync) return
      await addMark(item, mailbox.masterCategories, outlookUser.language())
    })
  }

  async function readSelected(id: string): Promise<SelectedSource | null> {
    return opened(id, async item => {
      if (item.itemType === 'appointment' || isDraft(item)) return null
      const headers = await headersOf(item)
      const message = factsOf(item, headers)
      return { message, source: await sourceOf(item, { message, headers }, supports) }
    })
  }

  async function opened<Value>(id: string, act: (item: OfficeItem) => Promise<Value>): Promise<Value> {
    const item = await patiently<OfficeItem>(done => mailbox.loadItemByIdAsync?.(id, done))
    try {
      return await act(item)
    } finally {
      // Only one may be open beside the other, so this one has to leave even when nothing could be done with it.
      await settled<unknown>(done => item.unloadAsync?.(done)).catch(() => null)
    }
  }
}

/** Asked at run time, because the manifest can only demand what every server has. */
function supports(version: string): boolean {
  return Office.context.requirements.isSetSupported('Mailbox', version)
}

/** What tells one mail from another; a mail that was never saved has nothing else. */
function keyOf(item: OfficeItem): string {
  return item.itemId ?? `${item.internetMessageId} ${item.conversationId}`
}

async function headersOf(item: OfficeItem): Promise<string> {
  if (!supports('1.8') || !item.getAllInternetHeadersAsync) return ''
  return settled<string>(done => item.getAllInternetHeadersAsync?.(done), BRIEFLY_MS).catch(() => '')
}

/** By the colour, because Outlook's own word for dark is missing in many versions. */
function lookOf(theme: OfficeTheme | undefined): OutlookLook {
  const [, red, green, blue] = /^#(..)(..)(..)/.exec(theme?.bodyBackgroundColor ?? '') ?? []
  if (!red || !green || !blue) return 'system'
  const [r = 0, g = 0, b = 0] = [red, green, blue].map(part => Number.parseInt(part, 16))
  return r * 0.299 + g * 0.587 + b * 0.114 < 128 ? 'dark' : 'light'
}
