import type { setUpAddressPl } from './set-up-address-pl.ts'

/** What is wrong with the address by which colleagues reach Lupa, in English. */
export const setUpAddressEn: typeof setUpAddressPl = {
  address: {
    heading: 'The server does not know the address where others find it',
    troubles: {
      'this-machine': origin =>
        `Links for colleagues begin with ${origin}. That address works on this machine only, so at theirs it opens nothing.`,
      plain: origin =>
        `Links for colleagues begin with ${origin}. Without https passwords and mail cross the network readable by anyone who listens, and mail programs take no such address.`,
      unknown: origin =>
        `Links to hand over begin with ${origin}, since this page is open there. Lupa will mail no link by itself and has no files for mail programs.`,
    },
    remedy:
      'Set LUPA_PUBLIC_URL to the https address of this server, such as https://lupa.yourcompany.com, and start the server again.',
  },
}
