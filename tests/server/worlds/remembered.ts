import type { Act } from './plays.ts'

/** A world that once showed a fault of the server or of the model, as short as it could be made, and who looks at it. */
export interface Remembered {
  showed: string
  acts: Act[]
  readers: number[]
}

export const remembered: Remembered[] = [
  {
    showed: 'who keeps what is moved although it was shown to him besides',
    acts: [
      { act: 'openFile', inherit: true },
      { act: 'logActivity', who: 2, let: { users: [3], groups: [], everyone: false }, yes: true },
      { act: 'share', who: 2, let: { users: [0], groups: [], everyone: false } },
    ],
    readers: [0, 3],
  },
  {
    showed:
      'that few worlds come to it: what a reader takes to a file of his own, its author and her manager go on seeing',
    acts: [
      { act: 'openFile', inherit: true },
      { act: 'openFile', who: 2 },
      { act: 'logActivity', who: 1 },
      { act: 'moveItem', who: 2, contractor: 1 },
      { act: 'encircle', who: 2 },
      { act: 'share', who: 2, let: { users: [3], groups: [], everyone: false } },
      { act: 'moveItem', who: 1 },
    ],
    readers: [0, 1],
  },
  {
    showed: 'nobody gathers the mail of others by giving their correspondent’s address to a file of his own',
    acts: [
      { act: 'openFile', who: 1, let: { users: [], groups: [], everyone: false } },
      { act: 'arriveUndecided', who: 2, thing: 4 },
      { act: 'addAddress', who: 1, thing: 4 },
      { act: 'receive', who: 2, thing: 4 },
      { act: 'arrive', who: 2, thing: 4 },
      { act: 'arrive', who: 2, thing: 4, inCase: true },
      { act: 'sweep', who: 1, thing: 4 },
    ],
    readers: [1, 2],
  },
  {
    showed: 'mail that is swept is held for whom it came to, by the consent for his mailbox',
    acts: [
      { act: 'openFile', inherit: true },
      { act: 'arriveUndecided', who: 1, thing: 4 },
      { act: 'addAddress', thing: 4 },
      { act: 'sweep', who: 1, thing: 4 },
    ],
    readers: [0, 1],
  },
  {
    showed: 'a helper who moved a mail is told, asked to file it where it lies, that it lies there',
    acts: [
      { act: 'openFile' },
      { act: 'openFile' },
      { act: 'receive', who: 1, thing: 1 },
      { act: 'moveItem' },
      { act: 'fileTriage' },
    ],
    readers: [0, 1],
  },
  {
    showed: 'to whom an item was shown, it is shown no more when it is moved to another file',
    acts: [
      { act: 'openFile', who: 1, let: { users: [], groups: [], everyone: false } },
      { act: 'openFile', who: 1, let: { users: [], groups: [], everyone: false } },
      { act: 'logActivity', who: 1, thing: 3 },
      { act: 'share', who: 1, let: { users: [2], groups: [], everyone: false } },
      { act: 'moveItem', who: 1, contractor: 1 },
    ],
    readers: [2, 3],
  },
  {
    showed: 'a title of its own goes with what is moved, whichever of its filings has it',
    acts: [
      { act: 'openFile', inherit: true },
      { act: 'openFile' },
      { act: 'receive', who: 1, thing: 1 },
      { act: 'rename' },
      { act: 'fileTriage', who: 1 },
      { act: 'moveItem' },
    ],
    readers: [0, 1],
  },
  {
    showed: 'that a share can be passed on would not show in few worlds: it is refused to whom the item was only given',
    acts: [
      { act: 'openFile', who: 1 },
      { act: 'logActivity', who: 1 },
      { act: 'share', who: 1, let: { users: [2], groups: [], everyone: false } },
      { act: 'share', who: 2, let: { users: [3], groups: [], everyone: false } },
    ],
    readers: [2, 3],
  },
  {
    showed: 'that a group which only loses members goes on letting them in would not show in few worlds',
    acts: [
      { act: 'openFile', let: { users: [], groups: [0], everyone: false } },
      { act: 'logActivity' },
      { act: 'changeGroup' },
    ],
    readers: [1, 0],
  },
  {
    showed: 'who sees an item only by an emergency opening may ask who else sees it, though he knows of nobody',
    acts: [{ act: 'openFile', who: 1 }, { act: 'receive' }, { act: 'breakGlass', yes: true }],
    readers: [1, 0],
  },
  {
    showed: 'an emergency opening that is ended before its time shows nothing any more; few worlds come to that',
    acts: [{ act: 'openFile', who: 1 }, { act: 'logActivity', who: 1 }, { act: 'breakGlass' }, { act: 'endOpening' }],
    readers: [0, 1],
  },
  {
    showed: 'a mail of an address that two contractors share goes to the one whom its owner sees',
    acts: [
      { act: 'openFile' },
      { act: 'openFile', let: { users: [], groups: [], everyone: true } },
      { act: 'addAddress', thing: 1 },
      { act: 'receive', who: 1, thing: 1 },
    ],
    readers: [0, 1],
  },
  {
    showed: 'somebody of a circle opened the item to an audience in which he was not: refused, and done',
    acts: [
      { act: 'openFile', who: 3 },
      { act: 'logActivity', who: 3 },
      { act: 'encircle', who: 3, let: { users: [2], groups: [], everyone: false } },
      { act: 'encircle', who: 2, inherit: true },
    ],
    readers: [2, 3],
  },
  {
    showed: 'a mail that came to one’s mailbox stays, when its file is closed to him, and names no place',
    acts: [
      { act: 'openFile' },
      { act: 'openFile', inherit: true },
      { act: 'receive', who: 1, thing: 1 },
      { act: 'changeFile', contractor: 1 },
    ],
    readers: [0, 1],
  },
  {
    showed: 'who is switched off sees nothing of what his groups see',
    acts: [
      { act: 'openFile', inherit: true },
      { act: 'logActivity', thing: 2 },
      { act: 'disable', yes: true },
    ],
    readers: [1, 2],
  },
  {
    showed: 'mail that waits is swept by whom it waits for, and into files that he sees; few worlds come to that',
    acts: [
      { act: 'receive', who: 1, thing: 1, yes: true },
      { act: 'openFile', let: { users: [1], groups: [], everyone: false } },
      { act: 'openFile', who: 2 },
      { act: 'addAddress', thing: 1 },
      { act: 'addAddress', who: 2, contractor: 1, thing: 1 },
      { act: 'sweep', who: 1, contractor: 1, thing: 1 },
      { act: 'sweep', who: 1, thing: 1 },
    ],
    readers: [1, 2],
  },
  {
    showed: 'an administrator pauses the mailbox of others, and consents to nothing in their name',
    acts: [
      { act: 'openFile', let: { users: [1], groups: [], everyone: false } },
      { act: 'arrive', who: 1 },
      { act: 'changeMailbox', inherit: true },
      { act: 'changeMailbox', who: 2, inherit: true },
      { act: 'changeMailbox', yes: true, inherit: true },
      { act: 'changeMailbox', thing: 1, inherit: true },
      { act: 'endGrace' },
      { act: 'removeMailbox', who: 2 },
    ],
    readers: [0, 1],
  },
  {
    showed:
      'who helps with a mailbox decides for its owner, takes back what he decided, and sees nothing of what lay in a file',
    acts: [
      { act: 'openFile', who: 1, inherit: true },
      { act: 'arriveUndecided', who: 1, thing: 4, yes: true, let: { users: [3], groups: [1], everyone: false } },
      { act: 'arriveUndecided', who: 1, thing: 5 },
      { act: 'arriveUndecided', who: 1, thing: 6, inherit: true },
      { act: 'leaveOut', who: 3 },
      { act: 'recover', who: 2 },
      { act: 'recover', who: 3 },
      { act: 'fileTriage', who: 2 },
      { act: 'fileTriage', who: 3, thing: 1 },
      { act: 'leaveOut', who: 3, thing: 2 },
      { act: 'teachWrong', who: 1 },
      { act: 'leaveOut', who: 3 },
    ],
    readers: [1, 2, 3],
  },
  {
    showed: 'a mail that came to two mailboxes is decided where one helps, and goes on waiting in the other',
    acts: [
      { act: 'arriveUndecided', who: 1, thing: 4, yes: true, let: { users: [3], groups: [], everyone: false } },
      { act: 'arriveUndecided', who: 2, inCase: true },
      { act: 'arriveUndecided', who: 3, inCase: true },
      { act: 'leaveOut', who: 3 },
      { act: 'nameHelpers', item: 1, let: { users: [3], groups: [0], everyone: false } },
      { act: 'nameHelpers', thing: 1, item: 1 },
    ],
    readers: [1, 2, 3],
  },
  {
    showed: 'a rule of somebody else is not there to be changed, and one of the company is an administrator’s',
    acts: [
      { act: 'openFile', who: 1 },
      { act: 'keepRule', who: 1, yes: true },
      { act: 'changeRule', who: 2 },
      { act: 'keepRule', inherit: true },
      { act: 'changeRule', who: 1, item: 1 },
    ],
    readers: [1, 2],
  },
  {
    showed:
      'what somebody left behind is given to a colleague by the administrator; a thousand worlds may not come to that',
    acts: [
      { act: 'openFile', who: 1, let: { users: [1], groups: [], everyone: false } },
      { act: 'disable', yes: true },
      { act: 'giveAway', item: 2 },
    ],
    readers: [0, 2],
  },
  {
    showed: 'that two contractors belong together is there for who sees both; few worlds have something in both files',
    acts: [
      { act: 'openFile', let: { users: [1], groups: [], everyone: false } },
      { act: 'openFile', let: { users: [2], groups: [], everyone: false } },
      { act: 'logActivity' },
      { act: 'logActivity', contractor: 1 },
      { act: 'relate', thing: 1, item: 3 },
      { act: 'relate', who: 1, inherit: true, thing: 1 },
      { act: 'relate', contractor: 1 },
    ],
    readers: [0, 1],
  },
  {
    showed: 'the same for the other reader, and who sees a case of one of both',
    acts: [
      { act: 'openFile' },
      { act: 'openFile', let: { users: [2], groups: [], everyone: false } },
      { act: 'openCase', inherit: false, let: { users: [2], groups: [], everyone: false } },
      { act: 'logActivity', inCase: true },
      { act: 'logActivity' },
      { act: 'logActivity', contractor: 1 },
      { act: 'relate', thing: 1, item: 4 },
      { act: 'relate', who: 2, inherit: true, contractor: 1 },
      { act: 'unrelate', who: 2, inherit: true, yes: true },
    ],
    readers: [2, 3],
  },
  {
    showed: 'that a party goes again and a mailbox is taken off by its owner; a thousand worlds may not come to that',
    acts: [
      { act: 'openFile' },
      { act: 'openFile' },
      { act: 'openCase' },
      { act: 'addParty', contractor: 1 },
      { act: 'endParty', yes: true },
      { act: 'arrive' },
      { act: 'removeMailbox' },
    ],
    readers: [0, 1],
  },
]
