import { useEffect, useRef, useState } from 'preact/hooks'
import { domainOf } from '../../shared/address.ts'
import { readSweep, type Sweep, skipSweep, sweep } from '../../shared/sweep.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'

/** A contractor and the addresses that he was just given. */
export interface Swept {
  contractorId: string
  addresses: string[]
}

/** What one address would bring. */
export type Found = Sweep & { address: string }

/** How far the question stands: what earlier mail there is, whether it is wanted, and what became of it. */
export type SweepState =
  | { is: 'asking' }
  | { is: 'nothing' }
  | { is: 'offered'; found: Found[] }
  | { is: 'busy'; looked: number; all: number }
  | { is: 'done'; filed: number; left: number }
  | { is: 'skipped' }
  | { is: 'failed' }

/** Asks about earlier mail of new addresses, and files it or leaves it where it is. */
export function useSweep(host: MailHost, { contractorId, addresses }: Swept, onFiled: () => void) {
  const [state, setState] = useState<SweepState>({ is: 'asking' })
  const doing = useRef<'nothing' | 'something'>('nothing')
  const params = { contractorId }

  async function look() {
    const found = await Promise.all(
      widest(addresses).map(async address => ({
        ...(await call(host, readSweep, { params, querystring: { address } })),
        address,
      })),
    )
    if (found.some(one => one.waiting > 0)) return setState({ is: 'offered', found })
    // There is nothing to ask about; what others have is not held up for it.
    await sweepAll(() => undefined)
    setState({ is: 'nothing' })
  }

  async function sweepAll(onPart: (looked: number, filed: number) => void) {
    for (const address of addresses) {
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const body = cursor ? { address, cursor } : { address }
        const part = await call(host, sweep, { params, body })
        onPart(part.looked, part.filed)
        cursor = part.next
      }
    }
  }

  async function file(found: Found[]) {
    if (doing.current === 'something') return
    doing.current = 'something'
    const all = found.reduce((sum, one) => sum + one.waiting, 0)
    let [looked, filed] = [0, 0]
    setState({ is: 'busy', looked, all })
    try {
      await sweepAll((moreLooked, moreFiled) => {
        looked += moreLooked
        filed += moreFiled
        setState({ is: 'busy', looked, all })
      })
      setState({ is: 'done', filed, left: looked - filed })
    } catch {
      setState({ is: 'failed' })
    }
    doing.current = 'nothing'
    onFiled()
  }

  async function skip() {
    try {
      for (const address of addresses) await call(host, skipSweep, { params, querystring: { address } })
      setState({ is: 'skipped' })
    } catch {
      setState({ is: 'failed' })
    }
  }

  // Where it cannot be asked, the server does what it does without a question.
  useEffect(() => void look().catch(() => setState({ is: 'nothing' })), [])

  return { state, file, skip }
}

/** Without the addresses whose domain is among them: their mail would be counted twice. */
function widest(addresses: string[]): string[] {
  return addresses.filter(address => address.startsWith('@') || !addresses.includes(`@${domainOf(address)}`))
}
