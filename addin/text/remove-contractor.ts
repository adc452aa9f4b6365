import { removeContractorEn } from './remove-contractor-en.ts'
import { removeContractorPl } from './remove-contractor-pl.ts'

/** The sentences before a contractor is removed; its dialog brings them along. */
export const removeContractorText = { pl: removeContractorPl, en: removeContractorEn }
