import { useState } from 'preact/hooks'
import { listCases } from '../../shared/case-file.ts'
import { listContractors } from '../../shared/contractor.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useSettled } from '../app/use-settled.ts'
import { TextField } from '../ui/field.tsx'
import { ChoiceField } from './choice-field.tsx'
import type { RuleDraft } from './rule-draft.ts'

const MOST = 50

interface RuleTargetFieldsProps {
  draft: RuleDraft
  isMarked: boolean
  onDraft: (part: Partial<RuleDraft>) => void
}

/** The contractor, and the open case of his, into which a rule files. */
export function RuleTargetFields({ draft, isMarked, onDraft }: RuleTargetFieldsProps) {
  const text = useAdminText().rules
  const { host } = useSurroundings()
  const [words, setWords] = useState('')
  const wanted = useSettled(words).trim()
  const found = useAnswer(`contractors for a rule ${wanted}`, () =>
    call(host, listContractors, { querystring: { limit: MOST, ...(wanted && { q: wanted }) } }),
  )
  const rows = found.value?.items ?? []
  const { contractor } = draft
  // The chosen one stays among the options, whatever is searched for.
  const kept = contractor && !rows.some(row => row.id === contractor.id) ? [contractor] : []
  const options = [...kept, ...rows].map(({ id, name }) => ({ value: id, label: name }))

  function choose(id: string) {
    const name = options.find(option => option.value === id)?.label
    onDraft({ contractor: name === undefined ? null : { id, name }, caseId: '' })
  }

  return (
    <>
      <TextField label={text.findContractor} type="search" value={words} maxLength={200} onValue={setWords} />
      {found.failure && <FailureNotice failure={found.failure} onRetry={found.ask} />}
      <ChoiceField
        label={text.contractor}
        failure={isMarked && !contractor ? text.contractorMissing : undefined}
        options={[{ value: '', label: text.choose }, ...options]}
        value={contractor?.id ?? ''}
        onValue={choose}
      />
      {contractor && (
        <CaseField
          key={contractor.id}
          contractorId={contractor.id}
          caseId={draft.caseId}
          reference={draft.caseReference}
          onCaseId={caseId => onDraft({ caseId })}
        />
      )}
    </>
  )
}

interface CaseFieldProps {
  contractorId: string
  caseId: string
  reference: string
  onCaseId: (caseId: string) => void
}

function CaseField({ contractorId, caseId, reference, onCaseId }: CaseFieldProps) {
  const text = useAdminText().rules
  const { host } = useSurroundings()
  const cases = useAnswer(`cases for a rule ${contractorId}`, () =>
    call(host, listCases, { params: { contractorId }, querystring: { open: true, limit: 200 } }),
  )
  const open = cases.value?.items ?? []
  const options = open.map(({ id, reference, title }) => ({ value: id, label: `${reference} ${title}` }))
  // A case that has been closed since stays the one chosen, so that the choice shows what is.
  const isKept = caseId !== '' && !open.some(({ id }) => id === caseId)
  if (cases.failure) return <FailureNotice failure={cases.failure} onRetry={cases.ask} />
  return (
    <ChoiceField
      label={text.case}
      options={[
        { value: '', label: text.noCase },
        ...(isKept ? [{ value: caseId, label: reference || '…' }] : []),
        ...options,
      ]}
      value={caseId}
      onValue={onCaseId}
    />
  )
}
