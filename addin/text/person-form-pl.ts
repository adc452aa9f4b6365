/** What the form with a contact person says, in Polish. */
export const personFormPl = {
  newTitle: 'Nowa osoba kontaktowa',
  title: 'Dane osoby',
  name: 'Imię i nazwisko',
  nameMissing: 'Wpisz imię i nazwisko.',
  role: 'Rola',
  roleHint: 'Na przykład księgowość albo kierownik budowy.',
  phones: 'Telefony',
  phonesHint: 'Po jednym w wierszu.',
  addresses: 'Adresy e-mail',
  addressesHint: 'Po jednym w wierszu. Maile z tych adresów trafiają do tej kartoteki.',
  addressTaken: (address: string, name: string) =>
    `Adres ${address} jest już zapisany u innej osoby: ${name}. Usuń go najpierw u niej.`,
  saved: 'Zapisano osobę.',
  remove: {
    title: 'Usunięcie osoby kontaktowej',
    button: 'Usuń osobę',
    lead: (name: string) =>
      `${name} zniknie z listy osób i z podpowiedzi. Wcześniejsze maile i działania zostaną, razem z imieniem i nazwiskiem.`,
    addresses: (list: string, isOne: boolean) =>
      isOne
        ? `Adres ${list} przestanie prowadzić pocztę do tej kartoteki.`
        : `Adresy ${list} przestaną prowadzić pocztę do tej kartoteki.`,
    domains: (list: string, isOne: boolean) =>
      isOne
        ? `Domena ${list} należy do kontrahenta, więc nowe maile z niej nadal będą tu trafiać.`
        : `Domeny ${list} należą do kontrahenta, więc nowe maile z nich nadal będą tu trafiać.`,
    done: (name: string) => `Usunięto osobę: ${name}.`,
  },
}

/** The shape of these sentences, which every language fills. */
export type PersonFormText = typeof personFormPl
