type Row = { id: string }

/** As much of IndexedDB as the queue of filings uses, in memory: rows that have an `id`, and mails beside them. */
export function fakeDatabase() {
  const rows = new Map<string, Row>()
  const sources = new Map<string, unknown>()
  const filings = {
    getAll: () => settled([...rows.values()]),
    get: (id: string) => settled(rows.get(id)),
    put: (row: Row) => settled(rows.set(row.id, row)),
    delete: (id: string) => settled(rows.delete(id)),
  }
  const mails = {
    get: (id: string) => settled(sources.get(id)),
    put: (source: unknown, id: string) => settled(sources.set(id, source)),
    delete: (id: string) => settled(sources.delete(id)),
  }
  const transaction = () => ({
    objectStore: (name: string) => (name === 'sources' ? mails : filings),
    set oncomplete(listener: () => void) {
      queueMicrotask(listener)
    },
  })
  return { rows, indexedDB: { open: () => settled({ transaction, close: () => undefined }) } }
}

function settled<Result>(result: Result) {
  const request = { result, onsuccess: null as (() => void) | null }
  queueMicrotask(() => request.onsuccess?.())
  return request
}
