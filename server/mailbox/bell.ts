/** Something to wait for: rung from several sides, heard by one. A ring while nobody listens is heard next time. */
export interface Bell {
  ring(): void
  /** Waits for a ring, at most so long; answers whether it rang. */
  heard(atMostMs: number): Promise<boolean>
  /** Every ring goes to another bell instead, until the returned function is called. */
  passTo(other: Bell): () => void
}

/** A bell that has not rung. */
export function hangBell(): Bell {
  let rung = false
  let listener: (() => void) | null = null
  let passedTo: Bell | null = null
  return {
    ring() {
      if (passedTo) return passedTo.ring()
      rung = true
      listener?.()
    },
    heard: atMostMs =>
      new Promise(resolve => {
        const timer = setTimeout(() => end(false), atMostMs)
        const end = (hasRung: boolean) => {
          clearTimeout(timer)
          listener = null
          rung = false
          resolve(hasRung)
        }
        listener = () => end(true)
        if (rung) listener()
      }),
    passTo(other) {
      passedTo = other
      return () => {
        passedTo = null
      }
    },
  }
}
