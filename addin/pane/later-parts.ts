import { later } from '../ui/later.tsx'

/** What the pane does not need for its first picture: forms behind buttons, and what stands there instead of a mail. */
export const SignIn = later(async () => (await import('./sign-in.tsx')).SignIn)
export const NoMail = later(async () => (await import('./no-mail.tsx')).NoMail)
export const SeveralMails = later(async () => (await import('./several-mails.tsx')).SeveralMails)
export const LeftRun = later(async () => (await import('./left-run.tsx')).LeftRun)
export const DraftCase = later(async () => (await import('./draft-case.tsx')).DraftCase)
export const DraftWatch = later(async () => (await import('./draft-watch.tsx')).DraftWatch)
export const DraftDocuments = later(async () => (await import('./draft-documents.tsx')).DraftDocuments)
export const DraftTemplates = later(async () => (await import('./draft-templates.tsx')).DraftTemplates)
export const CreateContractor = later(async () => (await import('./create-contractor.tsx')).CreateContractor)
export const AddToContractor = later(async () => (await import('./add-to-contractor.tsx')).AddToContractor)
export const ContractorSearch = later(async () => (await import('./contractor-search.tsx')).ContractorSearch)
export const SweepOffer = later(async () => (await import('./sweep-offer.tsx')).SweepOffer)
export const MoveForm = later(async () => (await import('./move-form.tsx')).MoveForm)
export const QuickAdd = later(async () => (await import('./quick-add.tsx')).QuickAdd)
export const KeptAttachments = later(async () => (await import('./kept-attachments.tsx')).KeptAttachments)
export const ContractorTasks = later(async () => (await import('./tasks.tsx')).ContractorTasks)
export const MadeActivities = later(async () => (await import('./tasks.tsx')).MadeActivities)
export const FileLater = later(async () => (await import('./file-later.tsx')).FileLater)
export const Upcoming = later(async () => (await import('./upcoming.tsx')).Upcoming)
export const DroppedFiles = later(async () => (await import('./dropped-files.tsx')).DroppedFiles)
export const TimelineFilters = later(async () => (await import('./timeline-filters.tsx')).TimelineFilters)
export const CaseShelf = later(async () => (await import('./case-shelf.tsx')).CaseShelf)
export const LeaveQueue = later(async () => (await import('./leave-queue.tsx')).LeaveQueue)

/** What stands above the timeline of every mail, and of every draft: it is fetched while the file is asked for. */
export const partsOfMail = [MadeActivities, ContractorTasks, QuickAdd, DroppedFiles, Upcoming]
export const partsOfDraft = [DraftWatch, DraftCase, DraftTemplates, DraftDocuments, ContractorTasks, Upcoming]
