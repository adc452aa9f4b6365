import type { documentTextPl } from './document-text-pl.ts'

/** What is said of a document whose text search does not, or not wholly, find; in English. */
export const documentTextEn: typeof documentTextPl = {
  documentText: {
    waiting: 'The text of this document is still being read. You can search it in a moment.',
    part: 'Only a part of the text was read; open the file for the rest. Search finds what was read.',
    none: 'There is no text in this file (it may be a scan). The document is found by its name.',
    other: 'Lupa does not read text from files of this kind. The document is found by its name.',
    encrypted: 'The file is protected by a password, so its text was not read. The document is found by its name.',
    broken: 'The file is damaged and its text could not be read. The document is found by its name.',
    'too-costly': 'The file is too large or too complex for its text to be read. The document is found by its name.',
  },
}
