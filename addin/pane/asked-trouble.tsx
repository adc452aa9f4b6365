import type { FailureCode } from '../api/api-error.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'

type AskedTroubleProps = { failure: FailureCode; onTryAgain: () => void }

/** Why a part could not be read, and the way to try again. */
export function AskedTrouble({ failure, onTryAgain }: AskedTroubleProps) {
  const text = useText()
  return (
    <Notice>
      <p>{text.failure[failure]}</p>
      <Button onClick={onTryAgain}>{text.tryAgain}</Button>
    </Notice>
  )
}
