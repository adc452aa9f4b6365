import { later } from '../ui/later.tsx'

/** Apart from the other late parts, because some of those open it. */
export const CaseSearch = later(async () => (await import('./case-search.tsx')).CaseSearch)
