import { useLayoutEffect, useState } from 'preact/hooks'
import type { MailHost } from '../host/mail-host.ts'

const KEY = 'ignored'
/** Whoever was ignored longest ago is asked about again. */
const MOST = 500

/** People about whom the user does not want to be asked any more, on this device. */
export interface Ignored {
  has: (address: string) => boolean
  add: (address: string) => void
  remove: (address: string) => void
}

/** Keeps them over a restart of the mail program, where it keeps anything. */
export function useIgnored(host: MailHost): Ignored {
  const [addresses, setAddresses] = useState<string[] | null>(null)

  // Before the first picture, so that nobody flashes by.
  useLayoutEffect(() => {
    let isCurrent = true
    // What was changed meanwhile is newer.
    void read(host).then(found => isCurrent && setAddresses(before => before ?? found))
    return () => {
      isCurrent = false
    }
  }, [host])

  async function change(address: string, { isIn }: { isIn: boolean }) {
    // Read anew: another pane may have added somebody meanwhile.
    const others = (await read(host)).filter(one => one !== address)
    const next = isIn ? [...others, address].slice(-MOST) : others
    setAddresses(next)
    await host.storage.write(KEY, JSON.stringify(next)).catch(() => undefined)
  }

  return {
    has: address => addresses?.includes(address) ?? false,
    add: address => void change(address, { isIn: true }),
    remove: address => void change(address, { isIn: false }),
  }
}

async function read(host: MailHost): Promise<string[]> {
  const kept = await host.storage.read(KEY).catch(() => null)
  try {
    const list: unknown = JSON.parse(kept ?? '[]')
    return Array.isArray(list) ? list.filter(one => typeof one === 'string') : []
  } catch {
    return []
  }
}
