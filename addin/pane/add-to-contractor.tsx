import { useState } from 'preact/hooks'
import { addAddress } from '../../shared/contractor.ts'
import type { Match, Unknown } from '../../shared/lookup.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { useToast } from '../ui/toast.tsx'
import type { Choice } from './choice.ts'
import { ContractorSearch } from './contractor-search.tsx'
import { useHost } from './host-context.ts'

type AddToContractorProps = {
  person: Unknown
  /** Offered first: those of the same mail. */
  contractors: Match[]
  onCancel: () => void
  onAdded: (contractor: Choice, addresses: string[]) => void
}

/** Adds an unknown person's address to a contractor that exists. */
export function AddToContractor({ person, contractors, onCancel, onAdded }: AddToContractorProps) {
  const host = useHost()
  const text = useText()
  const toast = useToast()
  const [failure, setFailure] = useState<FailureCode | null>(null)

  async function add({ id, name }: Choice) {
    setFailure(null)
    try {
      await call(host, addAddress, {
        params: { contractorId: id },
        body: {
          address: person.address,
          earlierMail: 'ask',
          ...(person.name.trim() && { personName: person.name.trim().slice(0, 200) }),
        },
      })
      toast({ message: text.unknown.added(person.address, name) })
      onAdded({ id, name }, [person.address])
    } catch (error) {
      setFailure(failureOf(error))
    }
  }

  return (
    <div class="stack">
      <ContractorSearch
        label={text.unknown.add}
        takesFocus
        offered={contractors}
        onPick={contractor => void add(contractor)}
        onCancel={onCancel}
      />
      {failure && <Notice>{text.failure[failure]}</Notice>}
    </div>
  )
}
