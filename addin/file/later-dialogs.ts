import { later } from '../ui/later.tsx'

/** Dialogs that a press opens. Apart from the other late parts, because some of those open them. */
export const NewCaseDialog = later(async () => (await import('./new-case-dialog.tsx')).NewCaseDialog)
export const PlaceViewersDialog = later(async () => (await import('./place-viewers-dialog.tsx')).PlaceViewersDialog)
export const PlaceHandOverDialog = later(async () => (await import('./place-hand-over-dialog.tsx')).PlaceHandOverDialog)
export const AddAddressDialog = later(async () => (await import('./add-address-dialog.tsx')).AddAddressDialog)
export const TagsDialog = later(async () => (await import('./tags-dialog.tsx')).TagsDialog)
export const RelateDialog = later(async () => (await import('./relate-dialog.tsx')).RelateDialog)
