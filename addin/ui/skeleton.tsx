import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useText } from './language.ts'

const LATE_MS = 100

type LateProps = { children: ComponentChildren }

/** Shows its children only when the wait has become noticeable, so that quick answers do not flicker. */
export function Late({ children }: LateProps) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LATE_MS)
    return () => clearTimeout(timer)
  }, [])
  return late ? children : null
}

type SkeletonProps = { width?: string; height?: string }

/** The place of something that is on its way. */
export function Skeleton({ width = '100%', height = '14px' }: SkeletonProps) {
  return <span class="skeleton" style={{ inlineSize: width, blockSize: height }} />
}

type SkeletonRowsProps = { rows: number }

/** Timeline rows that are on their way. */
export function SkeletonRows({ rows }: SkeletonRowsProps) {
  const text = useText()
  return (
    <div role="status">
      <span class="unseen">{text.loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} class="timeline-row">
          <Skeleton width="26px" height="26px" />
          <div>
            <div style={{ paddingBlock: '3px' }}>
              <Skeleton width={`${60 + ((row * 17) % 30)}%`} />
            </div>
            <div style={{ paddingBlock: '3px' }}>
              <Skeleton width={`${40 + ((row * 23) % 40)}%`} height="12px" />
            </div>
          </div>
        </div>
      ))}
    </div>
  )
}
