import { CalendarDays, Phone, SquareCheckBig, StickyNote } from 'lucide'
import { useState } from 'preact/hooks'
import type { Lookup, Match } from '../../shared/lookup.ts'
import type { OpenMessage } from '../host/mail-host.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.ts'
import { begunAt } from './begun.ts'
import { useHost } from './host-context.ts'
import { QuickForm } from './quick-form.tsx'
import type { QuickKind } from './use-quick-add.ts'

const kinds = [
  ['call', Phone],
  ['meeting', CalendarDays],
  ['task', SquareCheckBig],
  ['note', StickyNote],
] as const

type QuickAddProps = { message: OpenMessage; contractor: Match; lookup: Lookup; onDone: () => Promise<void> }

/** Writes down a call, meeting, task or note that the open mail brings with it. */
export function QuickAdd(props: QuickAddProps) {
  const text = useText()
  const begun = begunAt(useHost(), props.message, props.contractor.id)
  const [kind, setKind] = useState<QuickKind | null>(() => begun.read()?.kind ?? null)

  function choose(next: QuickKind | null) {
    begun.forget()
    setKind(next)
  }

  return (
    <section class="part stack" aria-labelledby="quick">
      <h3 id="quick">{text.quick.heading}</h3>
      <div class="actions quick">
        {kinds.map(([one, icon]) => (
          <Button
            key={one}
            look="quiet"
            icon={icon}
            aria-expanded={kind === one}
            onClick={() => choose(kind === one ? null : one)}
          >
            {text.kind[one]}
          </Button>
        ))}
      </div>
      {kind && <QuickForm key={kind} kind={kind} {...props} begun={begun} onClose={() => choose(null)} />}
    </section>
  )
}
