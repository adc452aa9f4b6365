/** Where somebody writes that would be lost when the page is left. */
interface Draft {
  isWritten(): boolean
  /** Asks the first time; answers whether it may be lost. */
  mayBeLost(): boolean
}

const drafts = new Set<Draft>()

/** Keeps the page from being left unasked, until it is taken back. */
export function keepDraft(draft: Draft): () => void {
  drafts.add(draft)
  return () => void drafts.delete(draft)
}

/** Whether something is written that would be lost. */
export function hasDraft(): boolean {
  return [...drafts].some(draft => draft.isWritten())
}

/** Whether the page may be left: nothing is written, or the one who wrote was asked before. */
export function mayLeave(): boolean {
  return [...drafts].every(draft => draft.mayBeLost())
}
