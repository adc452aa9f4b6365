import type { notInOutlookPl } from './not-in-outlook-pl.ts'

/** What the page for Outlook says outside it, in English. */
export const notInOutlookEn: typeof notInOutlookPl = {
  outlook: {
    notThere: 'This page belongs in Outlook',
    notThereHint: 'Open Lupa from a message in Outlook. Without Outlook, use the web application.',
    noLibrary: 'Microsoft’s library did not load',
    noLibraryHint:
      'Without it Lupa cannot see the open message. Open the pane again; if it happens again, the company network may block appsforoffice.microsoft.com.',
    application: 'Open Lupa in the browser',
  },
}
