import { useEffect, useState } from 'preact/hooks'

interface QrCodeProps {
  /** What it says to whoever scans it. */
  words: string
  label: string
}

/** A QR code, drawn here: what it says goes to nobody. The drawing travels only when one is wanted. */
export function QrCode({ words, label }: QrCodeProps) {
  const [drawing, setDrawing] = useState<{ size: number; path: string }>()

  useEffect(() => {
    let isCurrent = true
    void import('uqr').then(({ encode }) => {
      if (!isCurrent) return
      const { size, data } = encode(words, { ecc: 'M', border: 3 })
      const dots = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
      setDrawing({ size, path: dots.join('') })
    })
    return () => {
      isCurrent = false
    }
  }, [words])

  // Black on white in every look: scanners do not read it the other way round.
  return (
    <svg class="qr-code" viewBox={`0 0 ${drawing?.size ?? 1} ${drawing?.size ?? 1}`} role="img" aria-label={label}>
      <path d={drawing?.path ?? ''} />
    </svg>
  )
}
