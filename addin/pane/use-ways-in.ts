import { useEffect, useRef, useState } from 'preact/hooks'
import { listNestedProviders, type NestedProvider, signInNested } from '../../shared/nested-sign-in.ts'
import { ApiError, type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { type HandoverWords, redeemHandover, startHandover } from '../api/handover.ts'
import { adoptSession, currentToken, hasLeft } from '../api/session.ts'
import type { MailHost, WaysIn } from '../host/mail-host.ts'

/** Closed by the reader; and what hinders a window from opening, as Outlook numbers it. */
const CLOSED = 12006

/** An Outlook that does not answer keeps nobody from the other ways for longer; its late answer still counts. */
const PATIENCE_MS = 5_000

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
    if (first && found && !(await hasLeft(host))) {
      const entering = enterByAccount(host, found.ways, first, { mayAsk: false }).catch((error: unknown) => error)
      const silent = await Promise.race([entering, new Promise(resolve => setTimeout(resolve, PATIENCE_MS))])
      // That Outlook gives nothing unasked is no failure; that the server knows nobody by it is worth a word.
      if (isCurrent.current && silent instanceof ApiError) setFailure(silent.code)
    }
    if (isCurrent.current) setState('idle')
  }

  async function act(next: 'account' | 'window', otherwise: WayFailure, work: (offered: Offered) => Promise<void>) {
    if (state !== 'idle' || !offered) return
    setState(next)
    setFailure(null)
    await work(offered).catch((error: unknown) => {
      if (isCurrent.current) setFailure(wordFor(error, otherwise))
    })
    if (isCurrent.current) setState('idle')
  }

  const byAccount = (provider: NestedProvider) =>
    act('account', 'noAccount', async ({ ways }) => enterByAccount(host, ways, provider, { mayAsk: true }))

  const byWindow = () =>
    act('window', 'noWindow', async ({ ways, words: { verifier, challenge } }) => {
      // Asked for first of all: a browser opens a window only right after the click.
      const code = await ways.window?.(challenge)
      if (code !== undefined) await adoptSession(host, await redeemHandover(host, code, verifier))
    })

  return { offered, state, failure, byAccount, byWindow }
}

/** All that can be known before anybody presses anything. */
async function offer(host: MailHost): Promise<Offered> {
  const ways = (await host.waysIn?.()) ?? {}
  const known = ways.account ? await call(host, listNestedProviders).catch(() => null) : null
  return { ways, providers: known?.items ?? [], words: await startHandover() }
}

async function enterByAccount(host: MailHost, ways: WaysIn, provider: NestedProvider, how: { mayAsk: boolean }) {
  const before = currentToken(host)
  // What was not asked for gives way to whoever has come in by another way meanwhile, or has gone since.
  const isLate = async () => !how.mayAsk && (currentToken(host) !== before || (await hasLeft(host)))
  const token = await ways.account?.(provider, how)
  if (await isLate()) return
  if (!token) throw new Error('no account')
  const session = await call(host, signInNested, { body: { providerId: provider.id, token } })
  if (!(await isLate())) await adoptSession(host, session)
}

function wordFor(error: unknown, otherwise: WayFailure): WayFailure {
  if (error instanceof ApiError) return failureOf(error)
  return error instanceof Error && 'code' in error && error.code === CLOSED ? 'closed' : otherwise
}
