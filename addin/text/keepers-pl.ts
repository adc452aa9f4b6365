/** Showing who one is, in Polish. */
export const keepersPl = {
  proof: {
    lead: 'To dotyczy konta administratora. Potwierdź, że to ty.',
    password: 'Twoje hasło',
    wrong: 'Hasło się nie zgadza.',
  },
}
