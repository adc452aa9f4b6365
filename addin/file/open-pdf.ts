import {
  AnnotationMode,
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  TextLayer,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

// From our own server, as the page's policy has it.
GlobalWorkerOptions.workerSrc = worker

/** Why a PDF is not shown. */
export type PdfTrouble = 'encrypted' | 'broken'

/** An open PDF. */
export interface Pdf {
  pages: number
  /** Draws a page so wide into an element, with its words over it to be read aloud and copied. */
  draw: (number: number, into: HTMLElement, width: number) => { over: Promise<void>; stop: () => void }
}

/** A page of more dots is drawn coarser: a hostile one may claim to be as large as a town. */
const MOST_DOTS = 16_000_000

/** Opens a PDF. Nothing in it is run: scripts are another part of the library, which is not here. */
export function openPdf(bytes: Uint8Array<ArrayBuffer>): { pdf: Promise<Pdf>; close: () => void } {
  const task = getDocument({
    // Taken over by the worker, so it gets its own.
    data: bytes.slice(),
    isEvalSupported: false,
    enableXfa: false,
    // The page's policy allows no WebAssembly.
    useWasm: false,
    useSystemFonts: true,
    maxImageSize: MOST_DOTS,
    verbosity: 0,
  })
  return {
    pdf: task.promise.then(pdf => ({ pages: pdf.numPages, draw: (...page) => drawPage(pdf, ...page) })),
    close: () => void task.destroy(),
  }
}

/** What to tell of a PDF that does not open. */
export function troubleOf(error: unknown): PdfTrouble {
  return error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'broken'
}

function drawPage(pdf: PDFDocumentProxy, number: number, into: HTMLElement, width: number) {
  let isStopped = false
  const stops: (() => void)[] = []
  return { over: draw(), stop }

  function stop() {
    isStopped = true
    for (const act of stops) act()
  }

  async function draw() {
    const page = await pdf.getPage(number)
    if (isStopped) return
    const scale = width / page.getViewport({ scale: 1 }).width
    const viewport = page.getViewport({ scale })
    const dots = Math.min(devicePixelRatio, Math.sqrt(MOST_DOTS / (viewport.width * viewport.height)))
    const canvas = document.createElement('canvas')
    canvas.width = Math.floor(viewport.width * dots)
    canvas.height = Math.floor(viewport.height * dots)
    const drawing = page.render({
      canvas,
      viewport,
      annotationMode: AnnotationMode.ENABLE,
      transform: [dots, 0, 0, dots, 0, 0],
    })
    stops.push(() => drawing.cancel())
    const words = document.createElement('div')
    words.className = 'pdf-words'
    const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: words, viewport })
    stops.push(() => layer.cancel())
    try {
      await drawing.promise
      await layer.render()
    } catch (error) {
      if (isStopped) return
      throw error
    }
    if (isStopped) return
    // All at once, so that nothing flickers between two pages.
    into.style.inlineSize = `${viewport.width}px`
    into.style.blockSize = `${viewport.height}px`
    into.style.setProperty('--total-scale-factor', String(scale))
    into.replaceChildren(canvas, words)
  }
}
