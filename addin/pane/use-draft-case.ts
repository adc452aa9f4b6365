import { useState } from 'preact/hooks'
import type { CaseFile } from '../../shared/case-file.ts'
import { readContractor } from '../../shared/contractor.ts'
import type { Match } from '../../shared/lookup.ts'
import { call } from '../api/call.ts'
import type { Draft } from '../host/mail-host.ts'
import { useHost } from './host-context.ts'

/** A case as it is chosen for a draft, and whether its reference shall stand in the subject. */
export interface ChosenCase {
  caseFile: CaseFile
  contractor: Match
  withReference: boolean
}

/** Keeps the chosen case with the draft, or lets it go. */
export function useDraftCase(draft: Draft) {
  const host = useHost()
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')

  async function act(work: () => Promise<void>) {
    if (state === 'busy') return
    setState('busy')
    await work().then(
      () => setState('idle'),
      () => setState('failed'),
    )
  }

  const choose = ({ caseFile: { id, reference }, contractor, withReference }: ChosenCase) =>
    act(async () => {
      const { addresses, people } = await call(host, readContractor, { params: { contractorId: contractor.id } })
      const parties = [...new Set([...addresses, ...people.flatMap(person => person.addresses)])]
      const meant = { caseId: id, reference, contractorId: contractor.id, contractorName: contractor.name, parties }
      await host.draft?.mean(meant)
      if (withReference && !draft.subject.includes(reference))
        await host.draft?.setSubject(`${draft.subject} [${reference}]`.trim())
    })

  /** The reference leaves the subject with the case, or the mail would still be filed there. */
  const clear = () =>
    act(async () => {
      const mark = ` [${draft.meant?.reference}]`
      await host.draft?.mean(null)
      if (draft.subject.endsWith(mark)) await host.draft?.setSubject(draft.subject.slice(0, -mark.length))
    })

  return { choose, clear, busy: state === 'busy', failed: state === 'failed' }
}
