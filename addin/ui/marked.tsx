import type { Span } from '../../shared/search.ts'

type MarkedProps = {
  text: string
  spans: Span[]
}

/** A text in which the words that were looked for are marked. Only ever text: what stands in a mail is nobody's HTML. */
export function Marked({ text, spans }: MarkedProps) {
  const ends = [0, ...spans.map(({ end }) => end)]
  return (
    <>
      {spans.map(({ start, end }, index) => (
        <>
          {text.slice(ends[index], start)}
          <mark key={start}>{text.slice(start, end)}</mark>
        </>
      ))}
      {text.slice(ends.at(-1))}
    </>
  )
}
