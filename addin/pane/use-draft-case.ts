import { useState } from 'preact/hooks'
import { domainOf } from '../../shared/address.ts'
import type { CaseFile } from '../../shared/case-file.ts'
import { readContractor } from '../../shared/contractor.ts'
import type { Match } from '../../shared/lookup.ts'
import { call } from '../api/call.ts'
import type { Draft } from '../host/mail-host.ts'
import { draftNow } from './draft-now.ts'
import { useHost } from './host-context.ts'

/** A case as it is chosen for a draft, and whether its reference shall stand in the subject. */
export interface ChosenCase {
  caseFile: CaseFile
  contractor: Match
  withReference: boolean
  /** Recipients who belong to other contractors. */
  others: Record<string, string>
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

  const choose = ({ caseFile: { id, reference }, contractor, withReference, others }: ChosenCase) =>
    act(async () => {
      const { addresses, people } = await call(host, readContractor, { params: { contractorId: contractor.id } })
      const parties = [...new Set([...addresses, ...people.flatMap(person => person.addresses)])]
      const meant = {
        caseId: id,
        reference,
        contractorId: contractor.id,
        contractorName: contractor.name,
        parties,
        others,
      }
      const { subject } = await draftNow(host, draft)
      await host.draft?.mean(meant)
      if (withReference && !subject.includes(reference))
        await host.draft?.setSubject(`${subject} [${reference}]`.trim())
    })

  /** The reference leaves the subject with the case, or the mail would still be filed there. */
  const clear = () =>
    act(async () => {
      const mark = ` [${draft.meant?.reference}]`
      const { subject } = await draftNow(host, draft)
      await host.draft?.mean(null)
      if (subject.endsWith(mark)) await host.draft?.setSubject(subject.slice(0, -mark.length))
    })

  /** The guard is told of recipients who came since. It may have nobody to ask, so the pane does while it stands beside the draft. */
  const keepOthers = (others: Record<string, string>) => {
    const { meant } = draft
    if (!meant || isKnown(meant.others, others)) return Promise.resolve()
    return Promise.resolve(host.draft?.mean({ ...meant, others: { ...meant.others, ...others } })).catch(
      () => undefined,
    )
  }

  return { choose, clear, keepOthers, busy: state === 'busy', failed: state === 'failed' }
}

/** Addresses and domains of recipients who belong to other contractors than the one meant, with those contractors' names. */
export function othersAmong(contractors: Match[], contractorId: string | undefined): Record<string, string> {
  const others = contractors.filter(({ id, via }) => id !== contractorId && (via === 'address' || via === 'domain'))
  return Object.fromEntries(
    others.map(({ address, via, name }) => [via === 'domain' ? `@${domainOf(address)}` : address, name]),
  )
}

function isKnown(known: Record<string, string> = {}, others: Record<string, string>): boolean {
  return Object.keys(others).every(address => address in known)
}
