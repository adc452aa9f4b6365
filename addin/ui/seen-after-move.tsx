import { useEffect, useState } from 'preact/hooks'
import { type Foreseen, foreseeMove } from '../../shared/foreseen.ts'
import type { Input } from '../../shared/route.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'
import { useText } from './language.ts'
import { Newcomers, SeenAfter, useMoveSeenText } from './seen-after.tsx'

interface SeenAfterMoveProps {
  host: MailHost
  itemId: string
  /** The same as the move will be told. */
  move: Input<typeof foreseeMove>['body']
}

/** Who will see an item where it is about to be moved, who of them is new, and whether its own circle goes along. */
export function SeenAfterMove({ host, itemId, move }: SeenAfterMoveProps) {
  const text = useMoveSeenText()
  const { failure: failures } = useText()
  const answer = useForeseen({ host, itemId, move })
  if (typeof answer === 'string') return <p class="small faint">{failures[answer]}</p>
  return (
    <>
      <SeenAfter viewers={answer?.viewers ?? []} isMoved />
      {answer?.keepsCircle && <p class="small faint">{text.keepsCircle}</p>}
      <Newcomers newcomers={answer?.newcomers ?? []} newTotal={answer?.newTotal ?? 0} />
    </>
  )
}

/** Null while it is asked; a word where the move would be refused. */
function useForeseen({ host, itemId, move }: SeenAfterMoveProps): Foreseen | FailureCode | null {
  const body = JSON.stringify(move)
  const [known, setKnown] = useState<{ body: string; answer: Foreseen | FailureCode } | null>(null)

  useEffect(() => {
    let current = true
    call(host, foreseeMove, { params: { itemId }, body: JSON.parse(body) }).then(
      answer => current && setKnown({ body, answer }),
      (error: unknown) => current && setKnown({ body, answer: failureOf(error) }),
    )
    return () => {
      current = false
    }
  }, [host, itemId, body])

  return known?.body === body ? known.answer : null
}
