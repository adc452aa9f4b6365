import { Plus } from 'lucide'
import { useState } from 'preact/hooks'
import type { Filed } from '../../shared/item.ts'
import type { FiledMail, Lookup, Match } from '../../shared/lookup.ts'
import type { OpenMessage } from '../host/mail-host.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.ts'
import { FiledEntry } from './filed-entry.tsx'
import { FilingCard } from './filing-card.tsx'
import { useHost } from './host-context.ts'
import { senderToTeach } from './sender-to-teach.ts'
import { useFocusKept } from './use-focus-kept.ts'
import { useLateAct } from './use-late-act.ts'
import type { Swept } from './use-sweep.ts'
import { sweptBy, useTeach } from './use-teach.ts'
import { useUnfile } from './use-unfile.ts'

type FilingProps = {
  message: OpenMessage
  contractor: Match | null
  lookup: Lookup
  onDone: () => Promise<void>
  /** Told of a sender whose earlier mail is to be asked about. */
  onSwept: (swept: Swept) => void
}

/** Where the message lies, or the way to file it. */
export function Filing({ message, contractor, lookup, onDone, onSwept }: FilingProps) {
  const text = useText()
  const [again, setAgain] = useState(false)
  const acts = useLateAct<Filed>()
  const unfile = useUnfile(acts, onDone)
  const teach = useTeach({
    host: useHost(),
    acts,
    async onDone(lesson, { isLearnt }) {
      const swept = isLearnt && sweptBy(lesson)
      if (swept) onSwept(swept)
      await onDone()
    },
  })
  const sender = senderToTeach(message, lookup)
  const filed = lookup.filed.filter(one => !acts.pending?.hides(one))
  const isOpen = contractor !== null && (again || filed.length === 0)
  const box = useFocusKept<HTMLElement>(filed.length)
  if (!isOpen && filed.length === 0) return null

  async function handleFiled() {
    await onDone()
    setAgain(false)
  }

  return (
    <section
      ref={box}
      class="part stack filing"
      tabIndex={-1}
      aria-label={filed.length > 0 ? text.filed.heading : text.filing.heading}
    >
      {filed.map(one => (
        <FiledEntry
          key={`${one.itemId} ${one.caseId}`}
          filed={once(one, filed)}
          lookup={lookup}
          isShown={one.contractorId === contractor?.id}
          {...unfilingOf(one, lookup, unfile)}
          sender={sender}
          onTeach={(verdict, place) => teach({ filed: one, verdict, place, sender: sender ?? '' })}
          onDone={onDone}
        />
      ))}
      {isOpen && (
        <FilingCard
          message={message}
          contractor={contractor}
          lookup={lookup}
          before={acts.settle}
          refresh={onDone}
          onDone={handleFiled}
        />
      )}
      {!isOpen && contractor && (
        <Button look="quiet" icon={Plus} class="start" onClick={() => setAgain(true)}>
          {text.filing.also}
        </Button>
      )}
    </section>
  )
}

/** One filing of several in the same file can be taken out by its case; the one without a case only with the whole item. */
function unfilingOf(filed: Filed, lookup: Lookup, unfile: ReturnType<typeof useUnfile>) {
  const isOneOfSeveral = lookup.filed.some(other => other.itemId === filed.itemId && other.caseId !== filed.caseId)
  if (isOneOfSeveral && !filed.caseId) return {}
  return { onUnfile: (place: string) => unfile(filed, { fromCaseOnly: isOneOfSeveral, place }) }
}

/** In several cases of one file its attachments are the same, and are told of with the first. */
function once(one: FiledMail, filed: FiledMail[]): FiledMail {
  if (filed.find(({ itemId }) => itemId === one.itemId) === one) return one
  const { attachments: _told, ...rest } = one
  return rest
}
