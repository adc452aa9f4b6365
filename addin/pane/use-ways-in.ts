import { useEffect, useRef, useState } from 'preact/hooks'
import { listNestedProviders, type NestedProvider, signInNested } from '../../shared/nested-sign-in.ts'
import { ApiError, type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { type HandoverWords, redeemHandover, startHandover } from '../api/handover.ts'
import { adoptSession, hasLeft } from '../api/session.ts'
import type { MailHost, WaysIn } from '../host/mail-host.ts'

/** Closed by the reader; and what hinders a window from opening, as Outlook numbers it. */
const CLOSED = 12006

/** Why it did not work: the server's word, or what the mail program did not do. */
export type WayFailure = FailureCode | 'noAccount' | 'noWindow' | 'closed'

/** What is offered here, and what is going on. */
interface Offered {
  ways: WaysIn
  providers: NestedProvider[]
  words: HandoverWords
}

type State = 'asking' | 'idle' | 'account' | 'window'

/** The ways in beside the password. The mail program's own account is tried at once, as long as that asks nobody. */
export function useWaysIn(host: MailHost) {
  const [offered, setOffered] = useState<Offered | null>(null)
  const [state, setState] = useState<State>('asking')
  const [failure, setFailure] = useState<WayFailure | null>(null)
  const isCurrent = useRef(true)

  useEffect(() => {
    isCurrent.current = true
    void begin()
    return () => {
      isCurrent.current = false
    }
  }, [host])

  async function begin() {
    const found = await offer(host).catch(() => null)
    if (!isCurrent.current) return
    setOffered(found)
    const [first] = found?.providers ?? []
    if (first && found && !hasLeft(host)) {
      const silent = await enterByAccount(host, found.ways, first, { mayAsk: false }).catch((error: unknown) => error)
      // That Outlook gives nothing unasked is no failure; that the server knows nobody by it is worth a word.
      if (isCurrent.current && silent instanceof ApiError) setFailure(silent.code)
    }
    if (isCurrent.current) setState('idle')
  }

  async function act(next: 'account' | 'window', work: () => Promise<void>, otherwise: WayFailure) {
    if (state !== 'idle') return
    setState(next)
    setFailure(null)
    await work().catch((error: unknown) => {
      if (isCurrent.current) setFailure(wordFor(error, otherwise))
    })
    if (isCurrent.current) setState('idle')
  }

  return {
    offered,
    state,
    failure,
    byAccount: (provider: NestedProvider) =>
      act(
        'account',
        async () => {
          if (offered) await enterByAccount(host, offered.ways, provider, { mayAsk: true })
        },
        'noAccount',
      ),
    byWindow: () =>
      act(
        'window',
        async () => {
          if (!offered?.ways.window) return
          const { verifier, challenge } = offered.words
          // Asked for first of all: a browser opens a window only right after the click.
          const code = await offered.ways.window(challenge)
          await adoptSession(host, await redeemHandover(host, code, verifier))
        },
        'noWindow',
      ),
  }
}

/** All that can be known before anybody presses anything. */
async function offer(host: MailHost): Promise<Offered> {
  const ways = (await host.waysIn?.()) ?? {}
  const known = ways.account ? await call(host, listNestedProviders).catch(() => null) : null
  return { ways, providers: known?.items ?? [], words: await startHandover() }
}

async function enterByAccount(host: MailHost, ways: WaysIn, provider: NestedProvider, how: { mayAsk: boolean }) {
  const token = await ways.account?.(provider, how)
  if (!token) throw new Error('no account')
  await adoptSession(host, await call(host, signInNested, { body: { providerId: provider.id, token } }))
}

function wordFor(error: unknown, otherwise: WayFailure): WayFailure {
  if (error instanceof ApiError) return failureOf(error)
  return error instanceof Error && 'code' in error && error.code === CLOSED ? 'closed' : otherwise
}
