import { Plus } from 'lucide'
import { useState } from 'preact/hooks'
import { endAccessToken, listAccessTokens } from '../../shared/access-token.ts'
import { call } from '../api/call.ts'
import { AnsweredPart } from '../app/answered.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { Button } from '../ui/button.tsx'
import { NewTokenDialog } from './new-token-dialog.tsx'
import { TokenTable } from './token-table.tsx'

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
          items.length === 0 ? (
            <p>{text.noTokens}</p>
          ) : (
            <TokenTable
              caption={text.tokens}
              tokens={items}
              nameEnd={({ name }) => text.endTokenNamed(name)}
              onEnd={async ({ id }) => {
                await call(host, endAccessToken, { params: { tokenId: id } })
                tokens.ask()
              }}
            />
          )
        }
      </AnsweredPart>
      <Button icon={Plus} onClick={() => setIsCreating(true)}>
        {text.newToken}
      </Button>
      {isCreating && <NewTokenDialog onClose={() => setIsCreating(false)} onCreated={tokens.ask} />}
    </section>
  )
}
