/** Sentences about choosing which attachments of a filed mail are documents of its file, in Polish. */
export const attachmentsPl = {
  attachmentChoice: {
    column: 'W kartotece',
    tick: (name: string) => `${name}: dokument w kartotece`,
    type: (name: string) => `Typ dokumentu: ${name}`,
    kept: 'Załącznik leży w kartotece jako dokument.',
    takenOut: 'Wyjęto dokument z kartoteki. Załącznik został przy mailu.',
    stays: 'Dokument zostaje w kartotece, bo przyniósł go też inny mail.',
    hint: 'Zaznaczone leżą też w kartotece jako dokumenty i widzą je ci, którzy widzą ten mail. Każdy załącznik zostaje przy mailu.',
    sameFile: 'ten sam plik już leży w kartotece',
  },
}

/** What each language must say. */
export type AttachmentChoiceText = (typeof attachmentsPl)['attachmentChoice']
