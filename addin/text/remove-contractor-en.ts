import type { RemoveContractorText } from './remove-contractor-pl.ts'

/** What is said before a contractor that was opened by mistake is removed, in English. */
export const removeContractorEn: RemoveContractorText = {
  title: 'Remove the contractor?',
  button: 'Remove',
  lead: name => `${name} goes from every list, with its addresses and people. This cannot be undone.`,
  hint: 'Only a contractor that nobody has used yet can be removed.',
  done: name => `Removed: ${name}.`,
}
