/** Something that Outlook did not do, with its number: 5001 internal, 9030 another mail is open, 9038 not permitted. */
export class OfficeFailure extends Error {
  readonly code: number

  constructor(code: number, message: string) {
    super(message)
    this.name = 'OfficeFailure'
    this.code = code
  }
}

const PATIENCE_MS = 70_000
const PAUSES_MS = [150, 600]

/** Outlook's own trouble, which often is over at the next try. */
const INTERNAL = 5001

/** For what the pane can do without: whoever opens it waits for that. */
export const BRIEFLY_MS = 5_000

/** Turns a callback of Outlook's into a promise. Some members also throw at once, and some never answer. */
export function settled<Value>(
  start: (done: OfficeDone<Value>) => void,
  patienceMs: number = PATIENCE_MS,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new OfficeFailure(0, 'no answer')), patienceMs)
    const fail = (code: number, message: string) => {
      clearTimeout(timer)
      reject(new OfficeFailure(code, message))
    }
    try {
      start(result => {
        if (result.status !== 'succeeded') return fail(result.error?.code ?? 0, result.error?.message ?? 'failed')
        clearTimeout(timer)
        resolve(result.value)
      })
    } catch (error) {
      fail(0, String(error))
    }
  })
}

/** The same, again when Outlook failed for reasons of its own. */
export async function patiently<Value>(start: (done: OfficeDone<Value>) => void): Promise<Value> {
  for (const pause of PAUSES_MS) {
    try {
      return await settled(start)
    } catch (error) {
      if (!(error instanceof OfficeFailure) || error.code !== INTERNAL) throw error
      await new Promise(resolve => setTimeout(resolve, pause))
    }
  }
  return settled(start)
}
