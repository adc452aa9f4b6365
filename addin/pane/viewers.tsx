import { Eye } from 'lucide'
import { useState } from 'preact/hooks'
import type { Viewer } from '../../shared/audience.ts'
import { readCase } from '../../shared/case-file.ts'
import { call } from '../api/call.ts'
import { viewerNames } from '../text/viewer-names.ts'
import { Icon } from '../ui/icon.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { useHost } from './host-context.ts'
import { People } from './later-people.ts'
import { caseIdOf, type Place } from './place.ts'
import { useAsked } from './use-asked.ts'

type ViewersProps = { contractorId: string; place: Place; ofContractor: Viewer[] }

/** Who will see the message in the chosen place, before it is filed: at a glance, and opened person by person with the reasons. */
export function Viewers({ contractorId, place, ofContractor }: ViewersProps) {
  const text = useText()
  const language = useLanguage()
  const caseId = caseIdOf(place)
  const ofCase = useCaseViewers(caseId)
  const viewers = ofCase === 'none' ? ofContractor : ofCase
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details
      class={`viewers small faint ${viewers ? '' : 'unnamed'}`}
      onToggle={event => setIsOpen(event.currentTarget.open)}
    >
      <summary title={text.seers.who}>
        <Icon shape={Eye} />
        {text.filing.viewers(viewerNames(language, viewers ?? []))}
      </summary>
      {isOpen && <People key={`${contractorId} ${caseId}`} contractorId={contractorId} caseId={caseId} />}
    </details>
  )
}

/** A case may have a circle of its own; null while it is being asked for. */
function useCaseViewers(caseId: string | null): Viewer[] | null | 'none' {
  const host = useHost()
  const { value } = useAsked(
    async () => caseId && { caseId, viewers: (await call(host, readCase, { params: { caseId } })).audience },
    [host, caseId],
  )
  if (!caseId) return 'none'
  return value && value.caseId === caseId ? value.viewers : null
}
