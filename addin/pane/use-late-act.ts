import { useContext, useRef, useState } from 'preact/hooks'
import type { AskedLater } from '../host/mail-host.ts'
import { useToast } from '../ui/toast.tsx'
import { HostContext } from './host-context.ts'

/** An act on something that is shown, which the server is told of when the time to undo is over. */
export interface LateAct<Shown> {
  message: string
  /** Whether something is out of sight already. */
  hides: (shown: Shown) => boolean
  send: () => Promise<void>
  /** What `send` asks the server first; enough where nobody waits for the answer any more. */
  asked: AskedLater
}

/** One act at a time that waits for the end of its time to undo. */
export interface LateActs<Shown> {
  pending: LateAct<Shown> | null
  start: (act: LateAct<Shown>) => void
  /** Forgets the act that waits, as if it had never been. */
  drop: () => void
  /** Does at once what waits; over when it is done. */
  settle: () => Promise<void>
}

/**
 * Acts with ten seconds to undo. The server is told when they are over (or the pane goes away), because only what was
 * never changed comes back whole: with its own circle, comments and documents.
 */
export function useLateAct<Shown>(): LateActs<Shown> {
  const toast = useToast()
  const host = useContext(HostContext)
  const [pending, setPending] = useState<LateAct<Shown> | null>(null)
  const waiting = useRef({ settle: async () => {}, drop: () => {} })

  function start(act: LateAct<Shown>) {
    setPending(act)
    let over: Promise<void> | null = null
    const takeBack = host?.keepForLater?.(act.asked)
    const isOver = () => {
      setPending(before => (before === act ? null : before))
    }
    const settle = () => {
      if (!over) takeBack?.()
      over ??= act.send().finally(isOver)
      return over
    }
    const drop = () => {
      if (!over) takeBack?.()
      over ??= Promise.resolve(isOver())
    }
    waiting.current = { settle, drop }
    toast({ message: act.message, onUndo: drop, onEnd: () => void settle() })
  }

  return { pending, start, drop: () => waiting.current.drop(), settle: () => waiting.current.settle() }
}
