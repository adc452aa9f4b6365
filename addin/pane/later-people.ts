import { later } from '../ui/later.tsx'

/** Every person who sees a place, in a file of its own: parts that travel later show it too. */
export const People = later(async () => (await import('./people.tsx')).People)
