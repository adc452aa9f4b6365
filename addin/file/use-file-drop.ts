import { useEffect, useState } from 'preact/hooks'

/** Whether files are being dragged over the page; `onFiles` gets them when they are dropped, wherever that is. */
export function useFileDrop(onFiles: (files: File[]) => void): boolean {
  const [depth, setDepth] = useState(0)

  useEffect(() => {
    // Each element below tells of entering and leaving; over the page is who entered more often than he left.
    const enter = (event: DragEvent) => hasFiles(event) && setDepth(before => before + 1)
    const leave = (event: DragEvent) => hasFiles(event) && setDepth(before => Math.max(0, before - 1))
    const over = (event: DragEvent) => hasFiles(event) && event.preventDefault()
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setDepth(0)
      onFiles(filesIn(event))
    }
    addEventListener('dragenter', enter)
    addEventListener('dragleave', leave)
    addEventListener('dragover', over)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragenter', enter)
      removeEventListener('dragleave', leave)
      removeEventListener('dragover', over)
      removeEventListener('drop', drop)
    }
  }, [onFiles])

  return depth > 0
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false
}

/** Without folders, which look like files that cannot be read. */
function filesIn({ dataTransfer }: DragEvent): File[] {
  return [...(dataTransfer?.items ?? [])].flatMap(item => {
    if (item.kind !== 'file' || item.webkitGetAsEntry?.()?.isDirectory) return []
    return item.getAsFile() ?? []
  })
}
