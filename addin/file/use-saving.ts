import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useToast } from '../ui/toast.tsx'
import { saveByBrowser } from './save-by-browser.ts'

/** Has the browser save an answer by itself, and says that it does: what it shows of it stands outside the page. */
export function useSaving(): (path: string, name: string) => Promise<void> {
  const { begun } = useAppText().takeAlong
  const { host } = useSurroundings()
  const toast = useToast()
  return async (path, name) => {
    await saveByBrowser(host, path, name)
    toast({ message: begun })
  }
}
