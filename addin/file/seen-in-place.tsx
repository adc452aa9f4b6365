import { FailureNotice } from '../app/plain-pages.tsx'
import { useSurroundings, useWords } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { Seen, SeenAfter } from '../pane/seen-after-move.tsx'
import { takeOutEn } from '../text/take-out-en.ts'
import { takeOutPl } from '../text/take-out-pl.ts'
import { viewerNames } from '../text/viewer-names.ts'
import { useLanguage, useText } from '../ui/language.ts'
import { askCaseSeen, askContractorSeen } from './place-seen.ts'

interface SeenInPlaceProps {
  contractorId: string
  /** Empty for the file at large. */
  caseId: string
  /** Whether they lie somewhere already. */
  isMoved: boolean
}

/** Who sees the place where many things are about to go, whatever each of them is: asked once, however many they are. */
export function SeenInPlace({ contractorId, caseId, isMoved }: SeenInPlaceProps) {
  const text = useWords({ pl: takeOutPl, en: takeOutEn })
  const { filing } = useText()
  const language = useLanguage()
  const { host } = useSurroundings()
  const seen = useAnswer(`seen in place ${contractorId} ${caseId}`, () =>
    caseId ? askCaseSeen(host, caseId) : askContractorSeen(host, contractorId),
  )
  const viewers = seen.value?.viewers ?? []
  if (seen.failure) return <FailureNotice failure={seen.failure} onRetry={seen.ask} />
  if (!isMoved) return <Seen>{filing.viewers(viewerNames(language, viewers))}</Seen>
  return (
    <>
      <SeenAfter viewers={viewers} />
      <p class="small faint">{text.circlesStay}</p>
    </>
  )
}
