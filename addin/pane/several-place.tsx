import { readContractor } from '../../shared/contractor.ts'
import { call } from '../api/call.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.ts'
import { AskedTrouble } from './asked-trouble.tsx'
import { CasesOf } from './cases-of.tsx'
import type { Choice } from './choice.ts'
import { ContractorSearch } from './contractor-search.tsx'
import { useHost } from './host-context.ts'
import type { CaseToOffer, Place } from './place.ts'
import { useAsked } from './use-asked.ts'
import { Viewers } from './viewers.tsx'

/** Where several mails go together, as it was chosen so far. */
export interface SeveralPlace {
  contractor: Choice | null
  place: Place
  /** Title of a case still to be opened. */
  newTitle: string
  /** The case that was opened for them. */
  opened: CaseToOffer | null
}

type SeveralPlaceFieldsProps = {
  chosen: SeveralPlace
  onChosen: (part: Partial<SeveralPlace>) => void
  titleFailure: string | undefined
}

/** The choice of one contractor for several mails, of a case of his, of none or of a new one, and who will see them there. */
export function SeveralPlaceFields({ chosen, onChosen, titleFailure }: SeveralPlaceFieldsProps) {
  const { several: text, filed } = useText()
  const { contractor, place, newTitle, opened } = chosen
  if (!contractor) {
    const handlePick = ({ id, name }: Choice) => onChosen({ contractor: { id, name } })
    return <ContractorSearch label={text.contractor} takesFocus onPick={handlePick} />
  }
  return (
    <>
      <p class="line">
        <span class="cut">{contractor.name}</span>
        <Button look="quiet" onClick={() => onChosen({ contractor: null, place: 'file', opened: null })}>
          {filed.change}
        </Button>
      </p>
      <CasesOf
        key={contractor.id}
        contractorId={contractor.id}
        place={place}
        onPlace={next => onChosen({ place: next })}
        newTitle={{ value: newTitle, onValue: title => onChosen({ newTitle: title }), failure: titleFailure }}
        {...(opened && { here: opened })}
      />
      <SeveralViewers key={`${contractor.id} seen`} contractorId={contractor.id} place={place} />
    </>
  )
}

/** Who sees the contractor sees a new case of his too. */
function SeveralViewers({ contractorId, place }: { contractorId: string; place: Place }) {
  const host = useHost()
  const { value, failure, ask } = useAsked(
    () => call(host, readContractor, { params: { contractorId } }),
    [host, contractorId],
  )
  if (failure) return <AskedTrouble failure={failure} onTryAgain={ask} />
  return <Viewers contractorId={contractorId} place={place} ofContractor={value?.audience ?? []} />
}
