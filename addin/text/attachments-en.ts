import type { attachmentsPl } from './attachments-pl.ts'

/** Sentences about choosing which attachments of a filed mail are documents of its file, in English. */
export const attachmentsEn: typeof attachmentsPl = {
  attachmentChoice: {
    column: 'In the file',
    tick: (name: string) => `${name}: document in the file`,
    type: (name: string) => `Type of document: ${name}`,
    kept: 'The attachment is in the file as a document.',
    takenOut: 'The document was taken out of the file. The attachment stays with its e-mail.',
    stays: 'The document stays in the file, because another e-mail brought it too.',
    hint: 'Those ticked are in the file as documents too, for the people who see this e-mail. Every attachment stays with its e-mail.',
    sameFile: 'the same file is in the contractor file already',
  },
}
