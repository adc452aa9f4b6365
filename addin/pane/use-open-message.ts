import { useLayoutEffect, useState } from 'preact/hooks'
import type { MailHost, OnScreenElse, OpenMessage } from '../host/mail-host.ts'

/** What is on screen; `asking` only until the mail program has answered the first time. */
export type OnScreen =
  | { is: 'asking' }
  | { is: 'none' }
  | { is: 'unreadable' }
  | { is: 'open'; message: OpenMessage }
  | OnScreenElse

/** What is on screen, kept current. A slow answer about an earlier message is dropped. */
export function useOpenMessage(host: MailHost): OnScreen {
  const [state, setState] = useState<OnScreen>({ is: 'asking' })

  // Not after the next frame: nothing is drawn before the answer.
  useLayoutEffect(() => {
    let asked = 0
    async function refresh() {
      asked += 1
      const question = asked
      const answer = await readScreen(host)
      if (question === asked) setState(before => (sameState(before, answer) ? before : answer))
    }
    void refresh()
    const stop = host.onOpenMessageChange(() => void refresh())
    return () => {
      asked += 1
      stop()
    }
  }, [host])

  return state
}

async function readScreen(host: MailHost): Promise<OnScreen> {
  try {
    const message = await host.openMessage()
    if (message) return { is: 'open', message }
    return (await host.whatElse?.()) ?? { is: 'none' }
  } catch {
    return { is: 'unreadable' }
  }
}

/** Mail programs also report the mail that is shown already. */
function sameState(one: OnScreen, other: OnScreen): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
