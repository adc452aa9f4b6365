/** What the form with a contractor's details says, in Polish. */
export const contractorDetailsPl = {
  title: 'Dane kontrahenta',
  regon: 'REGON',
  regonWrong: 'To nie jest poprawny REGON: ma 9 albo 14 cyfr, a cyfra kontrolna się zgadza.',
  krs: 'KRS',
  krsWrong: 'Numer KRS ma najwyżej 10 cyfr i nic poza nimi.',
  street: 'Ulica i numer',
  phones: 'Telefony',
  phonesHint: 'Po jednym w wierszu.',
  note: 'Notatka',
  saved: 'Zapisano dane kontrahenta.',
}

/** The shape of these sentences, which every language fills. */
export type ContractorDetailsText = typeof contractorDetailsPl
