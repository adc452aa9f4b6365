import type { PersonFormText } from './person-form-pl.ts'

/** What the form with a contact person says, in English. */
export const personFormEn: PersonFormText = {
  newTitle: 'New contact person',
  title: 'Contact person',
  name: 'Name',
  nameMissing: 'Enter a name.',
  role: 'Role',
  roleHint: 'For example accounts or site manager.',
  phones: 'Phones',
  phonesHint: 'One on each line.',
  addresses: 'E-mail addresses',
  addressesHint: 'One on each line. E-mails from these addresses are filed here.',
  addressTaken: (address, name) =>
    `The address ${address} is kept with another person already: ${name}. Take it from that person first.`,
  saved: 'The person was saved.',
  remove: {
    title: 'Remove a contact person',
    button: 'Remove the person',
    lead: name =>
      `${name} will leave the list of people and the suggestions. Earlier e-mails and activities stay, with the name.`,
    addresses: (list, isOne) =>
      isOne
        ? `The address ${list} will no longer bring mail here.`
        : `The addresses ${list} will no longer bring mail here.`,
    domains: (list, isOne) =>
      isOne
        ? `The domain ${list} belongs to the contractor, so new e-mails from it will still be filed here.`
        : `The domains ${list} belong to the contractor, so new e-mails from them will still be filed here.`,
    done: name => `Removed: ${name}.`,
  },
}
