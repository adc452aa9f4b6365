import { keepPrivate, releaseHeld } from '../../shared/held.ts'
import { call } from '../api/call.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { useToast } from '../ui/toast.tsx'

/** Shows held mail to the others now, or keeps it to its owner; says how that went. */
export function useHeldDeeds(itemIds: string[], onDone: () => void) {
  const text = useAppText().held
  const { host } = useSurroundings()
  const toast = useToast()
  const deed = (route: typeof releaseHeld | typeof keepPrivate, done: string) => async () => {
    const { items } = await call(host, route, { body: { itemIds } })
    toast({ message: items.some(item => !item.done) ? text.notDone : done })
    onDone()
  }
  return {
    release: useDeed(deed(releaseHeld, text.released)),
    keep: useDeed(deed(keepPrivate, text.kept)),
  }
}
