/** The members of Thunderbird's extension interface that Lupa uses, as Thunderbird 140 and later have them. */

interface MessengerEvent<Listener> {
  addListener(listener: Listener): void
  removeListener(listener: Listener): void
}

interface MessengerMessage {
  /** Valid until Thunderbird is closed. */
  id: number
  /** Without angle brackets. */
  headerMessageId: string
  subject: string
  tags: string[]
  date: Date
  junk: boolean
  /** Where it lies. */
  folder?: MessengerFolder
}

interface MessengerFolder {
  id: string
  isRoot?: boolean
  /** What the folder is for. */
  specialUse?: string[]
}

/** A list of mails comes in pages; `id` is null with the last one. */
interface MessengerMessageList {
  id: string | null
  messages: MessengerMessage[]
}

interface MessengerTab {
  id?: number
  /** `mail` for the list with its mail, `messageDisplay` for a mail in a tab or window of its own. */
  type?: string
}

interface MessengerSender {
  id?: string
  url?: string
  tab?: MessengerTab
}

interface MessengerStorageArea {
  /** `null` asks for everything. */
  get(keys: string | string[] | null): Promise<Record<string, unknown>>
  set(values: Record<string, unknown>): Promise<void>
  remove(keys: string | string[]): Promise<void>
}

/** Typed addresses, or entries of the address book. */
type MessengerRecipients = string | (string | { id: string; type: string })[]

interface MessengerDraft {
  from: MessengerRecipients
  to: MessengerRecipients
  cc: MessengerRecipients
  bcc: MessengerRecipients
  subject: string
  isPlainText: boolean
  type?: string
  /** The mail that was answered, or the draft itself when it is one that is open again. */
  relatedMessageId?: number
}

/** How sending went; `messages` are the copies that were saved. */
interface MessengerSent {
  mode: 'sendNow' | 'sendLater'
  messages: MessengerMessage[]
  /** Without angle brackets; missing when it was not sent yet. */
  headerMessageId?: string
  /** Thunderbird 147 and later. */
  details?: { subject: string }
  error?: string
}

interface MessengerSaved {
  mode: 'autoSave' | 'draft' | 'template'
  messages: MessengerMessage[]
  error?: string
}

interface MessengerScript {
  id: string
  js: string[]
  runAt: 'document_start' | 'document_end' | 'document_idle'
}

type MessengerHeaders = Record<string, string[] | undefined>

interface MessengerPort {
  name: string
  postMessage(message: unknown): void
  disconnect(): void
  onMessage: MessengerEvent<(message: unknown) => void>
  onDisconnect: MessengerEvent<() => void>
}

