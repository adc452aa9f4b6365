import { Plus } from 'lucide'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Lookup, Match } from '../../shared/lookup.ts'
import type { OpenMessage } from '../host/mail-host.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.ts'
import { holdsFocus } from '../ui/use-return-focus.ts'
import { FiledEntry } from './filed-entry.tsx'
import { FilingCard } from './filing-card.tsx'
import { useUnfile } from './use-unfile.ts'

type FilingProps = {
  message: OpenMessage
  contractor: Match | null
  lookup: Lookup
  onDone: () => Promise<void>
}

/** Where the message lies, or the way to file it. */
export function Filing({ message, contractor, lookup, onDone }: FilingProps) {
  const text = useText()
  const [again, setAgain] = useState(false)
  const { leaving, unfile, settle } = useUnfile(onDone)
  const filed = lookup.filed.filter(one => !isSame(one, leaving))
  const isOpen = contractor !== null && (again || filed.length === 0)
  const box = useFocusKept(filed.length)
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
          filed={one}
          lookup={lookup}
          isShown={one.contractorId === contractor?.id}
          {...unfilingOf(one, lookup, unfile)}
          onDone={onDone}
        />
      ))}
      {isOpen && (
        <FilingCard
          message={message}
          contractor={contractor}
          lookup={lookup}
          before={settle}
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

type Filed = Lookup['filed'][number]

function isSame(one: Filed, other: Filed | null): boolean {
  return other !== null && one.itemId === other.itemId && one.caseId === other.caseId
}

/** One filing of several in the same file can be taken out by its case; the one without a case only with the whole item. */
function unfilingOf(filed: Filed, lookup: Lookup, unfile: ReturnType<typeof useUnfile>['unfile']) {
  const isOneOfSeveral = lookup.filed.some(other => other.itemId === filed.itemId && other.caseId !== filed.caseId)
  if (isOneOfSeveral && !filed.caseId) return {}
  return { onUnfile: (place: string) => unfile(filed, { fromCaseOnly: isOneOfSeveral, place }) }
}

/** Filing and unfiling replace the button that was pressed; whoever works by keyboard then stays in this part. */
function useFocusKept(filings: number) {
  const box = useRef<HTMLElement>(null)
  const before = useRef(filings)
  const hadFocus = box.current !== null && holdsFocus(box.current)

  useEffect(() => {
    if (before.current !== filings && hadFocus && box.current && !holdsFocus(box.current)) box.current.focus()
    before.current = filings
  }, [filings])

  return box
}
