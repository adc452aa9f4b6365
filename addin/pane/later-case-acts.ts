import { later } from '../ui/later.tsx'

/** What can be done with one case. Apart from the other late parts, because some of those list cases themselves. */
export const CaseActs = later(async () => (await import('./case-acts.tsx')).CaseActs)
