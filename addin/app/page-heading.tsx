import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { currentVisit, isFirstVisit } from './visit.ts'

interface PageHeadingProps {
  /** What the browser's tab and history say. */
  title: string
  children?: ComponentChildren
}

let announced = ''

/** The heading of a page. Arriving at another page moves the focus here, so that a screen reader begins with it. */
export function PageHeading({ title, children }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    document.title = `${title} – Lupa`
  }, [title])

  useEffect(() => {
    const { key } = currentVisit()
    if (key === announced) return
    announced = key
    if (!isFirstVisit()) heading.current?.focus({ preventScroll: true })
  }, [])

  return (
    <h1 ref={heading} tabIndex={-1} class="page-heading">
      {children ?? title}
    </h1>
  )
}
