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
  saved: 'Zapisano osobę.',
}

/** The shape of these sentences, which every language fills. */
export type PersonFormText = typeof personFormPl
