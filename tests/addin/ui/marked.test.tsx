import { render } from 'preact'
import { expect, it } from 'vitest'
import { Marked } from '../../../addin/ui/marked.tsx'

const shown = (text: string, spans: { start: number; end: number }[]) => {
  const place = document.createElement('p')
  render(<Marked text={text} spans={spans} />, place)
  return place.innerHTML
}

it('marks the stretches and keeps every letter around them', () => {
  const spans = [
    { start: 0, end: 7 },
    { start: 11, end: 16 },
  ]

  expect(shown('Fakturę za śruby.', spans)).toBe('<mark>Fakturę</mark> za <mark>śruby</mark>.')
})

it('shows what looks like HTML as text', () => {
  expect(shown('<img src=x> kot', [{ start: 0, end: 4 }])).toBe('<mark>&lt;img</mark> src=x&gt; kot')
})
