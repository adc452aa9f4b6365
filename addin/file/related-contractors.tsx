import { Plus, X } from 'lucide'
import { useState } from 'preact/hooks'
import type { Contractor } from '../../shared/contractor.ts'
import { type RelatedContractor, relateContractor, unrelateContractor } from '../../shared/contractor-relation.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { contractorLink } from '../app/page-link.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.ts'
import { useToast } from '../ui/toast.tsx'
import { Fact } from './facts.tsx'
import { RelateDialog } from './later-dialogs.ts'

interface RelatedContractorsProps {
  contractor: Contractor
  related: RelatedContractor[]
  /** Why nobody can say at present who they are. */
  failure?: FailureCode | undefined
  onChanged: () => void
}

/** Who belongs together with a contractor, and for whoever may say so the way to add and remove one. */
export function RelatedContractors({ contractor, related, failure, onChanged }: RelatedContractorsProps) {
  const text = useAppText().related
  const [isAdding, setIsAdding] = useState(false)
  if (related.length === 0 && !failure && !contractor.may.change) return null
  return (
    <Fact word={text.title}>
      {related.length > 0 && (
        <ul aria-label={text.title}>
          {related.map(one => (
            <Related key={one.id} contractorId={contractor.id} one={one} onChanged={onChanged} />
          ))}
        </ul>
      )}
      {failure && <FailureNotice failure={failure} onRetry={onChanged} />}
      {contractor.may.change && (
        <Button look="quiet" class="fact-act" icon={Plus} onClick={() => setIsAdding(true)}>
          {text.add}
        </Button>
      )}
      {isAdding && (
        <RelateDialog
          contractor={contractor}
          onClose={() => setIsAdding(false)}
          onRelated={() => {
            setIsAdding(false)
            onChanged()
          }}
        />
      )}
    </Fact>
  )
}

interface RelatedProps {
  contractorId: string
  one: RelatedContractor
  onChanged: () => void
}

function Related({ contractorId, one, onChanged }: RelatedProps) {
  const text = useAppText().related
  const { host } = useSurroundings()
  const words = useText()
  const toast = useToast()
  const params = { contractorId, relatedId: one.id }
  const deed = useDeed(async () => {
    await call(host, unrelateContractor, { params })
    const relateAgain = () => call(host, relateContractor, { params, body: { kind: one.kind } })
    const tellFailure = (error: unknown) => toast({ message: words.failure[failureOf(error)] })
    const undo = () => relateAgain().catch(tellFailure).then(onChanged)
    toast({ message: text.removed(one.name), onUndo: () => void undo() })
    onChanged()
  })
  return (
    <li class="related">
      <span>
        <a href={contractorLink(one.id)}>{one.name}</a>
        <span class="faint">, {text.kinds[one.kind]}</span>
      </span>
      {one.mayChange && (
        <Button
          look="bare"
          icon={X}
          busy={deed.isBusy}
          title={text.remove(one.name)}
          aria-label={text.remove(one.name)}
          onClick={deed.run}
        />
      )}
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </li>
  )
}
