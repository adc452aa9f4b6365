const SECOND_MS = 1000

/** How far a long piece of work is: count, rate and time left, on one line that is rewritten. */
export interface Progress {
  add(bytes: number): void
  end(): void
}

/** Shows progress on a terminal each second; on anything else it stays quiet. */
export function showProgress(totalBytes: number, output: NodeJS.WriteStream, clock: () => number = Date.now): Progress {
  const start = clock()
  let count = 0
  let done = 0
  let shown = start
  const show = () => {
    if (output.isTTY) output.write(`\r\u001b[K${progressLine({ count, done, totalBytes, elapsedMs: clock() - start })}`)
  }
  return {
    add(bytes) {
      count += 1
      done += bytes
      if (clock() - shown < SECOND_MS) return
      shown = clock()
      show()
    },
    end() {
      show()
      if (output.isTTY) output.write('\n')
    },
  }
}

/** One line of progress; the time left is judged by bytes, because messages differ by a factor of a thousand. */
export function progressLine(state: { count: number; done: number; totalBytes: number; elapsedMs: number }): string {
  const seconds = state.elapsedMs / SECOND_MS
  const share = state.totalBytes > 0 ? Math.min(1, state.done / state.totalBytes) : 0
  const rate = seconds > 0 ? Math.round(state.count / seconds) : 0
  const left = share > 0 ? Math.ceil((seconds / share) * (1 - share)) : 0
  const minutes = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
  return `${Math.floor(share * 100)} %, ${state.count} messages, ${rate}/s, ${minutes} left`
}
