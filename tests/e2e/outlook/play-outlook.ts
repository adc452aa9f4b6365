/** A mail, draft or appointment of our Outlook, as a test writes it. */
export interface Fixture {
  kind?: 'read' | 'compose' | 'appointment'
  id: string
  subject: string
  from?: Person
  to?: Person[]
  cc?: Person[]
  messageId?: string
  conversationId?: string
  headers?: string
  html?: string
  /** The same without markup. */
  text?: string
  /** The mail as it travelled, base64. */
  source?: string
  attachments?: { id: string; name: string; contentType: string; content: string }[]
  /** What was attached to a draft. */
  attached?: { name: string; content: string }[]
  /** Headers that the add-in wrote into a draft. */
  written?: Record<string, string>
  /** How a draft is written. */
  form?: 'html' | 'text'
  /** What was put where the caret stands, with the number that the library gives to its form. */
  inserted?: { data: string; form: unknown }[]
  isShared?: boolean
  /** Whose mailbox a shared folder belongs to. */
  owner?: string
  categories?: string[]
  properties?: string
}

export interface Person {
  name: string
  address: string
}

/** What a test may turn on a running Outlook. */
export interface Rig {
  items: Record<string, Fixture>
  /** Error numbers by dispatch id, used up one after the other; the last one of `always` stays. */
  fail: Record<number, number[]>
  always: Record<number, number>
  /** Milliseconds by dispatch id. */
  slow: Record<number, number>
  /** Dispatch ids whose slow answers are of the moment when they were asked for. */
  early: number[]
  asked: number[]
  master: string[]
  opened: string[]
  settings: Record<string, string>
  select(...ids: string[]): void
  theme(colour: string): void
  tellRecipients(): void
  tellAttachments(): void
  /** Raises one of Outlook's own events, as that of sending; answers what the add-in said to it. */
  raise(event: string): Promise<Verdict>
}

/** Whether a mail may go, and what its writer is told. */
export interface Verdict {
  allowEvent: boolean
  errorMessage?: string
}

export interface Setting {
  address: string
  language: string
  /** The highest set of Mailbox that this Outlook knows, such as 1.12. */
  set: string
  items: Fixture[]
  selected: string[]
  permission?: number
  showsAccount?: boolean
}

declare global {
  interface Window {
    rig: Rig
  }
}

/**
 * Runs in the page of our Outlook on the web: shows the pane in a frame and answers Microsoft's library, which talks to
 * its host by messages of JSON. Everything it needs is inside, because it is sent to the page as text.
 */
