/** How a mail opens when the two hardly know each other. */
export const stiffGreetings = [
  'Szanowni Państwo,',
  '«Szanowna Pani/Szanowny Panie»,',
  'Dzień dobry,',
  'Dzień dobry,',
  'Dzień dobry Państwu,',
  'Witam,',
] as const

/** How a mail opens when the two know each other; `{wolacz}` is the first name in the vocative. */
export const warmGreetings = [
  'Dzień dobry, «Pani/Panie» {wolacz},',
  '«Pani/Panie» {wolacz},',
  'Dzień dobry «Pani/Panie» {wolacz}!',
  'Dzień dobry,',
] as const

/** Closing lines of a first mail, which wants an answer. */
export const askingClosings = [
  'Z góry dziękuję za odpowiedź.',
  'Z góry dziękuję.',
  'Czekam na informację.',
  'Będę <wdzięczna/wdzięczny> za szybką odpowiedź.',
  'Proszę o kontakt do końca tygodnia.',
  'Proszę o potwierdzenie otrzymania tej wiadomości.',
  'W razie pytań proszę dzwonić.',
  'W razie pytań pozostaję do dyspozycji.',
  'Proszę o odpowiedź na ten sam adres, wtedy nic nam nie zginie.',
  'Liczę na dobrą współpracę.',
] as const

/** Closing lines of later mails. */
export const calmClosings = [
  'W razie pytań pozostaję do dyspozycji.',
  'W razie pytań proszę o kontakt telefoniczny.',
  'Gdyby coś było niejasne, proszę śmiało dzwonić.',
  'Dziękuję za dotychczasową współpracę.',
  'Jestem pod telefonem do godziny 16.',
  'Do usłyszenia.',
  'Miłego dnia!',
  'Dziękuję za współpracę.',
  'Jestem <dostępna/dostępny> pod telefonem cały dzień.',
  'Najlepiej łapać mnie telefonicznie przed 12.',
  'Proszę mieć na uwadze, że pracujemy do 15.',
] as const

/** The words above a name. */
export const farewells = [
  'Z poważaniem',
  'Pozdrawiam',
  'Pozdrawiam serdecznie',
  'Z wyrazami szacunku',
  'Łączę pozdrowienia',
  'Pozdrawiam,',
  'Z pozdrowieniami',
] as const

/** The words above a name in English. */
export const englishFarewells = [
  'Best regards',
  'Kind regards',
  'With kind regards',
  'Many thanks and best regards',
] as const

/** The words above a name in German. */
export const germanFarewells = ['Mit freundlichen Grüßen', 'Freundliche Grüße', 'Beste Grüße'] as const

/** Legal small print that some companies put below every mail. */
export const smallPrint = [
  'Wiadomość jest przeznaczona wyłącznie dla jej adresata. Jeżeli otrzymali ją Państwo przez pomyłkę, prosimy o jej usunięcie i powiadomienie nadawcy.',
  'Administratorem danych osobowych jest nadawca. Szczegóły przetwarzania danych znajdują się na naszej stronie internetowej w zakładce RODO.',
  'Pomyśl o środowisku, zanim wydrukujesz tę wiadomość.',
] as const

/** Names of months in the genitive, as in „14 października”. */
export const monthsOf = [
  'stycznia',
  'lutego',
  'marca',
  'kwietnia',
  'maja',
  'czerwca',
  'lipca',
  'sierpnia',
  'września',
  'października',
  'listopada',
  'grudnia',
] as const

/** Names of months in the nominative. */
export const months = [
  'styczeń',
  'luty',
  'marzec',
  'kwiecień',
  'maj',
  'czerwiec',
  'lipiec',
  'sierpień',
  'wrzesień',
  'październik',
  'listopad',
  'grudzień',
] as const

/** Short names of months, as mail programs write them. */
export const monthsShort = ['sty', 'lut', 'mar', 'kwi', 'maj', 'cze', 'lip', 'sie', 'wrz', 'paź', 'lis', 'gru'] as const

/** „On Tuesday” and so on, Sunday first. */
export const onWeekday = [
  'w niedzielę',
  'w poniedziałek',
  'we wtorek',
  'w środę',
  'w czwartek',
  'w piątek',
  'w sobotę',
] as const

/** Names of weekdays, Sunday first. */
export const weekdays = ['niedziela', 'poniedziałek', 'wtorek', 'środa', 'czwartek', 'piątek', 'sobota'] as const

/** Short names of weekdays, Sunday first. */
export const weekdaysShort = ['niedz.', 'pon.', 'wt.', 'śr.', 'czw.', 'pt.', 'sob.'] as const
