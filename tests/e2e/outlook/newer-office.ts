/** What the tests need of the library's inside. */
interface Inside {
  OSF: {
    _OfficeAppFactory: {
      getId(): string
      getHostFacade(): { addEventHandler(given: ArrayLike<unknown>, ...others: unknown[]): void }
      getClientEndPoint(): {
        invoke(action: string, done: (code: number, answer: Answer) => void, data: unknown): void
        registerForEvent(event: string, hear: () => void, done: (code: number) => void, data: unknown): void
      }
    }
  }
  Office: {
    onReady(ready: () => void): void
    EventType: Record<string, string>
    context: Record<string, unknown>
  }
}

interface Answer {
  error: boolean
  errorCode: number
  data: unknown
}

type Done = (result: unknown) => void

/**
 * Runs in the pane's frame before anything else. The library on npm stopped in 2022 at Mailbox 1.12; the members of later
 * sets go over the same wire, so they are added here. A set below leaves them out.
 */
export function addNewerMembers({ set }: { set: string }) {
  const has = (wanted: number) => Number(set.split('.')[1]) >= wanted
  document.addEventListener('readystatechange', () => {
    const page = window as unknown as Inside & Window
    if (document.readyState === 'interactive' && 'Office' in page) page.Office.onReady(() => install(page))
  })

  function install(page: Inside & Window) {
    const mailbox = page.Office.context.mailbox as Record<string, unknown> | undefined
    if (!mailbox) return
    const run = (id: number, asked: unknown, done: Done, shape = (data: unknown) => data) => {
      const inside = page.OSF._OfficeAppFactory
      inside
        .getClientEndPoint()
        .invoke(
          'ExecuteMethod',
          (_code, answer) =>
            done(
              answer.error
                ? { status: 'failed', error: { code: answer.errorCode, name: 'Failed', message: 'failed' } }
                : { status: 'succeeded', value: shape(answer.data) },
            ),
          { ApiParams: asked, MethodData: { ControlId: inside.getId(), DispatchId: id } },
        )
    }
    if (has(14)) addFile(mailbox, run)
    if (has(13)) {
      mailbox.getSelectedItemsAsync = (done: Done) => run(196, {}, done)
      addSelectedItemsChanged(page)
    }
    if (has(15))
      mailbox.loadItemByIdAsync = (itemId: string, done: Done) => run(211, { itemId }, done, data => loaded(data, run))
  }

  /** Under the name and the number by which the libraries since 2023 ask their host for the event. */
  function addSelectedItemsChanged({ Office, OSF }: Inside) {
    const [name, eventDispId] = ['olkSelectedItemsChanged', 53]
    Office.EventType.SelectedItemsChanged = name
    const inside = OSF._OfficeAppFactory
    const facade = inside.getHostFacade()
    const known = facade.addEventHandler
    facade.addEventHandler = (given, ...others) => {
      const [type, handler, done] = given as unknown as [string, (told: unknown) => void, Done | undefined]
      if (type !== name) return known.call(facade, given, ...others)
      const data = { controlId: inside.getId(), eventDispId, targetId: '' }
      const after = (code: number) => done?.({ status: code === 0 ? 'succeeded' : 'failed' })
      inside.getClientEndPoint().registerForEvent(name, () => handler({ type: name }), after, data)
    }
  }

  function addFile(mailbox: Record<string, unknown>, run: (id: number, asked: unknown, done: Done) => void) {
    const owner = Object.getOwnPropertyDescriptor(mailbox, 'item')
    const read = () => (owner?.get ? owner.get.call(mailbox) : owner?.value)
    const known = new WeakSet<object>()
    let kept = owner?.value
    Object.defineProperty(mailbox, 'item', {
      configurable: true,
      enumerable: true,
      set(next) {
        kept = next
      },
      get() {
        const item = owner?.get ? read() : kept
        if (item && !known.has(item) && typeof item.subject === 'string') {
          known.add(item)
          Object.defineProperty(item, 'getAsFileAsync', { value: (done: Done) => run(204, {}, done) })
        }
        return item
      },
    })
  }

  function loaded(data: unknown, run: (id: number, asked: unknown, done: Done) => void) {
    const { id, subject, internetMessageId, source, from, to } = JSON.parse(String(data))
    const address = (one: { name: string; address: string }) => ({ displayName: one.name, emailAddress: one.address })
    return {
      itemId: id,
      itemType: 'message',
      subject,
      internetMessageId,
      from: from && address(from),
      to: to.map(address),
      getAsFileAsync: (done: Done) => done({ status: 'succeeded', value: source }),
      body: { getAsync: (_type: string, done: Done) => done({ status: 'succeeded', value: '' }) },
      categories: { addAsync: (categories: string[], done: Done) => run(158, { categories, itemId: id }, done) },
      unloadAsync: (done: Done) => run(212, {}, done),
    }
  }
}
