/** An act that is done once at a time. */
export interface OneAtATime {
  /** Does it; who asks while it is being done has it done once more, for that may have come too late for what he wants done. */
  run(): Promise<void>
  /** What is being done now, or null. */
  current(): Promise<void> | null
}

/** Has `act` done once at a time, whoever asks for it. */
export function oneAtATime(act: () => Promise<void>): OneAtATime {
  let current: Promise<void> | null = null
  let next: Promise<void> | null = null

  function run(): Promise<void> {
    if (current !== null) {
      next ??= current
        .catch(() => undefined)
        .then(() => {
          next = null
          return run()
        })
      return next
    }
    current = act().finally(() => {
      current = null
    })
    return current
  }

  return { run, current: () => current }
}
