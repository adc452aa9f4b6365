import { useState } from 'preact/hooks'
import type { Match } from '../../shared/lookup.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.ts'
import type { Choice } from './choice.ts'
import { ContractorSearch } from './contractor-search.tsx'

type TargetProps = { contractor: Choice; offered?: Match[]; onPick: (contractor: Choice) => void }

/** To which contractor something is moved: that one, until another is looked for. */
export function Target({ contractor, offered = [], onPick }: TargetProps) {
  const text = useText()
  const [searching, setSearching] = useState(false)
  const close = () => setSearching(false)
  return (
    <>
      <p class="line target">
        <span class="cut">{contractor.name}</span>
        <Button look="quiet" onClick={() => setSearching(true)}>
          {text.filed.change}
        </Button>
      </p>
      {searching && (
        <ContractorSearch
          label={text.filed.moveTo}
          takesFocus
          offered={offered}
          onCancel={close}
          onPick={({ id, name }) => {
            onPick({ id, name })
            close()
          }}
        />
      )}
    </>
  )
}
