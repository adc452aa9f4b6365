import { useState } from 'preact/hooks'
import type { Filed, Item } from '../../shared/item.ts'
import { contractorLink, linkTo } from '../app/page-link.ts'
import { useSurroundings } from '../app/surroundings.ts'
import { currentVisit, go } from '../app/visit.ts'
import { TeachButtons } from '../pane/teach-buttons.tsx'
import { useLateAct } from '../pane/use-late-act.ts'
import type { Swept } from '../pane/use-sweep.ts'
import { isTeachable, sweptBy, useTeach } from '../pane/use-teach.ts'
import { SweepOffer } from './later-parts.ts'

interface ItemTeachingProps {
  item: Item
  /** Called when the server has learnt something, and the item still lies here. */
  onTaught: () => void
  /** Called when the item has left the file. */
  onGone: () => void
}

/** Asks about a mail that was not filed by a person whether it lies right. */
export function ItemTeaching({ item, onTaught, onGone }: ItemTeachingProps) {
  const { host } = useSurroundings()
  const acts = useLateAct<Filed>()
  const [swept, setSwept] = useState<Swept | null>(null)
  const teach = useTeach({
    host,
    acts,
    onDone: async (lesson, { isLearnt }) => {
      const { verdict } = lesson
      if (currentVisit().hash !== linkTo({ name: 'item', itemId: item.id })) return
      if (isLearnt) setSwept(sweptBy(lesson))
      if (!isLearnt || verdict === 'right' || verdict === 'always') return onTaught()
      onGone()
      go(item.contractorId ? contractorLink(item.contractorId) : linkTo({ name: 'dashboard' }))
    },
  })
  if (swept) return <SweepOffer host={host} swept={swept} onFiled={() => undefined} onClose={() => setSwept(null)} />
  const filed = item.filings.find(isTeachable)
  const isMail = item.kind === 'mail-in' || item.kind === 'mail-out'
  if (!isMail || !filed || acts.pending?.hides(filed)) return null
  const place = [item.contractorName, ...item.cases.map(chip => chip.reference)].filter(Boolean).join(' · ')
  const sender = item.teachableSender
  return (
    <TeachButtons
      place={place}
      contractor={item.contractorName ?? ''}
      sender={sender}
      onTeach={verdict => teach({ filed, verdict, place, sender: sender ?? '' })}
    />
  )
}
