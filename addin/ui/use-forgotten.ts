import { useEffect, useState } from 'preact/hooks'
import { askForLink, readForgotten } from '../../shared/forgotten.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'

/** Where somebody stands who forgot his password: whether mail can be sent is asked first. */
export type Forgotten = 'asking' | 'no-mail' | 'typing' | 'sending' | 'sent'

/** The wish for a link, from the question whether there can be one until it is on its way. */
export function useForgotten(host: MailHost) {
  const [state, setState] = useState<Forgotten>('asking')
  const [failure, setFailure] = useState<FailureCode>()
  const [sentTo, setSentTo] = useState('')

  useEffect(() => {
    let isCurrent = true
    call(host, readForgotten).then(
      ({ isMailed }) => isCurrent && setState(isMailed ? 'typing' : 'no-mail'),
      // Sending it says what is wrong.
      () => isCurrent && setState('typing'),
    )
    return () => {
      isCurrent = false
    }
  }, [host])

  async function ask(email: string) {
    if (state === 'sending') return
    setState('sending')
    setFailure(undefined)
    try {
      await call(host, askForLink, { body: { email } })
      setSentTo(email)
      setState('sent')
    } catch (error) {
      const code = failureOf(error)
      if (code !== 'no-mail-server') setFailure(code)
      setState(code === 'no-mail-server' ? 'no-mail' : 'typing')
    }
  }

  return { state, failure, sentTo, ask }
}
