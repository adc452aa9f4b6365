import { setUpAddressEn } from './set-up-address-en.ts'
import { setUpAddressPl } from './set-up-address-pl.ts'

/** These sentences travel with the pages that hand links over. */
export const setUpAddressText = { pl: setUpAddressPl, en: setUpAddressEn }
