/**
 * Namespaces of the schemas of structured invoices, from `targetNamespace` of schemat_FA(2)_v1-0E.xsd and
 * schemat_FA(3)_v1-0E.xsd in github.com/CIRFMF/ksef-docs (Ministry of Finance), folder faktury/schemy/FA,
 * commit d92d285b928896258afdb27f7150f9127ee18ada.
 */
export const FA2 = 'http://crd.gov.pl/wzor/2023/06/29/12648/'
export const FA3 = 'http://crd.gov.pl/wzor/2025/06/25/13775/'

/** What a test says about an invoice; the rest is the smallest one. `fa` stands inside the element Fa, before RodzajFaktury. */
export type KsefInput = {
  namespace?: string
  number?: string
  seller?: string
  buyer?: string
  currency?: string
  amounts?: string
  correction?: string
  payment?: string
}

/** An invoice with the elements in the order of the schema, all names by the schemas named above. */
export function buildKsef(input: KsefInput = {}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Faktura xmlns="${input.namespace ?? FA3}">
  <Naglowek><KodFormularza kodSystemowy="FA (3)" wersjaSchemy="1-0E">FA</KodFormularza></Naglowek>
  <Podmiot1><DaneIdentyfikacyjne><NIP>${input.seller ?? '5213017228'}</NIP><Nazwa>Żółw &amp; Syn sp. z o.o.</Nazwa></DaneIdentyfikacyjne></Podmiot1>
  <Podmiot2><DaneIdentyfikacyjne><NIP>${input.buyer ?? '1234563218'}</NIP><Nazwa>Nasza Firma S.A.</Nazwa></DaneIdentyfikacyjne></Podmiot2>
  <Podmiot3><DaneIdentyfikacyjne><NIP>9999999999</NIP><Nazwa>Faktor</Nazwa></DaneIdentyfikacyjne></Podmiot3>
  <Fa>
    <KodWaluty>${input.currency ?? 'PLN'}</KodWaluty>
    <P_1>2026-11-02</P_1>
    <P_2>${input.number ?? 'FV/7/2026'}</P_2>
    ${input.amounts ?? '<P_13_1>1000</P_13_1><P_14_1>230</P_14_1><P_15>1230</P_15>'}
    <RodzajFaktury>${input.correction ? 'KOR' : 'VAT'}</RodzajFaktury>
    ${input.correction ?? ''}
    <FaWiersz><NrWierszaFa>1</NrWierszaFa><P_7>Usługa</P_7><P_11>1000</P_11></FaWiersz>
    ${input.payment ?? '<Platnosc><TerminPlatnosci><Termin>2026-11-16</Termin></TerminPlatnosci></Platnosc>'}
  </Fa>
</Faktura>`
}
