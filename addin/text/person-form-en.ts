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
  saved: 'The person was saved.',
}
