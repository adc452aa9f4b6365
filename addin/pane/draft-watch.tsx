import { useEffect, useRef } from 'preact/hooks'
import { findConfidential } from '../../shared/document.ts'
import type { Match } from '../../shared/lookup.ts'
import { call } from '../api/call.ts'
import type { Draft } from '../host/mail-host.ts'
import { useHost } from './host-context.ts'
import { mixedAmong, type WhoseRecipient } from './mixed-recipients.ts'
import { othersAmong } from './use-draft-case.ts'

type DraftWatchProps = {
  draft: Draft
  /** Recipients who are colleagues. */
  ours: string[]
  /** Whose the recipients are. */
  contractors: Match[]
}

/**
 * Tells the guard at sending what it may not be able to ask itself, while the pane stands beside the draft: which of the attached files
 * are confidential, however they came there, which recipients are colleagues, and whether they are of several contractors.
 */
export function DraftWatch({ draft, ours, contractors }: DraftWatchProps) {
  const host = useHost()
  const owners = othersAmong(contractors, undefined)
  const told = useRef(new Set<string>())
  const known = useRef(new Map<string, WhoseRecipient>())
  const before = useRef(Promise.resolve())

  const once = async (key: string, act: () => Promise<unknown>) => {
    if (told.current.has(key)) return
    told.current.add(key)
    // What failed is tried again when something of the draft changes.
    await act().catch(() => told.current.delete(key))
  }

  useEffect(() => {
    // One after the other, also with what the change before began: two at once would overwrite what the other keeps, and
    // some Outlooks answer several questions at once with another one's answer.
    before.current = before.current.then(async () => {
      // A chosen case takes their room; once it is let go they are told anew.
      if (draft.meant) for (const key of told.current) if (key.startsWith('owner ')) told.current.delete(key)
      for (const address of ours) await once(address, async () => host.draft?.keep?.('ours', address))
      for (const one of await mixed()) await once(`owner ${one}`, async () => host.draft?.keep?.('owners', one))
      for (const { id, name } of draft.attached ?? [])
        await once(`file ${id}`, async () => {
          const hash = await host.draft?.hashOf?.(id)
          if (hash && (await isConfidential(hash))) await host.draft?.keep?.('confidential', name)
        })
    })
  }, [JSON.stringify([ours, owners, draft.meant === null, draft.attached])])

  /** Whoever chose a case is warned by that; where all are of one contractor, or nobody answers, there is nothing to keep. */
  async function mixed(): Promise<string[]> {
    if (draft.meant || new Set(Object.values(owners)).size < 2) return []
    return mixedAmong(host, draft, { ours, known: known.current }).catch(() => [])
  }

  async function isConfidential(hash: string) {
    const { items } = await call(host, findConfidential, { body: { hashes: [hash] } })
    return items.length > 0
  }

  return null
}
