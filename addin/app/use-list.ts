import { useEffect, useReducer, useRef } from 'preact/hooks'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { keepAnswer, keptAnswer } from './kept-answers.ts'
import { type Growing, growing, type ListPage, shownAs } from './list-growth.ts'
import { currentVisit } from './visit.ts'

const FIRST_PAGE = 50
const LONGEST_PAGE = 200

/** Which rows are wanted: those after a cursor, or as many as were shown before. */
export interface ListQuestion {
  cursor?: string
  limit?: number
}

/** What becomes of a list that is too long to be renewed: it stays, or begins anew. */
type Renewal = 'renew' | 'renewOrAsk'

/** A list that grows on demand. While another filter is asked for, the former rows stay, marked as stale. */
export interface List<Row> {
  state: 'waiting' | 'ready' | 'failed'
  rows: Row[]
  isStale: boolean
  failure: FailureCode | undefined
  hasMore: boolean
  isAdding: boolean
  more: () => void
  ask: () => void
  /** Asks again for what is on screen; a list longer than can be asked for at once stays. */
  renew: () => void
  /** The same, but such a list begins anew. */
  renewOrAsk: () => void
}

/**
 * Asks for a list whenever `name`, which stands for the list and its filters, changes; grows it by `more`.
 * On a return by the back button the rows of then show at once and are then renewed, as many as they were.
 */
export function useList<Row extends { id: string }>(
  name: string,
  question: (wanted: ListQuestion) => Promise<ListPage<Row>>,
): List<Row> {
  const [list, tell] = useReducer(growing<Row>, name, startOf<Row>)
  const asked = useRef(0)
  // A renewal that waits for a page on its way, and whether a list too long for it begins anew.
  const owed = useRef<Renewal | null>(null)
  const renewing = useRef<Renewal>('renew')

  async function ask(wanted: ListQuestion, before: Row[], how: Renewal = 'renew') {
    asked.current += 1
    renewing.current = how
    const own = asked.current
    const visit = currentVisit().key
    tell({ is: 'asked', isAdding: wanted.cursor !== undefined })
    try {
      const page = await question(wanted)
      if (own !== asked.current) return
      const shown = shownAs(name, before, page)
      keepAnswer(visit, name, shown)
      tell({ is: 'answered', shown })
      payOff(shown)
    } catch (error) {
      if (own === asked.current) tell({ is: 'failed', failure: failureOf(error) })
    }
  }

  function payOff(shown: ListPage<Row> | null) {
    const renewal = owed.current
    owed.current = null
    if (fits(shown)) renewal && void ask(asMany(shown), [], renewal)
    else if (renewal === 'renewOrAsk') void ask({}, [])
  }

  function renew(how: Renewal) {
    if (owed.current !== 'renewOrAsk') owed.current = how
    // What happens while the first answer is on its way may be missing in it: then it is asked for once more.
    const isFirst = list.doing === 'asking' && !list.shown
    if (list.doing !== 'adding' && !isFirst) payOff(list.shown)
  }

  function more() {
    if (!list.shown?.next || list.doing === 'adding') return
    // What is being renewed is renewed after the page that the reader waits for.
    if (list.doing === 'asking') owed.current = renewing.current
    void ask({ cursor: list.shown.next }, list.shown.items)
  }

  useEffect(() => {
    const kept = list.shown?.name === name ? list.shown : startOf<Row>(name).shown
    if (kept) tell({ is: 'answered', shown: kept })
    // More rows than one page can renew stay as they were.
    if (!kept || kept.items.length <= LONGEST_PAGE) void ask(kept ? asMany(kept) : {}, [])
    return () => {
      asked.current += 1
      owed.current = null
    }
  }, [name])

  return present(list, name, {
    more,
    ask: () => void ask({}, []),
    renew: () => renew('renew'),
    renewOrAsk: () => renew('renewOrAsk'),
  })
}

function present<Row>(
  { shown, doing, failure }: Growing<Row>,
  name: string,
  verbs: Pick<List<Row>, 'more' | 'ask' | 'renew' | 'renewOrAsk'>,
): List<Row> {
  const isStale = shown?.name !== name
  return {
    state: shown && !(isStale && failure) ? 'ready' : failure ? 'failed' : 'waiting',
    rows: shown?.items ?? [],
    isStale,
    failure,
    hasMore: !isStale && shown.next !== null,
    isAdding: doing === 'adding',
    ...verbs,
  }
}

function fits<Row>(shown: ListPage<Row> | null): shown is ListPage<Row> {
  return shown !== null && shown.items.length <= LONGEST_PAGE
}

function asMany({ items }: ListPage<unknown>): ListQuestion {
  return items.length > FIRST_PAGE ? { limit: items.length } : {}
}

function startOf<Row>(name: string): Growing<Row> {
  return { shown: keptAnswer(name) ?? null, doing: 'asking', failure: undefined }
}
