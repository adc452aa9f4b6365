const STEP = 16

/** Lets the user move the panel's left edge with the pointer or the arrow keys. */
export function makeResizable(
  edge: HTMLElement,
  { width, onMove, onEnd }: { width: () => number; onMove: (width: number) => void; onEnd: () => void },
): void {
  edge.addEventListener('pointerdown', start => {
    if (start.button !== 0) return
    const before = width()
    const move = (event: PointerEvent) => onMove(before + start.clientX - event.clientX)
    edge.setPointerCapture(start.pointerId)
    edge.addEventListener('pointermove', move)
    edge.addEventListener(
      'lostpointercapture',
      () => {
        edge.removeEventListener('pointermove', move)
        onEnd()
      },
      { once: true },
    )
    start.preventDefault()
  })

  edge.addEventListener('keydown', event => {
    const step = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key]
    if (step === undefined) return
    event.preventDefault()
    onMove(width() + step)
    onEnd()
  })
}
