/** What is said before a contractor that was opened by mistake is removed, in Polish. */
export const removeContractorPl = {
  title: 'Usunąć kontrahenta?',
  button: 'Usuń',
  lead: (name: string) =>
    `${name} zniknie ze wszystkich list razem ze swoimi adresami i osobami. Tego nie można cofnąć.`,
  hint: 'Usunąć można tylko kontrahenta, którego nikt jeszcze nie użył.',
  done: (name: string) => `Usunięto: ${name}.`,
}

/** The shape of these sentences, which every language fills. */
export type RemoveContractorText = typeof removeContractorPl
