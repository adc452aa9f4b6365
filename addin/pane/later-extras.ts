import { later } from '../ui/later.tsx'

/** What may be chosen when a mail is filed or something is written down beside it. Apart from the other later parts, one of which has it, too. */
export const CarriedFields = later(async () => (await import('./carried-fields.tsx')).CarriedFields)
export const NarrowFields = later(async () => (await import('./narrow-fields.tsx')).NarrowFields)
