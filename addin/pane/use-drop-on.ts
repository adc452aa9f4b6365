import { useEffect, useRef } from 'preact/hooks'

/** Listens for files on the whole pane, which says what dropping does while they are over it. */
export function useDropOn(box: { current: HTMLElement | null }, words: string, onFiles: (files: File[]) => void) {
  const latest = useRef(onFiles)
  latest.current = onFiles
  useEffect(() => {
    const pane = box.current?.closest<HTMLElement>('.pane')
    if (!pane) return
    const stop = new AbortController()
    const listen = (name: 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) =>
      pane.addEventListener(name, event => event.dataTransfer?.types.includes('Files') && act(event), stop)
    pane.dataset['drop'] = words
    listen('dragover', event => {
      event.preventDefault()
      pane.classList.add('over')
    })
    listen('dragleave', event => {
      if (!pane.contains(event.relatedTarget as Node | null)) pane.classList.remove('over')
    })
    listen('drop', event => {
      event.preventDefault()
      pane.classList.remove('over')
      // The file of the mail before, while that of this one is being read.
      if (box.current?.closest('[inert]')) return
      latest.current(filesIn(event.dataTransfer?.items))
    })
    return () => {
      stop.abort()
      pane.classList.remove('over')
    }
  }, [words])
}

/** Without folders, which look like files that cannot be read. */
function filesIn(items: DataTransferItemList | undefined): File[] {
  const files = [...(items ?? [])].filter(item => item.kind === 'file' && !item.webkitGetAsEntry?.()?.isDirectory)
  return files.flatMap(item => item.getAsFile() ?? [])
}
