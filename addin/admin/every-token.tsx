import { endAnyToken, listEveryToken, type OwnedToken } from '../../shared/access-token.ts'
import { call } from '../api/call.ts'
import { AnsweredPart } from '../app/answered.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { Moment } from '../ui/moment.tsx'
import { useToast } from '../ui/toast.tsx'
import '../account/tokens.css'

interface EveryTokenProps {
  /** Accounts count their tokens. */
  onEnded: () => void
}

/** The tokens of all users that still work: which program acts in whose name, and the way to stop it. */
export function EveryToken({ onEnded }: EveryTokenProps) {
  const text = useAdminText().everyToken
  const { host } = useSurroundings()
  const tokens = useAnswer('every token', () => call(host, listEveryToken))
  function ended() {
    tokens.ask()
    onEnded()
  }
  return (
    <section class="section">
      <h2 id="every-token" tabIndex={-1}>
        {text.title}
      </h2>
      <p class="faint">{text.lead}</p>
      <AnsweredPart answer={tokens}>
        {({ items }) => (items.length === 0 ? <p>{text.none}</p> : <TokenTable tokens={items} onEnded={ended} />)}
      </AnsweredPart>
    </section>
  )
}

function TokenTable({ tokens, onEnded }: { tokens: OwnedToken[]; onEnded: () => void }) {
  const { everyToken: text, myAccount: words } = useAdminText()
  return (
    <table class="table tokens">
      <caption class="unseen">{text.title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.tokenName}</th>
          <th scope="col">{text.owner}</th>
          <th scope="col">{words.scopes}</th>
          <th scope="col">{words.until}</th>
          <th scope="col">{words.used}</th>
          <th scope="col">
            <span class="unseen">{words.endToken}</span>
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

function TokenRow({ token, onEnded }: { token: OwnedToken; onEnded: () => void }) {
  const { everyToken: text, myAccount: words } = useAdminText()
  const { host } = useSurroundings()
  const toast = useToast()
  const deed = useDeed(async () => {
    await call(host, endAnyToken, { params: { tokenId: token.id } })
    // The row goes away with the button that has the focus.
    document.getElementById('every-token')?.focus()
    onEnded()
    toast({ message: words.tokenEnded })
  })
  return (
    <tr>
      <th scope="row" class="words">
        {token.name}
      </th>
      <td class="words">{token.ownerName}</td>
      <td class="faint">{token.scopes.map(scope => words.scope[scope]).join(', ')}</td>
      <td class="faint" data-word={words.until}>
        <Moment at={token.expiresAt} />
      </td>
      <td class="faint" data-word={words.used}>
        {token.usedAt ? <Moment at={token.usedAt} /> : words.never}
      </td>
      <td>
        <Button busy={deed.isBusy} onClick={deed.run} aria-label={text.endNamed(token.name, token.ownerName)}>
          {words.endToken}
        </Button>
        {deed.failure && <FailureNotice failure={deed.failure} />}
      </td>
    </tr>
  )
}