declare const messenger: {
  i18n: {
    getMessage(key: string, substitutions?: string[]): string
    getUILanguage(): string
  }
  runtime: {
    id: string
    getURL(path: string): string
    openOptionsPage(): Promise<void>
    getPlatformInfo(): Promise<unknown>
    sendMessage(message: unknown): Promise<unknown>
    /** A line that both ends see torn when the other goes away. */
    connect(options: { name: string }): MessengerPort
    onConnect: MessengerEvent<(port: MessengerPort) => void>
    onInstalled: MessengerEvent<() => void>
    onStartup: MessengerEvent<() => void>
    /** A listener that returns undefined leaves the message to others. */
    onMessage: MessengerEvent<(message: unknown, sender: MessengerSender) => Promise<unknown> | undefined>
  }
  storage: {
    local: MessengerStorageArea
    session: MessengerStorageArea
    /** Rejects when the company has set no policy. */
    managed: MessengerStorageArea
    onChanged: MessengerEvent<(changes: Record<string, unknown>, area: string) => void>
  }
  alarms: {
    create(name: string, alarm: { when: number }): void
    clear(name: string): Promise<boolean>
    onAlarm: MessengerEvent<(alarm: { name: string }) => void>
  }
  identity: {
    /** Rejects when the user closes the window. */
    launchWebAuthFlow(visit: { url: string; interactive: true }): Promise<string>
  }
  commands: {
    onCommand: MessengerEvent<(name: string, tab: MessengerTab) => void>
  }
  spaces: {
    query(filter: { name: string; isSelfOwned: true }): Promise<{ id: number }[]>
    create(name: string, url: string, button: { title: string; defaultIcons: string }): Promise<unknown>
    update(id: number, url: string): Promise<void>
    remove(id: number): Promise<void>
  }
  compose: {
    getComposeDetails(tabId: number): Promise<MessengerDraft>
    setComposeDetails(tabId: number, details: { subject: string }): Promise<void>
    addAttachment(tabId: number, attachment: { file: File }): Promise<unknown>
    listAttachments(tabId: number): Promise<{ id: number; name: string; size: number }[]>
    getAttachmentFile(id: number): Promise<File>
    sendMessage(tabId: number, options: { mode: 'default' | 'sendLater' }): Promise<unknown>
    onBeforeSend: MessengerEvent<(tab: MessengerTab) => Promise<{ cancel: boolean }>>
    onAfterSave: MessengerEvent<(tab: MessengerTab, saved: MessengerSaved) => void>
    onAfterSend: MessengerEvent<(tab: MessengerTab, sent: MessengerSent) => void>
  }
  permissions: {
    request(permissions: { origins: string[] }): Promise<boolean>
  }
  tabs: {
    query(filter: object): Promise<MessengerTab[]>
    get(tabId: number): Promise<MessengerTab>
    onActivated: MessengerEvent<(activated: { tabId: number }) => void>
    sendMessage(tabId: number, message: unknown): Promise<unknown>
  }
  windows: {
    openDefaultBrowser(url: string): Promise<void>
    create(window: { type: 'popup'; url: string; width: number; height: number }): Promise<{ id: number }>
    update(id: number, change: { focused: true }): Promise<unknown>
    onRemoved: MessengerEvent<(id: number) => void>
  }
  menus: {
    create(item: { id: string; title: string; contexts: 'message_list'[] }): unknown
    removeAll(): Promise<void>
    onClicked: MessengerEvent<(click: { selectedMessages?: MessengerMessageList }) => void>
  }
  scripting: {
    executeScript(injection: { target: { tabId: number }; files: string[] }): Promise<unknown>
    executeScript<Value>(injection: {
      target: { tabId: number }
      func: (...words: string[]) => Value
      args: string[]
    }): Promise<{ result: Value }[]>
    messageDisplay: {
      getRegisteredScripts(): Promise<MessengerScript[]>
      registerScripts(scripts: MessengerScript[]): Promise<void>
    }
  }
  messageDisplay: {
    getDisplayedMessages(tabId: number): Promise<MessengerMessageList>
    onMessagesDisplayed: MessengerEvent<(tab: MessengerTab, list: { messages: MessengerMessage[] }) => void>
  }
  messageDisplayAction: {
    onClicked: MessengerEvent<(tab: MessengerTab) => void>
  }
  mailTabs: {
    onSelectedMessagesChanged: MessengerEvent<(tab: MessengerTab, list: MessengerMessageList) => void>
  }
  messages: {
    getFull(id: number, options?: { decrypt: boolean }): Promise<{ headers: MessengerHeaders }>
    /** Thunderbird 147 and later. */
    getHeaders?(id: number, options?: { decodeHeaders: boolean }): Promise<MessengerHeaders>
    getRaw(id: number): Promise<File>
    listInlineTextParts(id: number): Promise<{ contentType: string; content: string }[]>
    get(id: number): Promise<MessengerMessage>
    query(
      filter: { headerMessageId: string } | { tags: { mode: 'any'; tags: Record<string, boolean> } },
    ): Promise<MessengerMessageList>
    update(id: number, properties: { tags: string[] }): Promise<void>
    continueList(listId: string): Promise<MessengerMessageList>
    tags: {
      list(): Promise<{ key: string }[]>
      create(key: string, name: string, colour: string): Promise<unknown>
      delete(key: string): Promise<void>
    }
    onNewMailReceived: MessengerEvent<(folder: unknown, list: MessengerMessageList) => void>
  }
  folders: {
    /** The nearest first. */
    getParentFolders(id: string): Promise<MessengerFolder[]>
    getSubFolders(id: string, includeSubFolders: boolean): Promise<MessengerFolder[]>
    getFolderCapabilities(id: string): Promise<{ canAddMessages: boolean }>
  }
  messengerUtilities: {
    parseMailboxString(mailboxes: string): Promise<{ name?: string; email?: string }[]>
    /** Not in the oldest Thunderbird. */
    decodeMimeHeader?(name: string, values: string[]): Promise<string[]>
  }
}
