import { type BesideText, firstOf } from './beside-pl.ts'

/** What the pane says of attachments to choose and of tasks, in English. */
export const besideEn: BesideText = {
  attachments: {
    heading: 'Which attachments become documents?',
    lead: 'All of them stay with the message.',
    none: 'This message has no attachments.',
    unread: 'The mail program did not give this message out, so its attachments cannot be chosen here.',
    type: name => `Document type: ${name}`,
    nameless: 'No name',
  },
  narrow: {
    heading: 'Who will see this',
    lead: 'You and the people ticked, nobody else. Whoever got this message in their own mailbox has it anyway.',
    leadOfAdded: 'You and the people ticked, nobody else. A task is also seen by whoever does it.',
    cancel: 'Do not narrow',
  },
  tasks: {
    mine: 'My tasks',
    ofContractor: 'Open tasks',
    late: 'overdue',
    today: 'today',
    waits: 'waiting to be accepted',
    urgent: 'urgent',
    finish: title => `Done: ${title}`,
    finished: 'Task done.',
    more: 'All tasks',
  },
  made: {
    heading: 'Added from this e-mail',
    states: { new: 'new', 'in-progress': 'in progress', done: 'done', cancelled: 'cancelled' },
    more: 'All of them, with the e-mail',
  },
  leave: {
    lead: 'Only this account can send what waits. Before you sign out, send it or remove it from the queue, so that nothing stays on this device. The e-mails themselves stay in the mailbox.',
    send: 'Send and sign out',
    busy: 'One moment…',
    discard: 'Remove from queue and sign out',
    stay: 'Stay signed in',
    notEmpty: 'Not everything worked. What is left goes on waiting in the queue.',
  },
  leftRun: {
    heading: number => `Messages left to file: ${number}`,
    why: 'The pane was closed before all were filed.',
    goOn: 'Finish filing',
    drop: 'Do not file',
  },
  away: 'The server does not answer. This is the list of the last time.',
  dropped: {
    drop: 'Drop to file',
    choose: 'Add files',
    hint: 'or drop them on the panel',
    of: name => (name ? `Adding files: ${name}` : 'Adding files'),
    fate: {
      filing: 'filing…',
      filed: 'filed',
      kept: 'waits for a decision in “To be filed”',
      leftOut: 'left out as internal or automatic mail',
      pending: 'taken in, still being read',
      document: 'added as a document',
      noMail: 'added as a document, because no e-mail can be read in it',
      known: 'is in this file already',
      noContractor: 'first choose the contractor to whom this document belongs',
      empty: 'an empty file',
      tooLarge: 'too large a file (at most 100 MB)',
    },
    close: 'Close the list of added files',
    ended: (done, lost) =>
      lost.length === 0 ? `Files added: ${done}.` : `Files added: ${done}. Not added: ${firstOf(lost)}`,
  },
}
