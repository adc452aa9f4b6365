import type { documentsPl } from './documents-pl.ts'
import { plural } from './plural.ts'

/** Sentences about files that people put in, their versions, previews and exports; in English. */
export const documentsEn: typeof documentsPl = {
  upload: {
    label: 'Adding files',
    choose: 'Add files',
    tell: 'Add with details…',
    tellTitle: 'Add a file with details',
    tellButton: 'Add',
    file: 'File',
    fileMissing: 'Choose a file.',
    title: 'Title',
    titleHint: 'Empty: the file’s name.',
    type: 'Document type',
    typeGuessed: 'recognise by content and name',
    mailOnly: 'An e-mail has its own title and kind; you choose only who sees it.',
    hint: 'or drop them anywhere on the page. E-mails (.eml, .msg) are filed as e-mails. Up to 100 MB each.',
    drop: 'Drop to add the files here.',
    clear: 'Clear the list',
    list: 'Files being added',
    waiting: 'waiting',
    retry: 'Try again',
    isDocument: 'added',
    isMail: 'added as an e-mail',
    isBeingRead: 'the e-mail is still being read and will be in the list in a moment',
    isKnown: 'this file is here already, no second one was added',
    tooLarge: 'The file is larger than 100 MB and was not sent. Split it or make it smaller.',
    empty: 'The file is empty (or a folder) and was not sent.',
    progressOf: name => `Sending: ${name}`,
    underWay: amount => `Sending: ${plural('en', amount, { one: 'file', other: 'files' })}`,
    over: (done, failed) => `Added: ${done}. Not added: ${failed}.`,
  },
  typeChoice: {
    chosen: 'Document type',
    retyped: name => `Document type: ${name}. It will not change by itself any more.`,
  },
  versions: {
    title: 'Versions',
    question: 'Is this another version of',
    yes: 'Yes, link them',
    no: 'No',
    unlink: 'Take this document out',
    isThis: 'this document',
  },
  remotePictures: {
    show: 'Show pictures',
    loading: 'Fetching pictures…',
    hint: 'Lupa’s server fetches them. The sender may learn that somebody opened the e-mail, but not who or where.',
    failed: amount =>
      `Could not be fetched: ${plural('en', amount, { one: 'picture', other: 'pictures' })}. The rest of the e-mail is complete.`,
    setting: 'Pictures from the internet in e-mails, when the reader asks',
    settingHint: 'The server fetches them, never the browser. Switched off, nobody is shown any.',
  },
  pdf: {
    bar: 'PDF preview',
    previous: 'Previous page',
    next: 'Next page',
    page: 'Page',
    of: pages => `of ${pages}`,
    pageOf: (name, page, pages) => `${name}: page ${page} of ${pages}`,
    smaller: 'Zoom out',
    larger: 'Zoom in',
    fit: amount => `${amount}%, fit to width`,
    percent: amount => `${amount}%`,
    trouble: {
      encrypted:
        'This PDF is protected by a password, so it cannot be shown here. Download it and open it with the password.',
      broken: 'This PDF is damaged and cannot be shown. You may download it and try another program.',
    },
  },
  words: {
    hint: 'The words only, without their look. To see the whole document, download it.',
    isCut: 'This is only the beginning; the rest is in the file.',
  },
  takeAlong: {
    csv: 'Download CSV',
    print: 'Print',
    export: 'Export the file',
    exporting: 'Exporting…',
    exportHint: 'A zip archive: e-mails, documents, a list and checksums of what you may see',
  },
}
