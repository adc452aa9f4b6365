import { Plus } from 'lucide'
import { useState } from 'preact/hooks'
import { type AccessToken, endAccessToken, listAccessTokens } from '../../shared/access-token.ts'
import { call } from '../api/call.ts'
import { AnsweredPart } from '../app/answered.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { Moment } from '../ui/moment.tsx'
import { useToast } from '../ui/toast.tsx'
import { NewTokenDialog } from './new-token-dialog.tsx'
import './tokens.css'

/** The tokens by which programs act in one's name. */
export function Tokens() {
  const text = useAdminText().myAccount
  const { host } = useSurroundings()
  const [isCreating, setIsCreating] = useState(false)
  const tokens = useAnswer('my tokens', () => call(host, listAccessTokens))
  return (
    <section class="section">
      <h2>{text.tokens}</h2>
      <p class="faint">{text.tokensLead}</p>
      <AnsweredPart answer={tokens}>
        {({ items }) =>
          items.length === 0 ? <p>{text.noTokens}</p> : <TokenTable tokens={items} onEnded={tokens.ask} />
        }
      </AnsweredPart>
      <Button icon={Plus} onClick={() => setIsCreating(true)}>
        {text.newToken}
      </Button>
      {isCreating && <NewTokenDialog onClose={() => setIsCreating(false)} onCreated={tokens.ask} />}
    </section>
  )
}

interface TokenTableProps {
  tokens: AccessToken[]
  onEnded: () => void
}

function TokenTable({ tokens, onEnded }: TokenTableProps) {
  const text = useAdminText().myAccount
  return (
    <table class="table tokens">
      <caption class="unseen">{text.tokens}</caption>
      <thead>
        <tr>
          <th scope="col">{text.tokenName}</th>
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
          <TokenRow key={token.id} token={token} onEnded={onEnded} />
        ))}
      </tbody>
    </table>
  )
}

interface TokenRowProps {
  token: AccessToken
  onEnded: () => void
}

function TokenRow({ token, onEnded }: TokenRowProps) {
  const text = useAdminText().myAccount
  const { host } = useSurroundings()
  const toast = useToast()
  const deed = useDeed(async () => {
    await call(host, endAccessToken, { params: { tokenId: token.id } })
    onEnded()
    toast({ message: text.tokenEnded })
  })
  return (
    <tr>
      <th scope="row" class="words">
        {token.name}
      </th>
      <td class="faint">{token.scopes.map(scope => text.scope[scope]).join(', ')}</td>
      <td class="faint" data-word={text.until}>
        <Moment at={token.expiresAt} />
      </td>
      <td class="faint" data-word={text.used}>
        {token.usedAt ? <Moment at={token.usedAt} /> : text.never}
      </td>
      <td>
        <Button busy={deed.isBusy} onClick={deed.run} aria-label={text.endTokenNamed(token.name)}>
          {text.endToken}
        </Button>
        {deed.failure && <FailureNotice failure={deed.failure} />}
      </td>
    </tr>
  )
}
