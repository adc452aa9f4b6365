/** Handing files over, and showing who one is, in Polish. */
export const keepersPl = {
  handOver: {
    manager: 'Opiekun',
    gone: 'konto wyłączone',
    button: 'Przekaż',
    contractorTitle: 'Przekaż kontrahenta',
    caseTitle: 'Przekaż sprawę',
    lead: 'Nowy opiekun będzie decydować, kto to widzi. Osoby z kręgu dostępu nadal będą to widzieć.',
    to: 'Nowy opiekun',
    choose: 'Wybierz osobę',
    missing: 'Wybierz, komu to przekazujesz.',
    done: (name: string) => `Nowy opiekun: ${name}.`,
  },
  proof: {
    lead: 'To dotyczy konta administratora. Potwierdź, że to ty.',
    password: 'Twoje hasło',
    wrong: 'Hasło się nie zgadza.',
  },
}
