import { plural } from './plural.ts'
import type { registerPl } from './register-pl.ts'

const rows = { one: 'row', other: 'rows' }
const contractors = { one: 'contractor', other: 'contractors' }

/** The sentences about taking contractors in and merging them, in English. */
export const registerEn: typeof registerPl = {
  contractorImport: {
    title: 'Import contractors',
    lead: 'A list from Excel (.xlsx) or CSV, with the names of columns in its first row. First we show what would come of it; nothing is written before you confirm.',
    choose: 'File with the list',
    reading: 'Reading the file…',
    unreadLine: line =>
      `This list cannot be read from line ${line} on. See whether every quotation mark opened there is closed.`,
    columns: 'Columns',
    columnsHint: 'Check what each column holds. Columns of one meaning are taken together.',
    column: 'Column in the file',
    samples: 'Samples',
    meaning: 'Meaning',
    unnamed: number => `column ${number}`,
    fields: {
      none: 'leave out',
      name: 'name',
      taxId: 'NIP',
      regon: 'REGON',
      krs: 'KRS',
      street: 'street',
      city: 'town',
      phones: 'phones',
      addresses: 'e-mail addresses and domains',
      note: 'note',
    },
    nameMissing: 'Point out the column with the name: without it there is nobody to create.',
    outcome: 'What will happen',
    created: number => `${plural('en', number, contractors)} to be created`,
    known: number => `${plural('en', number, contractors)} in Lupa already`,
    refused: number => `${plural('en', number, rows)} with an error`,
    line: 'Row',
    name: 'Name',
    result: 'Result',
    results: { created: 'new', known: 'is there already', refused: 'will not be taken in' },
    knownBy: (name, isNip) => `the same ${isNip ? 'NIP' : 'name'}: ${name}`,
    knownAbove: 'is repeated in this file',
    faults: {
      name: 'the name is missing or too long',
      taxId: 'the NIP is wrong (check digit)',
      regon: 'the REGON is wrong',
      krs: 'the KRS is wrong',
      addresses: 'this is no address and no company’s domain',
    },
    otherFault: 'the text is too long',
    knownChoice: 'Those that are there already',
    knownChoices: {
      complete: 'add the addresses and NIP that they lack',
      skip: 'leave them as they are',
    },
    shownOf: number => `The first ${plural('en', number, rows)} are shown; errors and repetitions come first.`,
    confirm: 'Import',
    importing: 'Importing…',
    done: 'Import finished',
    doneCounts: (created, known, skipped, refused) =>
      `Created: ${created}. Completed: ${known}. Unchanged: ${skipped}. Rows refused: ${refused}.`,
    doneRefused: 'Rows refused',
    toContractors: 'See the contractors',
    toStart: 'Back to the first steps',
  },
  duplicates: {
    title: 'Duplicate contractors',
    lead: 'Files that may be those of one contractor, among those that you see. Before anything is merged we show what moves and who will see it.',
    list: 'Pairs of files',
    emptyTitle: 'Nobody is there twice',
    empty: 'No two files have the same NIP, the same domain or alike names.',
    reasons: { taxId: 'the same NIP', domain: 'the same mail domain', name: 'alike names' },
    open: 'Merge…',
    openFor: (one, other) => `Merge: ${one} and ${other}`,
    dialogTitle: 'Merge two files',
    survivor: 'Which file is left',
    merge: 'Merge',
    moves: (items, cases, people, addresses) =>
      `What moves: ${plural('en', items, { one: 'item', other: 'items' })}, ${plural('en', cases, { one: 'case', other: 'cases' })}, ${plural('en', people, { one: 'person', other: 'people' })}, ${plural('en', addresses, { one: 'address', other: 'addresses' })}, and also rules, followers and pins.`,
    both: items =>
      `${plural('en', items, { one: 'item lies', other: 'items lie' })} in both files; it will be there once, seen by the circle of the file that is left.`,
    lostWords: items =>
      `Comments and own titles of both files are kept together, but for ${plural('en', items, { one: 'item', other: 'items' })} those of the file that goes will be lost, because new people would read them.`,
    taxIdsDiffer: (from, into) =>
      `They have different NIPs. ${into} stays; ${from} goes into the note. Check that this is one company indeed.`,
    gaining: names => `The file that is left is seen also by: ${names}.`,
    losing: names => `The file that goes is the only one seen by: ${names}.`,
    hiddenToo: 'What you do not see moves along and stays visible to the same people.',
    circle: 'Who will see what moves',
    circleHint:
      'The circles differ. Items with a circle of their own and those of cases always keep it; this is about the others.',
    circles: {
      keep: 'only those who saw it until now (each will be confidential)',
      survivor: 'everybody in the circle of the file that is left',
    },
    final: 'A merge cannot be undone. Old links will lead to the file that is left; the log keeps a trace.',
    keepsCircle:
      'Whoever saw the file that is merged goes on seeing its items, nobody else. Only its manager may change that.',
    mayNot: 'They can be merged by an administrator or by the manager of both who is in the circles of both files.',
    merged: name => `Merged. Everything is in the file “${name}” now.`,
  },
}
