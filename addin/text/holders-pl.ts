/** What is said before a second file of somebody is opened, in Polish. */
export const holdersPl = {
  address: (address: string) => `Adres ${address} ma już:`,
  taxId: (nip: string) => `NIP ${nip} ma już:`,
  hint: 'Możesz mimo to utworzyć kontrahenta. Mail, który pasuje do kilku kontrahentów, czeka na twoją decyzję.',
  addTo: (name: string) => `Dodaj do: ${name}`,
  anyway: 'Utwórz mimo to',
}
