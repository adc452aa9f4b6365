import { later } from '../ui/later.tsx'

/** What the first page of a file does not need: the other tabs, and what stands there only after a press. */
export const ContractorPeople = later(async () => (await import('./contractor-people.tsx')).ContractorPeople)
export const ContractorDetailsDialog = later(
  async () => (await import('./contractor-details-dialog.tsx')).ContractorDetailsDialog,
)
export const RemoveContractorDialog = later(
  async () => (await import('./remove-contractor-dialog.tsx')).RemoveContractorDialog,
)
export const FileCases = later(async () => (await import('./file-cases.tsx')).FileCases)
export const OpenTasks = later(async () => (await import('./open-tasks.tsx')).OpenTasks)
export const PlaceAccess = later(async () => (await import('./place-access.tsx')).PlaceAccess)
export const SelectionBar = later(async () => (await import('./selection-bar.tsx')).SelectionBar)
export const UploadDialog = later(async () => (await import('./upload-dialog.tsx')).UploadDialog)
export const TriageMail = later(async () => (await import('./triage-mail.tsx')).TriageMail)
export const SweepOffer = later(async () => (await import('../pane/sweep-offer.tsx')).SweepOffer)
export const NeverSenders = later(async () => (await import('./never-senders.tsx')).NeverSenders)
export const RelatedContractors = later(async () => (await import('./related-contractors.tsx')).RelatedContractors)
export const UploadRow = later(async () => (await import('./upload-row.tsx')).UploadRow)
export const CaseChoice = later(async () => (await import('./case-choice.tsx')).CaseChoice)
