import type { FilingStore, KeptFiling } from './kept-filing.ts'

const FILINGS = 'filings'
/** The mails, by the id of their filing: whoever only looks what waits need not have them read. */
const SOURCES = 'sources'
/** 1 kept each mail within its filing. */
const VERSION = 2

/** Keeps filings in the browser's own database: the extension's lives in the user's profile like the mails themselves. */
export const filingStore: FilingStore = {
  all: () => within('readonly', [FILINGS], filings => filings.getAll() as IDBRequest<KeptFiling[]>),
  get: id => within('readonly', [FILINGS], filings => filings.get(id) as IDBRequest<KeptFiling | undefined>),
  source: id => within('readonly', [SOURCES], sources => sources.get(id) as IDBRequest<ArrayBuffer | undefined>),
  async add(filing, source) {
    await within('readwrite', [FILINGS, SOURCES], (filings, sources) => {
      if (source) sources?.put(source, filing.id)
      return filings.put(filing)
    })
  },
  async put(filing) {
    await within('readwrite', [FILINGS], filings => filings.put(filing))
  },
  async remove(id) {
    await within('readwrite', [FILINGS, SOURCES], (filings, sources) => {
      sources?.delete(id)
      return filings.delete(id)
    })
  },
}

/** Uses stores in one transaction: all that is asked of them is done, or nothing. */
async function within<Result>(
  mode: IDBTransactionMode,
  names: string[],
  use: (first: IDBObjectStore, second?: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await open()
  try {
    const transaction = database.transaction(names, mode)
    const [first, ...others] = names.map(name => transaction.objectStore(name)) as [IDBObjectStore, IDBObjectStore?]
    const result = await settled(wholly(transaction, () => use(first, ...others)))
    // Written only when the transaction is over; a filing must not be told as kept before that.
    if (mode === 'readwrite') await over(transaction)
    return result
  } finally {
    database.close()
  }
}

/** What is asked before something throws would be written all the same. */
function wholly<Asked>(transaction: IDBTransaction, ask: () => Asked): Asked {
  try {
    return ask()
  } catch (error) {
    transaction.abort()
    throw error
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('lupa', VERSION)
  request.onupgradeneeded = ({ oldVersion }) => {
    const sources = request.result.createObjectStore(SOURCES)
    if (oldVersion === 0) request.result.createObjectStore(FILINGS, { keyPath: 'id' })
    else if (request.transaction) takeOut(request.transaction.objectStore(FILINGS), sources)
  }
  return settled(request)
}

/** Moves what an earlier version keeps, a mail at a time; what goes wrong leaves the database as that version left it. */
function takeOut(filings: IDBObjectStore, sources: IDBObjectStore): void {
  const request = filings.openCursor()
  request.onsuccess = () => {
    const cursor = request.result
    if (!cursor) return
    const { source, ...filing } = cursor.value as KeptFiling & { source: ArrayBuffer }
    // One that could not be read was kept as nothing.
    if (source.byteLength > 0) sources.put(source, filing.id)
    cursor.update(filing)
    cursor.continue()
  }
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function over(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
  })
}
