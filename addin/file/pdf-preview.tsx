import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from 'lucide'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useAppText } from '../app/surroundings.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { openPdf, type Pdf, type PdfTrouble, troubleOf } from './open-pdf.ts'
import './pdf.css'

interface PdfPreviewProps {
  bytes: Uint8Array<ArrayBuffer>
  name: string
}

/** A PDF, page by page; nothing in it is run. Brought by itself, since its reader is as large as all pages together. */
export function PdfPreview({ bytes, name }: PdfPreviewProps) {
  const text = useAppText().pdf
  const [pdf, setPdf] = useState<Pdf>()
  const [trouble, setTrouble] = useState<PdfTrouble>()

  useEffect(() => {
    let isCurrent = true
    const opening = openPdf(bytes)
    opening.pdf.then(
      opened => isCurrent && setPdf(opened),
      (error: unknown) => isCurrent && setTrouble(troubleOf(error)),
    )
    return () => {
      isCurrent = false
      opening.close()
    }
  }, [bytes])

  if (trouble) return <Notice look="calm">{text.trouble[trouble]}</Notice>
  if (!pdf) return <Skeleton height="480px" />
  return <Pages pdf={pdf} name={name} onTrouble={error => setTrouble(troubleOf(error))} />
}

/** Beside the width of the place; 1 fits it. */
const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4]
const FITS = zooms.indexOf(1)

interface PagesProps {
  pdf: Pdf
  name: string
  onTrouble: (error: unknown) => void
}

function Pages({ pdf, name, onTrouble }: PagesProps) {
  const text = useAppText().pdf
  const [number, setNumber] = useState(1)
  const [step, setStep] = useState(FITS)
  const place = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const width = useWidth(place)
  const go = (to: number) => {
    setNumber(Math.min(pdf.pages, Math.max(1, to)))
    place.current?.scrollTo({ top: 0 })
  }
  const zoom = (to: number) => setStep(Math.min(zooms.length - 1, Math.max(0, to)))

  useEffect(() => {
    if (!sheet.current || width === 0) return
    const drawing = pdf.draw(number, sheet.current, width * (zooms[step] ?? 1))
    drawing.over.catch(onTrouble)
    return drawing.stop
  }, [pdf, number, step, width])

  function handleKey(event: KeyboardEvent) {
    const acts: Record<string, () => void> = {
      PageDown: () => go(number + 1),
      PageUp: () => go(number - 1),
      Home: () => go(1),
      End: () => go(pdf.pages),
      '+': () => zoom(step + 1),
      '-': () => zoom(step - 1),
      '0': () => zoom(FITS),
    }
    const act = acts[event.key]
    if (!act || event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that act on what is in it, as each button does
    <div class="pdf" onKeyDown={handleKey}>
      <div class="pdf-bar" role="toolbar" aria-label={text.bar}>
        <Button
          look="bare"
          icon={ChevronLeft}
          aria-label={text.previous}
          disabled={number === 1}
          onClick={() => go(number - 1)}
        />
        <PageField number={number} pages={pdf.pages} onNumber={go} />
        <Button
          look="bare"
          icon={ChevronRight}
          aria-label={text.next}
          disabled={number === pdf.pages}
          onClick={() => go(number + 1)}
        />
        <span class="pdf-space" />
        <Button
          look="bare"
          icon={ZoomOut}
          aria-label={text.smaller}
          disabled={step === 0}
          onClick={() => zoom(step - 1)}
        />
        <Button look="quiet" aria-label={text.fit((zooms[step] ?? 1) * 100)} onClick={() => zoom(FITS)}>
          {text.percent((zooms[step] ?? 1) * 100)}
        </Button>
        <Button
          look="bare"
          icon={ZoomIn}
          aria-label={text.larger}
          disabled={step === zooms.length - 1}
          onClick={() => zoom(step + 1)}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard */}
      <section ref={place} class="pdf-place" aria-label={text.pageOf(name, number, pdf.pages)} tabIndex={0}>
        <div ref={sheet} class="pdf-sheet" />
      </section>
    </div>
  )
}

interface PageFieldProps {
  number: number
  pages: number
  onNumber: (number: number) => void
}

function PageField({ number, pages, onNumber }: PageFieldProps) {
  const text = useAppText().pdf
  return (
    <label class="pdf-page">
      <span>{text.page}</span>
      <input
        class="input number"
        type="number"
        min={1}
        max={pages}
        value={number}
        onChange={event => onNumber(event.currentTarget.valueAsNumber || number)}
      />
      <span class="number">{text.of(pages)}</span>
    </label>
  )
}

/** How wide a place is, kept current. */
function useWidth(place: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!place.current) return
    const watcher = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    watcher.observe(place.current)
    return () => watcher.disconnect()
  }, [])
  return width
}
