import { Briefcase, ShieldCheck } from 'lucide'
import { useEffect, useId, useState } from 'preact/hooks'
import { type Lookup, type Match, mostOpenCases } from '../../shared/lookup.ts'
import type { Draft, MeantCase } from '../host/mail-host.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { CaseSearch } from './later-case-search.ts'
import { useCasesToChoose } from './use-cases-to-choose.ts'
import { type ChosenCase, othersAmong, useDraftCase } from './use-draft-case.ts'

type DraftCaseProps = {
  draft: Draft
  contractor: Match | null
  lookup: Lookup
}

/** Chooses the case before the mail is sent: its reference goes into the subject, and the guard knows who belongs to it. */
export function DraftCase({ draft, contractor, lookup }: DraftCaseProps) {
  const text = useText().draft
  const headingId = useId()
  const { choose, clear, keepOthers, busy, failed } = useDraftCase(draft)
  const { meant } = draft
  const others = othersAmong(lookup.contractors, meant?.contractorId ?? contractor?.id)
  useEffect(() => void keepOthers(others), [JSON.stringify(others), meant?.caseId])
  if (!meant && !contractor) return null
  return (
    <section class="part" aria-labelledby={headingId}>
      <div class="card stack">
        <h3 id={headingId}>{text.heading}</h3>
        {meant && <Meant meant={meant} busy={busy} onClear={() => void clear()} />}
        {!meant && contractor && (
          <ChooseCase
            contractor={contractor}
            lookup={lookup}
            busy={busy}
            onChoose={chosen => void choose({ ...chosen, others })}
          />
        )}
        {failed && <Notice>{text.failed}</Notice>}
      </div>
    </section>
  )
}

type MeantProps = { meant: MeantCase; busy: boolean; onClear: () => void }

function Meant({ meant, busy, onClear }: MeantProps) {
  const text = useText().draft
  return (
    <>
      <p class="meant">
        <Icon shape={Briefcase} />
        <span>{text.chosen(meant.reference, meant.contractorName)}</span>
      </p>
      <p class="meant small faint">
        <Icon shape={ShieldCheck} />
        <span>{meant.parties.length > 0 ? text.guard : text.noGuard}</span>
      </p>
      <Button look="quiet" class="start" busy={busy} onClick={onClear}>
        {text.clear}
      </Button>
    </>
  )
}

type ChooseCaseProps = {
  contractor: Match
  lookup: Lookup
  busy: boolean
  onChoose: (chosen: Omit<ChosenCase, 'others'>) => void
}

function ChooseCase({ contractor, lookup: { openCases, suggestions }, busy, onChoose }: ChooseCaseProps) {
  const text = useText().draft
  const words = useText()
  const suggested = suggestions.find(one => one.contractorId === contractor.id && one.caseId)?.caseId
  const [picked, setPicked] = useState<string | null>(null)
  const [withReference, setWithReference] = useState(true)
  const { cases, onFound } = useCasesToChoose(openCases, picked ?? suggested ?? null, setPicked)
  const caseFile = cases.find(({ id }) => id === (picked ?? suggested)) ?? cases[0] ?? openCases[0]
  if (!caseFile) return <p class="faint">{text.noCases}</p>

  return (
    <form
      class="stack"
      onSubmit={event => {
        event.preventDefault()
        onChoose({ caseFile, contractor, withReference })
      }}
    >
      {openCases.length >= mostOpenCases && <CaseSearch contractorId={contractor.id} onFound={onFound} />}
      <Field label={words.filing.place}>
        {names => (
          <select {...names} class="input" value={caseFile.id} onChange={event => setPicked(event.currentTarget.value)}>
            {(cases.length > 0 ? cases : [caseFile]).map(({ id, reference, title }) => (
              <option key={id} value={id}>
                {reference} · {title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <label class="check">
        <input
          type="checkbox"
          checked={withReference}
          onChange={event => setWithReference(event.currentTarget.checked)}
        />
        <span>
          {text.reference}
          <span class="small faint block">{text.referenceHint}</span>
        </span>
      </label>
      <Button type="submit" look="primary" wide busy={busy}>
        {busy ? text.busy : text.button}
      </Button>
    </form>
  )
}
