/** The members of Microsoft's office.js that Lupa uses. Those marked optional came later or are not everywhere. */

interface OfficeResult<Value> {
  status: 'succeeded' | 'failed'
  value: Value
  error?: { code: number; name: string; message: string }
}

type OfficeDone<Value> = (result: OfficeResult<Value>) => void

interface OfficeAddress {
  displayName?: string
  emailAddress?: string
}

interface OfficeAttachment {
  id: string
  name: string
  size: number
  attachmentType: string
  contentType?: string
  isInline: boolean
}

interface OfficeProperties {
  get(name: string): unknown
  set(name: string, value: unknown): void
  remove(name: string): void
  saveAsync(done: OfficeDone<unknown>): void
}

interface OfficeRecipients {
  getAsync(done: OfficeDone<OfficeAddress[]>): void
}

/** What is on screen: a mail or an appointment, read or being written. Which it is, its members tell. */
interface OfficeItem {
  itemType?: string
  itemId?: string | null
  itemClass?: string
  conversationId?: string | null
  internetMessageId?: string
  dateTimeCreated?: Date
  /** Text while reading, something to ask while writing. */
  subject:
    | string
    | { getAsync(done: OfficeDone<string>): void; setAsync(text: string, done: OfficeDone<unknown>): void }
  from?: OfficeAddress
  sender?: OfficeAddress
  to?: OfficeAddress[] | OfficeRecipients
  cc?: OfficeAddress[] | OfficeRecipients
  bcc?: OfficeRecipients
  attachments?: OfficeAttachment[]
  body: {
    getAsync(type: 'html' | 'text', done: OfficeDone<string>): void
    /** Of a draft: how it is written. */
    getTypeAsync?(done: OfficeDone<'html' | 'text'>): void
    /** Of a draft: puts something where the caret stands. */
    setSelectedDataAsync?(data: string, as: { coercionType: 'html' | 'text' }, done: OfficeDone<unknown>): void
  }
  categories?: {
    addAsync(names: string[], done: OfficeDone<unknown>): void
    removeAsync(names: string[], done: OfficeDone<unknown>): void
  }
  loadCustomPropertiesAsync?(done: OfficeDone<OfficeProperties>): void
  /** Of a draft: what is attached to it. */
  getAttachmentsAsync?(done: OfficeDone<OfficeAttachment[]>): void
  /** Of a draft: headers of our own that travel with it. */
  internetHeaders?: {
    setAsync(headers: Record<string, string>, done: OfficeDone<unknown>): void
    removeAsync(names: string[], done: OfficeDone<unknown>): void
  }
  addFileAttachmentFromBase64Async?(content: string, name: string, done: OfficeDone<string>): void
  getAllInternetHeadersAsync?(done: OfficeDone<string>): void
  getAttachmentContentAsync?(id: string, done: OfficeDone<{ content: string; format: string }>): void
  getAsFileAsync?(done: OfficeDone<string>): void
  /** Only there when the mail lies in another person's folder. */
  getSharedPropertiesAsync?(done: OfficeDone<{ targetMailbox?: string }>): void
  addHandlerAsync?(event: string, handler: () => void, done?: OfficeDone<unknown>): void
  /** Of a mail that was opened beside the selected one. */
  unloadAsync?(done: OfficeDone<unknown>): void
}

interface OfficeSelected {
  itemId: string
  internetMessageId?: string
  itemType: string
  subject: string
}

interface OfficeTheme {
  bodyBackgroundColor?: string
}

interface OfficeDialog {
  addEventHandler(
    event: 'dialogMessageReceived' | 'dialogEventReceived',
    handler: (told: { message?: string; origin?: string; error?: number }) => void,
  ): void
  close(): void
}

type OfficeDialogs = (
  address: string,
  options: { width: number; height: number; promptBeforeOpen: boolean },
  done: OfficeDone<OfficeDialog>,
) => void

interface OfficeEvent {
  completed(verdict?: { allowEvent: boolean; errorMessage?: string; sendModeOverride?: 'promptUser' }): void
}

declare const Office: {
  onReady(): Promise<{ host: string | null; platform: string | null }>
  EventType: Record<'ItemChanged' | 'RecipientsChanged', string> & {
    AttachmentsChanged?: string
    SelectedItemsChanged?: string
    OfficeThemeChanged?: string
  }
  actions: { associate(name: string, handler: (event: OfficeEvent) => void): void }
  context: {
    displayLanguage: string
    requirements: { isSetSupported(name: string, version?: string): boolean }
    officeTheme?: OfficeTheme
    roamingSettings: {
      get(name: string): unknown
      set(name: string, value: unknown): void
      saveAsync(done?: OfficeDone<unknown>): void
    }
    ui: {
      openBrowserWindow?(address: string): void
      displayDialogAsync?: OfficeDialogs
      messageParent(message: string, options?: { targetOrigin: string }): void
    }
    mailbox: {
      item?: OfficeItem | null
      userProfile: { emailAddress: string }
      diagnostics?: { hostName?: string }
      convertToRestId?(itemId: string, version: 'v2.0'): string
      masterCategories?: {
        addAsync(categories: { displayName: string; color: string }[], done: OfficeDone<unknown>): void
      }
      addHandlerAsync(
        event: string,
        handler: (told: { officeTheme?: OfficeTheme }) => void,
        done?: OfficeDone<unknown>,
      ): void
      getSelectedItemsAsync?(done: OfficeDone<OfficeSelected[]>): void
      loadItemByIdAsync?(id: string, done: OfficeDone<OfficeItem>): void
    }
  }
}
