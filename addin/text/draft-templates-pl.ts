/** What the pane says of templates while a mail is written, in Polish; loaded only when it is needed. */
export const draftTemplatesPl = {
  heading: 'Szablony',
  choose: 'Szablon',
  none: 'wybierz szablon',
  own: 'Własne',
  shared: 'Firmowe',
  noTemplates: 'Nie masz jeszcze szablonów.',
  keep: 'Przejdź do szablonów',
  unknown: 'Tego Lupa nie wie. Puste pole zostanie w mailu luką.',
  preview: 'Podgląd',
  insert: 'Wstaw do wiadomości',
  busy: 'Wstawiam…',
  inserted: 'Wstawiono.',
  gaps: (names: string) => `Wstawiono. Uzupełnij luki w wiadomości: ${names}.`,
  failed: 'Program pocztowy nie przyjął tej treści. Kliknij w treść wiadomości i spróbuj ponownie.',
}

/** What each language must say. */
export type DraftTemplatesText = typeof draftTemplatesPl
