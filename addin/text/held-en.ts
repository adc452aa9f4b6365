import type { heldPl } from './held-pl.ts'

/** The sentences about mail that is still its owner's alone, in English. */
export const heldEn: typeof heldPl = {
  held: {
    title: 'Only yours for now',
    lead: 'This mail is filed, but others do not see it yet. Show it now, or keep it to yourself.',
    list: 'Mail that only you see',
    emptyTitle: 'Nothing is waiting',
    empty: 'Everything filed from your mailboxes is already visible to those who should see it.',
    until: 'Others see it:',
    byHand: 'Others see it when you show it.',
    release: 'Show now',
    releaseFor: title => `Show now: ${title}`,
    keep: 'Keep to myself',
    keepFor: title => `Keep to myself: ${title}`,
    released: 'Others see it now.',
    kept: 'Only you see this e-mail.',
    notDone: 'This e-mail could no longer be changed: others see it already, or it was unfiled.',
    noTitle: 'no title',
    onItem: 'For now only you see this e-mail.',
  },
}
