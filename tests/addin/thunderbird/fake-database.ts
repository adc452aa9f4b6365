/** As much of IndexedDB as the queue of filings uses, in memory: one store whose rows have an `id`. */
export function fakeDatabase() {
  const rows = new Map<string, { id: string }>()
  const store = {
    getAll: () => settled([...rows.values()]),
    get: (id: string) => settled(rows.get(id)),
    put: (row: { id: string }) => settled(rows.set(row.id, row)),
    delete: (id: string) => settled(rows.delete(id)),
  }
  const transaction = () => ({
    objectStore: () => store,
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
