import type { Filed } from '../../shared/item.ts'
import { teach, type Verdict } from '../../shared/teaching.ts'
import { failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { inWords } from '../api/send.ts'
import type { MailHost } from '../host/mail-host.ts'
import { useText } from '../ui/language.ts'
import { useToast } from '../ui/toast.tsx'
import type { LateActs } from './use-late-act.ts'
import type { Swept } from './use-sweep.ts'

/** Whether a person may still say something about a filing: what people decided needs no teaching, documents follow their mail. */
export function isTeachable({ method }: Pick<Filed, 'method'>): boolean {
  return method !== 'hand' && method !== 'with-mail'
}

/** What is said about a filing, and of which sender. */
export interface Lesson {
  filed: Filed
  verdict: Verdict
  place: string
  sender: string
}

/** Whoever stays to hear of it is asked about earlier mail of the sender too. */
function partsOf({ filed: { itemId }, verdict }: Lesson, { isAsked }: { isAsked: boolean }) {
  const asks = isAsked && verdict === 'always'
  return { params: { itemId }, body: { verdict, ...(asks && { earlierMail: 'ask' as const }) } }
}

/** What is to be asked about earlier mail once a lesson is learnt; null for nothing. */
export function sweptBy({ verdict, sender, filed: { contractorId } }: Lesson): Swept | null {
  return verdict === 'always' && contractorId ? { contractorId, addresses: [sender] } : null
}

interface TeachOptions {
  host: MailHost
  acts: LateActs<Filed>
  /** Called when the server was told. */
  onDone: (lesson: Lesson, outcome: { isLearnt: boolean }) => Promise<void>
}

/** Teaches by a filing, with time to undo. Whoever changes his mind meanwhile has said only the last thing. */
export function useTeach({ host, acts, onDone }: TeachOptions) {
  const text = useText()
  const toast = useToast()

  async function send(lesson: Lesson) {
    let isLearnt = true
    try {
      await call(host, teach, partsOf(lesson, { isAsked: true }))
    } catch (error) {
      isLearnt = false
      toast({ message: `${text.teach.failed} ${text.failure[failureOf(error)]}` })
    }
    await onDone(lesson, { isLearnt })
  }

  return (lesson: Lesson) => {
    const { filed, verdict, place, sender } = lesson
    const takesOut = verdict === 'wrong' || verdict === 'never'
    const isAboutSender = verdict === 'always' || verdict === 'never'
    acts.drop()
    acts.start({
      message: isAboutSender
        ? text.teach.done[verdict](sender, filed.contractorName ?? '')
        : text.teach.done[verdict](place),
      // The whole mail leaves the file, with all its cases.
      hides: other => takesOut && other.itemId === filed.itemId,
      send: () => send(lesson),
      asked: inWords(teach, partsOf(lesson, { isAsked: false })),
    })
  }
}
