import { endAnyToken, listEveryToken } from '../../shared/access-token.ts'
import { TokenTable } from '../account/token-table.tsx'
import { call } from '../api/call.ts'
import { AnsweredPart } from '../app/answered.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'

interface EveryTokenProps {
  /** Accounts count their tokens. */
  onEnded: () => void
}

/** The tokens of all users that still work: which program acts in whose name, and the way to stop it. */
export function EveryToken({ onEnded }: EveryTokenProps) {
  const text = useAdminText().everyToken
  const { host } = useSurroundings()
  const tokens = useAnswer('every token', () => call(host, listEveryToken))
  async function end(tokenId: string) {
    await call(host, endAnyToken, { params: { tokenId } })
    // The row goes away with the button that has the focus.
    document.getElementById('every-token')?.focus()
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
        {({ items }) =>
          items.length === 0 ? (
            <p>{text.none}</p>
          ) : (
            <TokenTable
              caption={text.title}
              tokens={items}
              owner={text.owner}
              nameEnd={({ name, ownerName = '' }) => text.endNamed(name, ownerName)}
              onEnd={({ id }) => end(id)}
            />
          )
        }
      </AnsweredPart>
    </section>
  )
}
