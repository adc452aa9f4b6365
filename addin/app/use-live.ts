import { useEffect, useRef } from 'preact/hooks'
import type { LiveEvent } from '../../shared/event.ts'
import { onLive } from '../api/live.ts'
import { useSurroundings } from './surroundings.ts'
import type { List } from './use-list.ts'

/** Several things that happen at once are one reason to ask. */
const GATHER_MS = 300

/** Calls `act` after something happened that is wanted here, or whenever the reader's rights may have changed. */
export function useLive(wants: (event: LiveEvent) => boolean, act: (isLoss: boolean) => void) {
  const { host } = useSurroundings()
  const latest = useRef({ wants, act })
  latest.current = { wants, act }

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isLoss = false
    const stop = onLive(host, events => {
      const reasons = events.filter(event => concernsAll(event) || latest.current.wants(event))
      if (reasons.length === 0) return
      isLoss ||= reasons.some(({ type }) => type === 'gone' || type === 'access')
      timer ??= setTimeout(() => {
        timer = undefined
        latest.current.act(isLoss)
        isLoss = false
      }, GATHER_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [host])
}

/** Keeps a list current while it is on screen. */
export function useLiveList<Row>(list: List<Row>, wants: (event: LiveEvent) => boolean) {
  // What somebody may no longer see leaves his screen, however far he has read on.
  useLive(wants, isLoss => (isLoss ? list.renewOrAsk() : list.renew()))
}

function concernsAll({ type }: LiveEvent): boolean {
  return type === 'access' || type === 'resync'
}
