import { useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { SeenAfter, useMoveSeenText } from '../ui/seen-after.tsx'
import { askCaseSeen, askContractorSeen } from './place-seen.ts'

interface SeenInPlaceProps {
  contractorId: string
  /** Empty for the file at large. */
  caseId: string
  /** Whether what goes there may have circles of its own already. */
  isMoved?: boolean
}

/** Who sees the place where many things are about to go, whatever each of them is: asked once, however many they are. */
export function SeenInPlace({ contractorId, caseId, isMoved }: SeenInPlaceProps) {
  const text = useMoveSeenText()
  const { host } = useSurroundings()
  const seen = useAnswer(`seen in place ${contractorId} ${caseId}`, () =>
    caseId ? askCaseSeen(host, caseId) : askContractorSeen(host, contractorId),
  )
  return (
    <>
      <SeenAfter viewers={seen.value?.viewers ?? []} isMoved={isMoved} />
      {isMoved && <p class="small faint">{text.circlesStay}</p>}
    </>
  )
}
