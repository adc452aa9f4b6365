import { useEffect, useRef, useState } from 'preact/hooks'
import { readTimeline, type Timeline } from '../../shared/item.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { isNarrowed, type Narrowing, noFilter, questionOf } from '../app/list-filter.ts'
import type { MailHost } from '../host/mail-host.ts'
import { type KindGroup, useKindsOf } from '../ui/kind-icon.tsx'
import { appendPage, mergeTimeline } from './merge-timeline.ts'

/** Which kinds are shown. */
export type Filter = 'all' | KindGroup

/** What is looked for in a timeline: a group of kinds, words in any form, and what else narrows a list on the pages too. */
export interface Wanted extends Narrowing {
  filter: Filter
  q: string
}

const PAGE = 50
const EVERYTHING: Wanted = { filter: 'all', q: '', caseId: '', personId: '', from: '', to: '', withAttachment: false }

/** The rows of one contractor's timeline on screen. */
export interface TimelineState {
  rows: Timeline
  wanted: Wanted
  /** `filtering` while the rows are still those of what was wanted before, `failed` when they had to stay so. */
  state: 'idle' | 'filtering' | 'paging' | 'failed'
  failure: FailureCode | null
  /** Shows something else, or tries the same again. */
  show: (wanted: Wanted) => void
  older: () => void
}

interface Reading {
  /** Where the page before ended; the newest page when not given. */
  cursor?: string
  use: (page: Timeline) => void
  /** What a failure leaves behind. */
  orElse?: 'idle' | 'failed'
}

/** Follows a timeline whose newest page `fresh` is kept current by the lookup. */
export function useTimeline(host: MailHost, contractorId: string, fresh: Timeline): TimelineState {
  const [rows, setRows] = useState(fresh)
  const [wanted, setWanted] = useState(EVERYTHING)
  const [state, setState] = useState<TimelineState['state']>('idle')
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const question = useRef(0)
  const kindsOf = useKindsOf()

  async function read(asked: Wanted, { cursor, use, orElse = 'idle' }: Reading) {
    question.current += 1
    const mine = question.current
    setFailure(null)
    try {
      const page = await call(host, readTimeline, {
        params: { contractorId },
        querystring: {
          limit: PAGE,
          ...questionOf({ ...noFilter, ...asked }, asked.filter === 'all' ? null : kindsOf(asked.filter), null),
          ...(cursor && { cursor }),
        },
      })
      if (mine !== question.current) return
      use(page)
      setState('idle')
    } catch (error) {
      if (mine !== question.current) return
      setFailure(failureOf(error))
      setState(orElse)
    }
  }

  function show(next: Wanted) {
    setWanted(next)
    setState('filtering')
    void read(next, { use: setRows, orElse: 'failed' })
  }

  useEffect(() => {
    if (state === 'failed') show(wanted)
    else if (isEverything(wanted)) setRows(shown => mergeTimeline(fresh, shown))
    else if (state === 'idle') void read(wanted, { use: page => setRows(shown => mergeTimeline(page, shown)) })
  }, [fresh])

  return {
    rows,
    wanted,
    state,
    failure,
    show,
    older() {
      if (state !== 'idle' || !rows.next) return
      setState('paging')
      void read(wanted, { cursor: rows.next, use: page => setRows(shown => appendPage(shown, page)) })
    },
  }
}

/** Whether that is the timeline as it comes with the lookup. */
function isEverything(wanted: Wanted): boolean {
  return wanted.filter === 'all' && !isNarrowed({ ...noFilter, ...wanted })
}
