import { useState } from 'preact/hooks'
import { draftFactorBySignIn, type FactorDraft, type Session } from '../../shared/session.ts'
import { failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { adoptSession, signIn } from '../api/session.ts'
import type { MailHost } from '../host/mail-host.ts'

/** How far somebody has come at the door. */
export type Step =
  | { at: 'password' }
  | { at: 'code' }
  | { at: 'forgotten'; email: string }
  | { at: 'set-up'; draft: FactorDraft }
  | { at: 'codes'; session: Session }

/** Signing in, step by step: the password, then what the account or the company asks for beside it. */
export function useSignIn(host: MailHost) {
  const [step, setStep] = useState<Step>({ at: 'password' })
  const [typed, setTyped] = useState({ email: '', password: '' })

  async function enterPassword(email: string, password: string) {
    const given = { email: email.trim(), password }
    setTyped(given)
    try {
      await adoptSession(host, await signIn(host, given))
    } catch (error) {
      const failure = failureOf(error)
      if (failure === 'code-needed') setStep({ at: 'code' })
      else if (failure === 'second-factor-needed')
        setStep({ at: 'set-up', draft: await call(host, draftFactorBySignIn, { body: given }) })
      else throw error
    }
  }

  async function enterCode(code: string) {
    const session = await signIn(host, { ...typed, code })
    if (session.recoveryCodes) setStep({ at: 'codes', session })
    else await adoptSession(host, session)
  }

  return {
    step,
    enterPassword,
    enterCode,
    forget: (email: string) => setStep({ at: 'forgotten', email }),
    goBack: () => setStep({ at: 'password' }),
  }
}
