import { useEffect, useState } from 'preact/hooks'
import { currentVisit, onVisit, type Visit } from './visit.ts'

/** The visit on screen, kept current. */
export function useVisit(): Visit {
  const [visit, setVisit] = useState(currentVisit)
  useEffect(() => {
    setVisit(currentVisit())
    return onVisit(setVisit)
  }, [])
  return visit
}
