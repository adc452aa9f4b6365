import { useEffect, useRef, useState } from 'preact/hooks'
import { readTimeline, type Timeline } from '../../shared/item.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'
import { type KindGroup, useKindsOf } from '../ui/kind-icon.tsx'
import { appendPage, mergeTimeline } from './merge-timeline.ts'

/** Which kinds are shown. */
export type Filter = 'all' | KindGroup

const PAGE = 50

/** The rows of one contractor's timeline on screen. */
export interface TimelineState {
  rows: Timeline
  filter: Filter
  /** `filtering` while the rows are still those of the filter before. */
  state: 'idle' | 'filtering' | 'paging'
  failure: FailureCode | null
  show: (filter: Filter) => void
  older: () => void
}

/** Follows a timeline whose newest page `fresh` is kept current by the lookup. */
export function useTimeline(host: MailHost, contractorId: string, fresh: Timeline): TimelineState {
  const [rows, setRows] = useState(fresh)
  const [filter, setFilter] = useState<Filter>('all')
  const [state, setState] = useState<TimelineState['state']>('idle')
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const question = useRef(0)
  const kindsOf = useKindsOf()

  async function read(now: Filter, cursor: string | null, use: (page: Timeline) => void) {
    question.current += 1
    const mine = question.current
    setFailure(null)
    try {
      const page = await call(host, readTimeline, {
        params: { contractorId },
        querystring: { limit: PAGE, ...(now !== 'all' && { kind: kindsOf(now) }), ...(cursor && { cursor }) },
      })
      if (mine === question.current) use(page)
    } catch (error) {
      if (mine === question.current) setFailure(failureOf(error))
    } finally {
      if (mine === question.current) setState('idle')
    }
  }

  useEffect(() => {
    if (filter === 'all') setRows(shown => mergeTimeline(fresh, shown))
    else if (state === 'idle') void read(filter, null, page => setRows(shown => mergeTimeline(page, shown)))
  }, [fresh])

  return {
    rows,
    filter,
    state,
    failure,
    show(next) {
      setFilter(next)
      setState('filtering')
      void read(next, null, setRows)
    },
    older() {
      if (state !== 'idle' || !rows.next) return
      setState('paging')
      void read(filter, rows.next, page => setRows(shown => appendPage(shown, page)))
    },
  }
}
