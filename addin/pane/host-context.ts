import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { MailHost } from '../host/mail-host.ts'

/** The mail program that the pane stands in. */
export const HostContext = createContext<MailHost | null>(null)

/** The mail program that the pane stands in. */
export function useHost(): MailHost {
  const host = useContext(HostContext)
  if (!host) throw new Error('the pane is not mounted')
  return host
}
