import type { Swept } from '../pane/use-sweep.ts'

let kept: Swept | null = null

/** Keeps the question about earlier mail of a contractor's addresses until his page asks it. */
export function keepSweep(swept: Swept) {
  kept = swept
}

/** The question that is kept for a contractor's page; it is asked once. */
export function takeSweep(contractorId: string): Swept | null {
  if (kept?.contractorId !== contractorId) return null
  const taken = kept
  kept = null
  return taken
}
