/** Mails of swindlers who pretend to be a contractor or our own board. */
export const spoofTexts = [
  [
    'Zmiana numeru rachunku bankowego',
    'Informujemy, że od dnia dzisiejszego zmienił się nasz numer rachunku bankowego.',
    'Wszystkie płatności, w tym fakturę {faktura}, prosimy kierować na nowe konto podane w załączniku. Stary rachunek jest nieaktywny.',
  ],
  [
    'Pilne: zaległa faktura {faktura}',
    'W naszym systemie faktura {faktura} na kwotę {kwota} widnieje jako nieopłacona.',
    'Prosimy o natychmiastową wpłatę na rachunek z załącznika, inaczej sprawa trafi do windykacji.',
  ],
  [
    'Pilny przelew',
    'Czy jesteś przy komputerze? Potrzebuję pilnego przelewu do nowego dostawcy, kwota {kwota}.',
    'Jestem na spotkaniu i nie mogę rozmawiać. Dane wyślę w następnej wiadomości. Proszę nikomu o tym nie mówić.',
  ],
  [
    'Dokument do podpisu: umowa {umowa}',
    'Przesłano Ci dokument do podpisu elektronicznego. Dokument wygaśnie w ciągu 24 godzin.',
    'Aby otworzyć dokument, zaloguj się służbowym adresem e-mail.',
  ],
] as const

/** Automatic answers of people who are away. */
export const absenceTexts = [
  'Dziękuję za wiadomość. W dniach {od}–{do} przebywam na urlopie. W pilnych sprawach proszę o kontakt z biurem: {telefon}.',
  'Jestem poza biurem do {do}. Na wiadomości odpowiem po powrocie. Wiadomość nie jest przekazywana dalej.',
  'Dziękujemy za wiadomość. Nasze biuro jest czynne od poniedziałku do piątku w godzinach 8–16. Odpowiemy najszybciej, jak to możliwe.',
  'Przebywam na zwolnieniu lekarskim do {do}. W sprawie zamówień proszę dzwonić: {telefon}.',
  'Uprzejmie informuję, że nie pracuję już na tym stanowisku. Proszę kierować korespondencję na adres biura.',
] as const
