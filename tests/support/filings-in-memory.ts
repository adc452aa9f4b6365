import type { FilingStore, KeptFiling } from '../../addin/queue/kept-filing.ts'

/** A store of waiting filings and their mails that ends with the test. */
export function filingsInMemory() {
  const kept = new Map<string, KeptFiling>()
  const sources = new Map<string, ArrayBuffer>()
  const store: FilingStore = {
    all: async () => [...kept.values()],
    get: async id => kept.get(id),
    source: async id => sources.get(id),
    async add(one, source) {
      kept.set(one.id, one)
      if (source) sources.set(one.id, source)
    },
    put: async one => void kept.set(one.id, one),
    async remove(id) {
      kept.delete(id)
      sources.delete(id)
    },
  }
  return { kept, sources, store }
}
