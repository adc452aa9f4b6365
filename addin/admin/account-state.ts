import type { Account } from '../../shared/account.ts'

/** What an account is, in one word. */
export function stateOf(account: Account): 'active' | 'invited' | 'expired' | 'disabled' {
  if (account.disabledAt) return 'disabled'
  if (account.hasPassword || account.identities > 0) return 'active'
  return account.linkUntil ? 'invited' : 'expired'
}