export function playOutlook({ address, language, set, items, selected, permission = 2, showsAccount }: Setting) {
  const conversation = 'conversation-1'
  const control = 'control-1'
  const origin = new URL(address).origin
  const heard = new Set<string>()
  let current = selected
  let isOneLoaded = false
  let hearVerdict: (verdict: Verdict) => void = () => undefined
  const rig: Rig = {
    items: Object.fromEntries(items.map(item => [item.id, item])),
    fail: {},
    always: {},
    slow: {},
    early: [],
    asked: [],
    master: [],
    opened: [],
    settings: {},
    select(...ids) {
      const wasSingle = single() !== undefined
      current = ids
      // Of which mails, the event does not say.
      if (heard.has('olkSelectedItemsChanged')) send('olkSelectedItemsChanged', -1, 1, '')
      // From several to several, or to none, there was no mail on screen and is none.
      const isTold = heard.has('olkItemSelectedChanged') && (wasSingle || single() !== undefined)
      if (isTold) send('olkItemSelectedChanged', -1, 1, single() ? facts(single()) : '')
    },
    theme(colour) {
      // The library writes the number as a colour again.
      const bodyBackgroundColor = Number.parseInt(colour.slice(1), 16)
      if (heard.has('officeThemeChanged')) send('officeThemeChanged', -1, 1, [JSON.stringify({ bodyBackgroundColor })])
    },
    tellAttachments() {
      if (heard.has('olkAttachmentsChanged'))
        send('olkAttachmentsChanged', -1, 1, [JSON.stringify({ attachmentStatus: 'added' })])
    },
    async raise(event) {
      while (!heard.has('appCommandInvoked')) await new Promise(resolve => setTimeout(resolve, 20))
      send('appCommandInvoked', -1, 1, ['event-1', event, '{}'])
      return new Promise(resolve => {
        hearVerdict = resolve
      })
    },
    tellRecipients() {
      if (heard.has('olkRecipientsChanged')) send('olkRecipientsChanged', -1, 1, [JSON.stringify({ to: true })])
    },
  }
  window.rig = rig

  const hostInfo = `Outlook|Web|16.01|${language}|c1|||0`
  const frame = document.createElement('iframe')
  frame.name = JSON.stringify({
    baseFrameName: 'addin',
    hostInfo,
    xdmInfo: [conversation, control, location.href].join('|'),
    serializerVersion: 1,
    flights: '[]',
  })
  frame.setAttribute(
    'sandbox',
    'allow-scripts allow-forms allow-same-origin allow-popups allow-popups-to-escape-sandbox',
  )
  frame.src = `${address}?_host_Info=${hostInfo.replaceAll('|', '$')}`
  frame.title = 'Lupa'
  document.body.append(frame)

  addEventListener('message', event => {
    if (event.source !== frame.contentWindow || typeof event.data !== 'string') return
    const message = JSON.parse(event.data)
    if (message._messageType !== 0 || message._conversationId !== conversation) return
    const id = message._data?.MethodData?.DispatchId ?? 0
    if (id) rig.asked.push(id)
    const wait = rig.slow[id] ?? 0
    const early = rig.early.includes(id) && answer(message, id)
    // The others are made when they leave: a question about one mail may be answered about the next.
    setTimeout(() => send(message._actionName, message._correlationId, 0, early || answer(message, id)), wait)
  })

  function send(action: string, correlation: unknown, type: 0 | 1, data: unknown) {
    const message = {
      _messageType: 1,
      _actionName: action,
      _conversationId: conversation,
      _correlationId: correlation,
      _origin: location.origin,
      _data: data,
      _errorCode: 0,
      _responseType: type,
      _serializerVersion: 1,
    }
    frame.contentWindow?.postMessage(JSON.stringify(message), origin)
  }

  function single(): Fixture | undefined {
    return current.length === 1 ? rig.items[current[0] ?? ''] : undefined
  }

  function answer(message: { _actionName: string; _actionType: number; _data: Record<string, unknown> }, id: number) {
    if (message._actionType === 1) heard.add(message._actionName)
    if (message._actionType !== 0) return { Error: 0 }
    if (message._actionName === 'ContextActivationManager_getAppContextAsync') return context()
    if (message._actionName === 'GetInitialData') return facts(single())
    // An event is over: its number, how it went, and what was said, as JSON.
    if (message._actionName === 'executeMethod' && message._data['2'])
      hearVerdict(JSON.parse(String(message._data['2'])).completedContext)
    if (message._actionName !== 'ExecuteMethod') return { Version: 1, Error: 0 }
    const failure = rig.fail[id]?.shift() ?? rig.always[id]
    if (failure) return { error: true, errorCode: failure }
    return execute(id, (message._data.ApiParams ?? {}) as Record<string, unknown>)
  }

  function execute(id: number, asked: Record<string, unknown>): unknown {
    const item = asked.itemId && id === 158 ? rig.items[String(asked.itemId)] : single()
    const done = (data: unknown = null) => ({ error: false, wasSuccessful: true, data })
    if (id === 196)
      return done(
        current.map(one => ({
          itemId: one,
          itemType: 'message',
          subject: rig.items[one]?.subject,
          internetMessageId: rig.items[one]?.messageId,
        })),
      )
    if (id === 211) {
      // Only one may be open beside the other.
      if (isOneLoaded) return { error: true, errorCode: 9020 }
      const loaded = rig.items[String(asked.itemId)]
      isOneLoaded = loaded !== undefined
      return loaded
        ? done(JSON.stringify({ ...facts(loaded), source: loaded.source ?? '' }))
        : { error: true, errorCode: 9049 }
    }
    if (id === 212) {
      isOneLoaded = false
      return done()
    }
    if (id === 108) return done({ owner: item?.owner, targetMailbox: item?.owner, delegatePermissions: 1 })
    if (id === 161) {
      const names = (asked.categoryDetails as { displayName: string }[]).map(one => one.displayName)
      if (names.some(name => rig.master.includes(name))) return { error: true, errorCode: 9045 }
      rig.master.push(...names)
      return done()
    }
    if (id === 404) {
      Object.assign(rig.settings, (asked as unknown as Record<string, string>[])[0])
      return done()
    }
    if (!item) return { error: true, errorCode: 9049 }
    if (id === 3) return { wasSuccessful: true, customProperties: item.properties ?? '{}' }
    if (id === 4) {
      item.properties = JSON.stringify(asked.customProperties)
      return done()
    }
    if (id === 149) return done((item.attached ?? []).map(({ name }, at) => ({ id: String(at), name })))
    if (id === 152) {
      item.written = { ...item.written, ...(asked.internetHeaderNameValuePairs as Record<string, string>) }
      return done()
    }
    if (id === 153) {
      for (const name of asked.internetHeaderKeys as string[]) delete item.written?.[name]
      return done()
    }
    // The library writes the form as a number: 0 is text.
    if (id === 37) return done((asked.coercionType === 0 ? item.text : item.html) ?? '')
    if (id === 168) return done(item.headers ?? '')
    if (id === 204) return item.source ? done(item.source) : { error: true, errorCode: 5001 }
    if (id === 150) {
      const attachment = item.attachments?.find(one => one.id === asked.id) ?? item.attached?.[Number(asked.id)]
      return attachment ? done({ content: attachment.content, format: 'base64' }) : { error: true, errorCode: 9048 }
    }
    if (id === 148) {
      item.attached = [...(item.attached ?? []), { name: String(asked.name), content: String(asked.base64String) }]
      return done('attachment-1')
    }
    if (id === 157) return done((item.categories ?? []).map(displayName => ({ displayName, color: 'Preset4' })))
    if (id === 158) {
      item.categories = [...new Set([...(item.categories ?? []), ...(asked.categories as string[])])]
      return done()
    }
    if (id === 159) {
      item.categories = (item.categories ?? []).filter(name => !(asked.categories as string[]).includes(name))
      return done()
    }
    if (id === 13) {
      item.inserted = [...(item.inserted ?? []), { data: String(asked.data), form: asked.coercionType }]
      return done()
    }
    if (id === 14) return done(item.form ?? 'html')
    if (id === 15) return done([item.to, item.cc, []][Number(asked.recipientField)] ?? [])
    if (id === 17) {
      item.subject = String(asked.subject)
      return done()
    }
    if (id === 18) return done(item.subject)
    return { error: true, errorCode: 5001 }
  }

  function context() {
    return {
      _id: control,
      _appName: 64,
      _appVersion: '16.01',
      _appMinorVersion: 0,
      _appUILocale: language,
      _dataLocale: language,
      _docUrl: location.href,
      _clientMode: 0,
      _settings: rig.settings,
      _reason: 1,
      _osfControlType: 0,
      _eToken: '',
      _correlationId: 'c1',
      _appInstanceId: 'instance-1',
      _touchEnabled: false,
      _commerceAllowed: false,
      _requirementMatrix: JSON.stringify({
        Mailbox: set,
        DialogApi: '1.2',
        ...(showsAccount && { NestedAppAuth: '1.1' }),
      }),
      _hostCustomMessage: '',
      _hostFullVersion: '16.0.15201.0',
      _appDomains: [],
    }
  }

  function facts(item: Fixture | undefined) {
    const user = {
      permissionLevel: permission,
      userDisplayName: 'Jan Kowalski',
      userEmailAddress: 'jan@nasza.example',
      userTimeZone: 'Central European Standard Time',
      userProfileType: 'office365',
      hostVersion: '16.0',
      owaView: 'ThreeColumns',
      isRestIdSupported: true,
      ewsUrl: '',
      restUrl: '',
    }
    if (!item) return { ...user, itemType: 6 }
    const person = ({ name, address }: Person) => ({ name, address, recipientType: 1 })
    return {
      ...user,
      itemType: { read: 1, appointment: 2, compose: 4 }[item.kind ?? 'read'],
      id: item.kind === 'compose' ? undefined : item.id,
      itemClass: item.kind === 'appointment' ? 'IPM.Appointment' : 'IPM.Note',
      subject: item.subject,
      normalizedSubject: item.subject,
      conversationId: item.conversationId ?? `conversation of ${item.id}`,
      internetMessageId: item.messageId,
      from: item.from && person(item.from),
      sender: item.from && person(item.from),
      to: (item.to ?? []).map(person),
      cc: (item.cc ?? []).map(person),
      bcc: [],
      dateTimeCreated: Date.UTC(2026, 10, 23, 9),
      dateTimeModified: Date.UTC(2026, 10, 23, 9),
      dateTimeSent: Date.UTC(2026, 10, 23, 9),
      attachments: (item.attachments ?? []).map(({ id, name, contentType, content }) => ({
        id,
        name,
        size: content.length,
        attachmentType: 0,
        contentType,
        isInline: false,
      })),
      isFromSharedFolder: item.isShared ?? false,
    }
  }
}
