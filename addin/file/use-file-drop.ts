import { useEffect, useState } from 'preact/hooks'

/**
 * Whether files are being dragged over the page; `onFiles` gets them when they are dropped, wherever that is. While a
 * dialog asks about files (`isAsked`) only its own field takes them, and none opens in place of the page.
 */
export function useFileDrop(onFiles: (files: File[]) => void, isAsked: boolean): boolean {
  const [depth, setDepth] = useState(0)

  useEffect(() => {
    // Each element below tells of entering and leaving; over the page is who entered more often than he left.
    const enter = (event: DragEvent) => hasFiles(event) && setDepth(before => before + 1)
    const leave = (event: DragEvent) => hasFiles(event) && setDepth(before => Math.max(0, before - 1))
    const over = (event: DragEvent) => hasFiles(event) && !isField(event) && event.preventDefault()
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      setDepth(0)
      if (isField(event)) return
      event.preventDefault()
      if (!isAsked) onFiles(filesIn(event))
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
  }, [onFiles, isAsked])

  return depth > 0 && !isAsked
}

/** A field that takes files by itself. */
function isField({ target }: DragEvent): boolean {
  return target instanceof HTMLInputElement && target.type === 'file'
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
