/** A mail that waits: what for, to whom, about what. */
export interface MailToSend {
  id: string
  kind:
    | 'password-link'
    | 'password-forgotten'
    | 'mailbox-alarm'
    | 'mailbox-clear'
    | 'backup-alarm'
    | 'address-changed'
    | 'digest'
  user_id: string
  email: string
  name: string
  language: 'pl' | 'en'
  about: string[]
  since: string | null
}
