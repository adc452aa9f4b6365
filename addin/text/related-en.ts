import type { relatedPl } from './related-pl.ts'

/** The same in English. */
export const relatedEn: typeof relatedPl = {
  related: {
    title: 'Related contractors',
    kinds: {
      parent: 'parent company',
      subsidiary: 'subsidiary',
      'head-office': 'head office',
      branch: 'branch',
      group: 'same group',
      other: 'related otherwise',
    },
    add: 'Add a relation',
    addTitle: 'New relation',
    addButton: 'Add',
    pick: 'Related contractor',
    pickOther: 'Another contractor',
    picked: 'Contractor',
    missing: 'Choose a contractor.',
    itself: 'This is the same contractor. Choose another one.',
    kind: 'Kind of relation',
    kindHint: name => `What the chosen contractor is to: ${name}`,
    remove: name => `Remove the relation: ${name}`,
    removed: name => `Relation removed: ${name}.`,
    show: 'With related contractors',
  },
}
