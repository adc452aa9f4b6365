import type { ContractorDetailsText } from './contractor-details-pl.ts'

/** What the form with a contractor's details says, in English. */
export const contractorDetailsEn: ContractorDetailsText = {
  title: 'Contractor details',
  regon: 'REGON',
  regonWrong: 'This is not a valid REGON: it has 9 or 14 digits, and a check digit that has to fit.',
  krs: 'KRS',
  krsWrong: 'A KRS number has at most 10 digits and nothing else.',
  street: 'Street and number',
  phones: 'Phones',
  phonesHint: 'One on each line.',
  note: 'Note',
  saved: 'The contractor’s details were saved.',
}
