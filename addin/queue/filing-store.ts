import type { FilingStore, KeptFiling } from './kept-filing.ts'

const STORE = 'filings'

/** Keeps filings in the browser's own database: the extension's lives in the user's profile like the mails themselves. */
export const filingStore: FilingStore = {
  all: () => withStore('readonly', store => store.getAll() as IDBRequest<KeptFiling[]>),
  get: id => withStore('readonly', store => store.get(id) as IDBRequest<KeptFiling | undefined>),
  async put(filing) {
    await withStore('readwrite', store => store.put(filing))
  },
  async remove(id) {
    await withStore('readwrite', store => store.delete(id))
  },
}

async function withStore<Result>(
  mode: IDBTransactionMode,
  use: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await open()
  try {
    const transaction = database.transaction(STORE, mode)
    const result = await settled(use(transaction.objectStore(STORE)))
    // Written only when the transaction is over; a filing must not be told as kept before that.
    if (mode === 'readwrite') await over(transaction)
    return result
  } finally {
    database.close()
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('lupa', 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' })
  return settled(request)
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
