import { useRef, useState } from 'preact/hooks'
import { unfileItem } from '../../shared/item.ts'
import { fileTriage, leaveOut, recoverLeftOut, type Treated } from '../../shared/triage.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useToast } from '../ui/toast.tsx'

/** More filings than so many are not taken back one by one. */
const MOST_UNDONE = 50

/** Mail named one by one, or all of a sender or domain. */
export type Choice = { ids: string[] } | { sender: string } | { domain: string }

/** Where mail is filed. */
export interface ChosenPlace {
  contractorId: string
  caseId: string | null
}

type Answer = { items: Treated[]; left: number }

/** What can be done with mail in triage, and how far it is. */
export interface TriageDeeds {
  /** How many mails are treated so far; null while nothing is under way. */
  progress: number | null
  failure: FailureCode | undefined
  /** Answers why it did not work. */
  file: (choice: Choice, place: ChosenPlace) => Promise<FailureCode | undefined>
  leaveOut: (choice: Choice) => void
  recover: (choice: Choice) => void
  /** Over when nothing is under way any more: until then the next deed would be dropped. */
  settle: () => Promise<void>
  /** Takes the last deed back, where that is possible. */
  undo: () => void
}

/** Files, leaves out and recovers mail, however much it is, tells how it went and keeps the way back. */
export function useTriageDeeds(onChanged: () => void): TriageDeeds {
  const text = useAppText().triageWork
  const { host } = useSurroundings()
  const toast = useToast()
  const [progress, setProgress] = useState<number | null>(null)
  const [failure, setFailure] = useState<FailureCode>()
  const under = useRef<Promise<FailureCode | undefined> | null>(null)
  const wayBack = useRef<(() => void) | null>(null)

  /** One deed at a time. A sender's mail is treated a bounded number at a time, until none is left or none can go. */
  async function run(...deed: Parameters<typeof work>): Promise<FailureCode | undefined> {
    if (under.current) return undefined
    under.current = work(...deed)
    return under.current
  }

  async function work(
    ask: () => Promise<Answer>,
    said: (amount: number) => string,
    back: (done: Treated[]) => WayBack,
  ) {
    wayBack.current = null
    setFailure(undefined)
    setProgress(0)
    const items: Treated[] = []
    let why: FailureCode | undefined
    try {
      for (let more = true; more; ) {
        const answer = await ask()
        items.push(...answer.items)
        setProgress(items.length)
        more = answer.left > 0 && answer.items.some(item => item.done)
      }
    } catch (error) {
      why = failureOf(error)
      setFailure(why)
    }
    under.current = null
    setProgress(null)
    if (items.length > 0) tell(items, said, back)
    onChanged()
    return why
  }

  function tell(items: Treated[], said: (amount: number) => string, back: (done: Treated[]) => WayBack) {
    const done = items.filter(item => item.done)
    const missing = items.length - done.length
    const message = [done.length > 0 && said(done.length), missing > 0 && text.notDone(missing)]
      .filter(Boolean)
      .join(' ')
    const undo = back(done)
    if (!undo) return toast({ message })
    const onUndo = () => void takeBack(undo)
    wayBack.current = onUndo
    toast({
      message,
      onUndo,
      onEnd: () => {
        if (wayBack.current === onUndo) wayBack.current = null
      },
    })
  }

  async function takeBack(undo: () => Promise<unknown>) {
    wayBack.current = null
    try {
      await undo()
      toast({ message: text.undone })
    } catch (error) {
      setFailure(failureOf(error))
    }
    onChanged()
  }

  async function unfile(items: Treated[]) {
    for (const { itemId } of items) if (itemId) await call(host, unfileItem, { params: { itemId }, querystring: {} })
    await call(host, recoverLeftOut, { body: { ids: items.map(item => item.id) } })
  }

  const inParts = (route: typeof leaveOut | typeof recoverLeftOut, done: Treated[]) => async () => {
    for (let from = 0; from < done.length; from += 500)
      await call(host, route, { body: { ids: done.slice(from, from + 500).map(item => item.id) } })
  }

  return {
    progress,
    failure,
    file: (choice, { contractorId, caseId }) =>
      run(
        () => call(host, fileTriage, { body: { ...choice, contractorId, ...(caseId && { caseId }) } }),
        text.filed,
        done => {
          // What lay there before was not this deed's.
          const fresh = done.filter(item => !item.wasThere)
          return fresh.length > 0 && fresh.length <= MOST_UNDONE ? () => unfile(fresh) : null
        },
      ),
    leaveOut: choice =>
      void run(
        () => call(host, leaveOut, { body: choice }),
        text.leftOut,
        done => (done.length > 0 ? inParts(recoverLeftOut, done) : null),
      ),
    recover: choice =>
      void run(
        () => call(host, recoverLeftOut, { body: choice }),
        text.recovered,
        done => (done.length > 0 ? inParts(leaveOut, done) : null),
      ),
    settle: async () => void (await under.current),
    undo: () => wayBack.current?.(),
  }
}

type WayBack = (() => Promise<unknown>) | null
