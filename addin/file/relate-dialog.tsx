import { useState } from 'preact/hooks'
import type { Contractor, ContractorRow } from '../../shared/contractor.ts'
import { type RelationKind, relateContractor, relationKinds } from '../../shared/contractor-relation.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { ContractorSearch } from '../pane/contractor-search.tsx'
import { HostContext } from '../pane/host-context.ts'
import { Field } from '../ui/field.tsx'
import './picker.css'

type Picked = Pick<ContractorRow, 'id' | 'name'>

interface RelateDialogProps {
  contractor: Contractor
  onClose: () => void
  onRelated: () => void
}

/** Asks who belongs together with a contractor, and what he is to him. */
export function RelateDialog({ contractor, onClose, onRelated }: RelateDialogProps) {
  const text = useAppText().related
  const { host } = useSurroundings()
  const [picked, setPicked] = useState<Picked | null>(null)
  const [kind, setKind] = useState<RelationKind>('subsidiary')
  const [fault, setFault] = useState<'missing' | 'itself' | null>(null)
  const deed = useDeed(async () => {
    if (!picked) return
    await call(host, relateContractor, {
      params: { contractorId: contractor.id, relatedId: picked.id },
      body: { kind },
    })
    onRelated()
  })

  function check() {
    const found = !picked ? 'missing' : picked.id === contractor.id ? 'itself' : null
    setFault(found)
    return found === null
  }

  return (
    <HostContext.Provider value={host}>
      <FormDialog title={text.addTitle} button={text.addButton} deed={deed} check={check} onClose={onClose}>
        {picked && (
          <p class="picked">
            <span class="small faint">{text.picked}</span>
            <strong>{picked.name}</strong>
          </p>
        )}
        <ContractorSearch
          key={picked?.id ?? 'none'}
          label={picked ? text.pickOther : text.pick}
          takesFocus={!picked}
          onPick={one => {
            setPicked(one)
            setFault(null)
          }}
        />
        {fault && (
          <p class="small wrong" role="alert">
            {text[fault]}
          </p>
        )}
        <KindField name={contractor.name} kind={kind} onKind={setKind} />
      </FormDialog>
    </HostContext.Provider>
  )
}

interface KindFieldProps {
  name: string
  kind: RelationKind
  onKind: (kind: RelationKind) => void
}

function KindField({ name, kind, onKind }: KindFieldProps) {
  const text = useAppText().related
  return (
    <Field label={text.kind} hint={text.kindHint(name)}>
      {names => (
        <select
          {...names}
          class="input"
          value={kind}
          onChange={event => onKind(event.currentTarget.value as RelationKind)}
        >
          {relationKinds.map(one => (
            <option key={one} value={one}>
              {text.kinds[one]}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
