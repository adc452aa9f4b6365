/** Every sentence about what is left out and whose word counts, in Polish. */
export const filingPl = {
  addressList: {
    address: 'Adres lub domena',
    hint: 'jan@firma.pl albo cała domena @firma.pl',
    add: 'Dodaj',
    remove: 'Usuń',
    removeFor: (address: string) => `Usuń: ${address}`,
    wrong: 'To nie jest adres ani domena. Wpisz jan@firma.pl albo @firma.pl.',
    removed: (address: string) => `Usunięto: ${address}.`,
    added: (address: string) => `Dodano: ${address}.`,
    addedWithoutWww: (address: string) =>
      `Dodano: ${address}. Bez „www.”: tak zaczynają się nazwy stron, nie adresy e-mail.`,
  },
  blockList: {
    title: 'Pomijani nadawcy',
    lead: 'Poczta od tych nadawców nie trafia do kartotek ani do kolejki. Nic nie ginie: znajdziesz ją w „Do przypisania”, w widoku „Pominięte”.',
    leftOut: 'Pokaż pominięte maile',
    personal: 'Twoja lista',
    personalLead: 'Działa na pocztę z twoich skrzynek.',
    company: 'Lista firmowa',
    companyLead: 'Działa na pocztę wszystkich. Zmieniają ją administratorzy.',
    emptyPersonal: 'Nikogo nie pomijasz.',
    emptyCompany: 'Firma nikogo nie pomija.',
    own: 'To adres własny firmy; poczta wewnętrzna i tak jest pomijana.',
  },
  filingSettings: {
    title: 'Zasady przypisywania',
    lead: 'Czyjemu słowu o nadawcy system wierzy, co jest naszą pocztą, a co pocztą dla wszystkich. Zmiany działają na maile, które dopiero przyjdą.',
    saved: 'Zapisano.',
    trust: 'Sprawdzanie nadawców',
    trustLead:
      'Nasz serwer poczty sprawdza nadawcę (SPF, DKIM, DMARC) i zapisuje wynik w nagłówku Authentication-Results. Wpisz nazwy, pod którymi to robi. Wyniki wpisane przez kogokolwiek innego są pomijane.',
    borders: 'Nazwy naszych serwerów',
    bordersHint: 'Po jednej w wierszu, tak jak na początku nagłówka, np. mx.firma.pl.',
    bordersWrong: (line: string) => `„${line}” nie jest nazwą serwera.`,
    bordersMany: 'Najwyżej 20 nazw.',
    tenant: 'Nadawców sprawdza za nas Exchange Online (Microsoft 365)',
    noBorder:
      'Teraz nikt nie ręczy za nadawców. Maile trafiają do kartotek po adresie, ale do spraw tylko jako odpowiedzi na naszą pocztę.',
    threshold: 'Gdy miejsce jest tylko prawdopodobne',
    thresholdLead:
      'Jedyna otwarta sprawa kontrahenta albo dotychczasowy zwyczaj wskazują miejsce, ale go nie dowodzą. Próg mówi, od jakiej pewności przypisać bez pytania.',
    thresholds: {
      never: 'zawsze tylko proponuj',
      '0.9': 'przypisz przy bardzo dużej pewności (90%)',
      '0.8': 'przypisz przy dużej pewności (80%)',
      '0.6': 'przypisz, gdy raczej tak (60%)',
    },
    otherThreshold: (percent: string) => `przypisz od pewności ${percent}`,
    own: 'Adresy własne',
    ownLead:
      'Kto pisze z tych adresów i domen, jest jednym z nas. Mail, w którym biorą udział tylko oni, jest wewnętrzny i zostaje pominięty.',
    ownOf: (name: string) => `konto: ${name}`,
    ownEmpty: 'Nie ma jeszcze adresów własnych.',
    ownRefused: 'Tego nie da się dodać: to nie jest adres ani domena albo jest to poczta dla wszystkich.',
    ownDomainsMissing:
      'Nie ma tu żadnej domeny. Dodaj domenę firmy, np. @firma.pl, a poczta między współpracownikami będzie pomijana.',
    freeMail: 'Poczta dla wszystkich',
    freeMailLead:
      'Adres w takiej domenie może mieć każdy, więc domena nie wskazuje kontrahenta; liczy się tylko pełny adres.',
    freeMailField: 'Dodatkowe domeny',
    freeMailHint: 'Po jednej w wierszu, np. poczta-miejska.pl.',
    freeMailWrong: (line: string) => `„${line}” nie jest domeną.`,
    freeMailKnown: (number: number) => `Znane od początku (${number})`,
  },
}

/** The shape of these texts, which every language fills. */
export type FilingText = typeof filingPl
