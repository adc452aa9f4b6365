import type { ComponentType } from 'preact'
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { Button } from './button.tsx'
import { useText } from './language.ts'
import { Notice } from './notice.tsx'

const fetches = new Set<() => Promise<unknown>>()

/** A part that may not be there yet. */
export type LaterPart<Props> = ComponentType<Props> & Fetching

interface Fetching {
  isThere: () => boolean
  fetchPart: () => Promise<unknown>
}

/**
 * A part that is not needed for what is painted first, so it travels by itself: when it is wanted, or before that by
 * `fetchParts`. Where everything is one file (beside a mail in Thunderbird) it is there already.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): LaterPart<Props> {
  let part: ComponentType<Props> | null = null
  const fetchPart = async () => {
    part ??= await load()
    return part
  }
  fetches.add(fetchPart)

  function Later(props: Props) {
    const [state, setState] = useState<'waiting' | 'there' | 'failed'>(part ? 'there' : 'waiting')
    useEffect(() => {
      if (state !== 'waiting') return
      let current = true
      fetchPart().then(
        () => current && setState('there'),
        () => current && setState('failed'),
      )
      return () => {
        current = false
      }
    }, [state])

    if (state === 'failed') return <NotThere onTryAgain={() => setState('waiting')} />
    const Part = part
    return Part && <Part {...props} />
  }
  return Object.assign(Later, { fetchPart, isThere: () => part !== null })
}

/** Whether these parts are there, so that none of them comes after what stands below it. One that failed says so in its place. */
export function useParts(parts: Fetching[]): boolean {
  const [areThere, setAreThere] = useState(() => parts.every(part => part.isThere()))
  // Before the next frame, for what is one file is there at once.
  useLayoutEffect(() => {
    let current = true
    void Promise.allSettled(parts.map(part => part.fetchPart())).then(() => current && setAreThere(true))
    return () => {
      current = false
    }
  }, [parts])
  return areThere
}

/** Fetches all parts while nobody waits, so that a press of a button opens at once. One that fails is fetched again when it is wanted. */
export async function fetchParts(): Promise<void> {
  await Promise.allSettled([...fetches].map(fetchPart => fetchPart()))
}

function NotThere({ onTryAgain }: { onTryAgain: () => void }) {
  const text = useText()
  return (
    <Notice>
      <p>{text.failure.offline}</p>
      <Button onClick={onTryAgain}>{text.tryAgain}</Button>
    </Notice>
  )
}
