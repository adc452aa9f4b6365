declare global {
  interface Element {
    /** What an extension may see of a shadow that is closed to everybody else. */
    readonly openOrClosedShadowRoot?: ShadowRoot | null
  }
}

/**
 * Keeps the browser's top layer for the panel. A mail needs no script to open a popover, which would cover the panel, or a
 * modal dialog, which would make it dead: one click on its button does. Returns how to name the element that may be there.
 */
export function keepTopLayer(): (panel: HTMLElement) => void {
  let ours: HTMLElement | null = null

  function watch(root: Document | ShadowRoot) {
    root.addEventListener('beforetoggle', refuse, true)
    root.addEventListener('click', follow, true)
  }
  function refuse(event: Event) {
    if (event.target !== ours) event.preventDefault()
  }
  // A mail may bring shadows, out of which nothing is told; what stands there is opened by a click all the same.
  function follow({ target }: Event) {
    const inner = target instanceof Element && target !== ours ? target.openOrClosedShadowRoot : null
    if (inner) watch(inner)
  }

  watch(document)
  return panel => {
    ours = panel
    // The mail was shown before the extension came to it.
    for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog:modal')) dialog.close()
  }
}
