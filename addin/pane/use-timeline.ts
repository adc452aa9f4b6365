import { useEffect, useRef, useState } from 'preact/hooks'
import { readTimeline, type Timeline } from '../../shared/item.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'
import { type KindGroup, useKindsOf } from '../ui/kind-icon.tsx'
import { appendPage, mergeTimeline } from './merge-timeline.ts'

/** Which kinds are shown. */
export type Filter = 'all' | KindGroup

/** What is looked for in a timeline: kinds, and words in any form; none of both is everything. */
export interface Wanted {
  filter: Filter
  words: string
}

const PAGE = 50
const EVERYTHING: Wanted = { filter: 'all', words: '' }

/** The rows of one contractor's timeline on screen. */
export interface TimelineState {
  rows: Timeline
  wanted: Wanted
  /** `filtering` while the rows are still those of what was wanted before. */
  state: 'idle' | 'filtering' | 'paging'
  failure: FailureCode | null
  show: (wanted: Wanted) => void
  older: () => void
}

/** Follows a timeline whose newest page `fresh` is kept current by the lookup. */
export function useTimeline(host: MailHost, contractorId: string, fresh: Timeline): TimelineState {
  const [rows, setRows] = useState(fresh)
  const [wanted, setWanted] = useState(EVERYTHING)
  const [state, setState] = useState<TimelineState['state']>('idle')
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const question = useRef(0)
  const kindsOf = useKindsOf()

  async function read({ filter, words }: Wanted, cursor: string | null, use: (page: Timeline) => void) {
    question.current += 1
    const mine = question.current
    setFailure(null)
    try {
      const page = await call(host, readTimeline, {
        params: { contractorId },
        querystring: {
          limit: PAGE,
          ...(filter !== 'all' && { kind: kindsOf(filter) }),
          ...(words && { q: words }),
          ...(cursor && { cursor }),
        },
      })
      if (mine === question.current) use(page)
    } catch (error) {
      if (mine === question.current) setFailure(failureOf(error))
    } finally {
      if (mine === question.current) setState('idle')
    }
  }

  useEffect(() => {
    if (isEverything(wanted)) setRows(shown => mergeTimeline(fresh, shown))
    else if (state === 'idle') void read(wanted, null, page => setRows(shown => mergeTimeline(page, shown)))
  }, [fresh])

  return {
    rows,
    wanted,
    state,
    failure,
    show(next) {
      setWanted(next)
      setState('filtering')
      void read(next, null, setRows)
    },
    older() {
      if (state !== 'idle' || !rows.next) return
      setState('paging')
      void read(wanted, rows.next, page => setRows(shown => appendPage(shown, page)))
    },
  }
}

/** Whether that is the timeline as it comes with the lookup. */
export function isEverything({ filter, words }: Wanted): boolean {
  return filter === 'all' && words === ''
}
