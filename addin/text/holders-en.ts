import type { holdersPl } from './holders-pl.ts'

/** What is said before a second file of somebody is opened, in English. */
export const holdersEn: typeof holdersPl = {
  address: address => `The address ${address} is already at:`,
  taxId: nip => `The NIP ${nip} is already at:`,
  hint: 'You may create the contractor all the same. Mail that fits several contractors waits for your decision.',
  addTo: name => `Add to ${name}`,
  anyway: 'Create all the same',
}
