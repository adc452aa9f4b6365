import { changeCase, type readCase } from '../../shared/case-file.ts'
import { readContractor } from '../../shared/contractor.ts'
import type { Output } from '../../shared/route.ts'
import { explainPlace } from '../../shared/sharing.ts'
import { call } from '../api/call.ts'
import { contractorLink } from '../app/page-link.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { shortDay } from '../text/moment.ts'
import { useLanguage } from '../ui/language.ts'
import { Fact } from './facts.tsx'
import { FactsAside } from './facts-aside.tsx'
import { HandOver } from './hand-over.tsx'
import { askCaseSeen } from './place-seen.ts'
import { PlaceViewersButton } from './place-viewers-button.tsx'
import { SeersButton } from './seers-button.tsx'
import { ViewerList } from './viewer-list.tsx'

interface CaseFactsProps {
  caseFile: Output<typeof readCase>
  onChanged: () => void
}

/** Whose case it is, since when, and for whom to see. */
export function CaseFacts({ caseFile, onChanged }: CaseFactsProps) {
  const { caseFile: text, handOver, seers, placeViewers } = useAppText()
  const language = useLanguage()
  const { host } = useSurroundings()
  const { contractorId } = caseFile
  const contractor = useAnswer(`contractor ${contractorId}`, () =>
    call(host, readContractor, { params: { contractorId } }),
  )
  const day = (moment: string) => shortDay(language, new Date(moment))
  return (
    <FactsAside title={text.facts}>
      <Fact word={text.contractor}>
        {contractor.value && <a href={contractorLink(contractorId)}>{contractor.value.name}</a>}
      </Fact>
      <Fact word={text.opened}>{day(caseFile.openedAt)}</Fact>
      <Fact word={text.wasClosed}>{caseFile.closedAt && day(caseFile.closedAt)}</Fact>
      <HandOver
        title={handOver.caseTitle}
        managerId={caseFile.managerId}
        mayHandOver={caseFile.may.changeAudience}
        onHandOver={async managerId => {
          await call(host, changeCase, { params: { caseId: caseFile.id }, body: { managerId } })
          onChanged()
        }}
      />
      <Fact word={text.viewers}>
        <ViewerList viewers={caseFile.audience} />
        <SeersButton
          name={caseFile.id}
          title={seers.placeTitle}
          question={() => call(host, explainPlace, { params: { contractorId }, querystring: { caseId: caseFile.id } })}
        />
        {caseFile.may.changeAudience && (
          <PlaceViewersButton
            title={placeViewers.caseTitle}
            viewers={caseFile.audience}
            inherits={caseFile.inherits}
            onAsk={() => askCaseSeen(host, caseFile.id)}
            onSave={async (audience, was) => {
              await call(host, changeCase, { params: { caseId: caseFile.id }, body: { audience, was } })
              onChanged()
            }}
          />
        )}
      </Fact>
    </FactsAside>
  )
}
