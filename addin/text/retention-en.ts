import { plural } from './plural.ts'
import type { retentionPl } from './retention-pl.ts'

const items = { one: 'item', other: 'items' }

/** The sentences about how long things are kept, in English. */
export const retentionEn: typeof retentionPl = {
  retention: {
    title: 'Retention',
    lead: 'How long to keep what lies in the files. As long as erasing is not switched on, nothing goes.',
    periods: 'Periods',
    periodsHint:
      'Counted from the date of the item. What lies in an open case stays, and so do tasks that are not done and what is held below.',
    forEver: 'for ever',
    years: number => plural('en', number, { one: 'year', other: 'years' }),
    months: number => plural('en', number, { one: 'month', other: 'months' }),
    preview: 'Show what would go',
    previewTitle: 'Now there would go',
    previewNone: 'Nothing is older than these periods.',
    previewOf: (word, expired, held) =>
      `${word}: ${plural('en', expired - held, items)}${held > 0 ? `, and ${plural('en', held, items)} held` : ''}`,
    isOn: 'Erase every day what is older',
    final: 'What is erased can be brought back from a backup only. Each erasure leaves a trace in the log.',
    previewFirst: 'See first what would go.',
    saved: 'The periods are saved.',
    holds: 'Legal holds',
    holdsHint: 'Nothing goes from a file or case that is needed in a dispute or an inspection.',
    noHolds: 'Nothing is held.',
    object: 'File or case',
    objectHint: 'Name, NIP, reference or title of a case',
    objectMissing: 'Choose a file or case from the list.',
    nothing: words => `There is no file or case “${words}”`,
    contractor: 'file',
    case: 'case',
    closed: 'closed',
    picked: 'Chosen',
    pickOther: 'Choose another',
    reason: 'Reason',
    reasonMissing: 'Enter a reason.',
    hold: 'Place a hold',
    held: 'The hold is placed.',
    lift: 'Lift',
    liftFor: name => `Lift the hold: ${name}`,
    lifted: 'The hold is lifted.',
    unseen: 'a file or case that you do not see',
    by: name => `placed by: ${name}`,
  },
}
