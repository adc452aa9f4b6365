import type { Item } from '../../shared/item.ts'

/** In which cases of its file an item lies, as far as the reader sees it; null stands for the file at large. */
export function placesOf(item: Item): (string | null)[] {
  return [...new Set(item.filings.filter(filed => filed.itemId === item.id).map(filed => filed.caseId))]
}
