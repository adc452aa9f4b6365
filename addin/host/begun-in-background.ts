import { ask, isPageLeaving } from './ask-background.ts'
import type { BegunHost } from './mail-host.ts'
import type { KeptBegun } from './thunderbird-question.ts'

/**
 * Keeps what was begun with the extension's background: the document of a mail goes when another mail is shown. `early` is
 * what comes without being asked for, if anything does.
 */
export function begunInBackground(early?: Promise<KeptBegun | undefined>): BegunHost {
  let told = early
  let account: string | null = null
  const unsaid = new Map<string, string | null>()
  let isSaying = false

  async function say() {
    if (isSaying) return
    isSaying = true
    try {
      // What is typed meanwhile goes next, all of it in one word.
      while (unsaid.size > 0) for (const about of [...unsaid.keys()]) await sayOf(about)
    } catch {
      // It is said again with the next letter, or when the page goes.
    }
    isSaying = false
  }

  async function sayOf(about: string) {
    // Awake before the words are taken: none that are older may come after those of a page that goes.
    if (!isPageLeaving()) await ask<'wake'>({ ask: 'wake' })
    const begun = unsaid.get(about) ?? null
    if (account !== null) await ask<'keep-begun'>({ ask: 'keep-begun', account, about, begun })
    if ((unsaid.get(about) ?? null) === begun) unsaid.delete(about)
  }

  // The last letters may not have been said yet.
  globalThis.addEventListener('pagehide', () => {
    for (const about of unsaid.keys()) void sayOf(about).catch(() => undefined)
  })

  return {
    async read() {
      const brought = await told
      told = undefined
      const kept = brought ?? (await ask<'begun'>({ ask: 'begun' }))
      account = kept.account
      return kept.entries
    },
    keep(about, begun) {
      unsaid.set(about, begun)
      void say()
    },
  }
}
