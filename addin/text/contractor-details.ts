import { contractorDetailsEn } from './contractor-details-en.ts'
import { contractorDetailsPl } from './contractor-details-pl.ts'

/** The sentences of the form with a contractor's details; it brings them along. */
export const contractorDetailsText = { pl: contractorDetailsPl, en: contractorDetailsEn }
