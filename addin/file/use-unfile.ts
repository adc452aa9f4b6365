import { changeItem, type Item, readItem, unfileItem } from '../../shared/item.ts'
import { call } from '../api/call.ts'
import { inWords } from '../api/send.ts'
import { contractorLink, linkTo } from '../app/page-link.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { currentVisit, go } from '../app/visit.ts'
import { useLateAct } from '../pane/use-late-act.ts'
import { useToast } from '../ui/toast.tsx'
import { placesOf } from './places-of.ts'
import { useMovedToast } from './use-moved-toast.ts'

interface Unfiling {
  item: Item
  onChanged: (item: Item) => void
  onGone: () => void
}

/**
 * Takes an item out of one case, which can be put right by putting it back; or out of the whole file, of which the server
 * is told when the time to undo is over: only what never left comes back with its circle, its evidence and its documents.
 */
export function useUnfile({ item, onChanged, onGone }: Unfiling) {
  const text = useAppText().unfile
  const { host } = useSurroundings()
  const toast = useToast()
  const told = useMovedToast(onChanged)
  const acts = useLateAct<Item>()
  const params = { itemId: item.id }
  const asked = inWords(unfileItem, { params, querystring: {} })

  async function fromCase(caseId: string) {
    // What lies nowhere else would leave the file with its case, which nobody asked for.
    const isLast = placesOf(item).length === 1
    if (isLast) await call(host, changeItem, { params, body: { caseId: null, fromCases: [caseId] } })
    else await call(host, unfileItem, { params, querystring: { caseId } })
    onChanged(await call(host, readItem, { params }))
    const { id, contractorId } = item
    const to = isLast ? null : caseId
    told(text.done, { id, contractorId, was: [caseId], to })
  }

  async function send() {
    try {
      await call(host, unfileItem, { params, querystring: {} })
    } catch {
      toast({ message: text.failed })
      return
    }
    if (currentVisit().hash !== linkTo({ name: 'item', itemId: item.id })) return
    onGone()
    go(item.contractorId ? contractorLink(item.contractorId) : linkTo({ name: 'dashboard' }))
  }

  return {
    fromCase,
    fromFile: () => acts.start({ message: text.done, hides: () => true, send, asked }),
    /** Whether it is about to leave the file. */
    isLeaving: acts.pending !== null,
  }
}
