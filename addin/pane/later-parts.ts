import { later } from '../ui/later.tsx'

/** What the pane does not need for its first picture: forms behind buttons, and what stands there instead of a mail. */
export const SignIn = later(async () => (await import('./sign-in.tsx')).SignIn)
export const NoMail = later(async () => (await import('./no-mail.tsx')).NoMail)
export const SeveralMails = later(async () => (await import('./several-mails.tsx')).SeveralMails)
export const DraftCase = later(async () => (await import('./draft-case.tsx')).DraftCase)
export const DraftDocuments = later(async () => (await import('./draft-documents.tsx')).DraftDocuments)
export const CreateContractor = later(async () => (await import('./create-contractor.tsx')).CreateContractor)
export const AddToContractor = later(async () => (await import('./add-to-contractor.tsx')).AddToContractor)
export const ContractorSearch = later(async () => (await import('./contractor-search.tsx')).ContractorSearch)
export const SweepOffer = later(async () => (await import('./sweep-offer.tsx')).SweepOffer)
export const MoveForm = later(async () => (await import('./move-form.tsx')).MoveForm)
export const QuickForm = later(async () => (await import('./quick-form.tsx')).QuickForm)
export const CarriedFields = later(async () => (await import('./carried-fields.tsx')).CarriedFields)
export const ContractorTasks = later(async () => (await import('./tasks.tsx')).ContractorTasks)
export const DroppedFiles = later(async () => (await import('./dropped-files.tsx')).DroppedFiles)
export const NarrowFields = later(async () => (await import('./narrow-fields.tsx')).NarrowFields)
export const People = later(async () => (await import('./people.tsx')).People)
