import type { AccessToken } from '../../shared/access-token.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { Moment } from '../ui/moment.tsx'
import { useToast } from '../ui/toast.tsx'
import './tokens.css'

/** A token, and whose it is where the list holds those of several. */
type Token = AccessToken & { ownerName?: string }

interface TokenTableProps {
  caption: string
  tokens: Token[]
  /** The word over the owners, where they are shown. */
  owner?: string
  /** What the button is called for whoever does not see its row. */
  nameEnd: (token: Token) => string
  onEnd: (token: Token) => Promise<void>
}

/** Tokens with what they may do and how long, and the way to end each. */
export function TokenTable({ caption, tokens, owner, nameEnd, onEnd }: TokenTableProps) {
  const text = useAdminText().myAccount
  return (
    <table class="table tokens">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{text.tokenName}</th>
          {owner && <th scope="col">{owner}</th>}
          <th scope="col">{text.scopes}</th>
          <th scope="col">{text.until}</th>
          <th scope="col">{text.used}</th>
          <th scope="col">
            <span class="unseen">{text.endToken}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {tokens.map(token => (
          <TokenRow key={token.id} token={token} label={nameEnd(token)} onEnd={onEnd} />
        ))}
      </tbody>
    </table>
  )
}

interface TokenRowProps extends Pick<TokenTableProps, 'onEnd'> {
  token: Token
  label: string
}

function TokenRow({ token, label, onEnd }: TokenRowProps) {
  const text = useAdminText().myAccount
  const toast = useToast()
  const deed = useDeed(async () => {
    await onEnd(token)
    toast({ message: text.tokenEnded })
  })
  return (
    <tr>
      <th scope="row" class="words">
        {token.name}
      </th>
      {token.ownerName !== undefined && <td class="words">{token.ownerName}</td>}
      <td class="faint">{token.scopes.map(scope => text.scope[scope]).join(', ')}</td>
      <td class="faint" data-word={text.until}>
        <Moment at={token.expiresAt} />
      </td>
      <td class="faint" data-word={text.used}>
        {token.usedAt ? <Moment at={token.usedAt} /> : text.never}
      </td>
      <td>
        <Button busy={deed.isBusy} onClick={deed.run} aria-label={label}>
          {text.endToken}
        </Button>
        {deed.failure && <FailureNotice failure={deed.failure} />}
      </td>
    </tr>
  )
}
