import { arrives, byHand, type MailPlan, type Step } from '../mail-plan.ts'
import { belongs, forPerson, leaveOut, type PlaceName, type Truth } from '../truth.ts'

const arrive = (mail: MailPlan, truth: Truth, afterwards?: PlaceName) => arrives('platforms', mail, truth, afterwards)

/** Machines that write for somebody: sales platforms, couriers, invoice portals, web forms, signing services. */
export const platforms: Step[] = [
  arrive(
    {
      key: 'platforma-zamowienie-meb',
      from: 'platforma',
      to: 'biuro',
      subject: 'Nowe zamówienie nr 88120 od: Meblorama Sp. z o.o.',
      text: 'Masz nowe zamówienie.\nKupujący: Meblorama Sp. z o.o., NIP 5453770907\nTowar: uchwyt krawędziowy 320 mm, 50 szt.\nOdpowiedz kupującemu przez platformę.',
      signature: '',
      headers: ['Reply-To: zamowienie-88120@odpowiedz.platforma-meblo.example'],
    },
    belongs('contractor', 'Platforma pisze w imieniu kupującego, wskazanego przez NIP', 'meblorama'),
  ),
  arrive(
    {
      key: 'platforma-zamowienie-obcy',
      from: 'platforma',
      to: 'biuro',
      subject: 'Nowe zamówienie nr 88131 od: kuchnie_u_zosi',
      text: 'Masz nowe zamówienie.\nKupujący: kuchnie_u_zosi\nTowar: cokół 150 mm, 12 szt.',
      signature: '',
    },
    forPerson('Kupujący platformy, którego nie ma wśród kontrahentów'),
  ),
  arrive(
    {
      key: 'platforma-pytanie-nowak',
      from: 'Maria Nowak przez Platforma Meblo <wiadomosc-5511@odpowiedz.platforma-meblo.example>',
      to: 'kuchnie',
      subject: 'Pytanie o ofertę: organizer do szuflady',
      text: 'Użytkownik marianowakdom pyta: czy organizer pasuje do szuflad, które mi Państwo robią w Mosinie?',
      signature: '',
    },
    belongs('contractor', 'Klientka pyta przez platformę o swoją kuchnię w Mosinie', 'nowak', 'nowak/mosina'),
  ),
  arrive(
    {
      key: 'platforma-kurier-nadanie',
      from: 'kuriernoreply',
      to: 'dudek',
      subject: 'Przesyłka 6640 0012 9981 nadana',
      text: 'Nadawca: Forma i Front\nOdbiorca: Hotel Żuraw Sp. z o.o., Gdańsk\nZawartość: próbki frontów HPL\nŚledź przesyłkę na stronie kuriera.',
      signature: '',
    },
    belongs(
      'contractor',
      'Powiadomienie kuriera, naszego kontrahenta, o próbkach dla hotelu',
      'kurier',
      'hotel',
      'hotel/aneksy',
    ),
  ),
  arrive(
    {
      key: 'platforma-kurier-zwrot',
      from: 'kuriernoreply',
      to: 'dudek',
      subject: 'Zwrot przesyłki 6640 0012 7713 do nadawcy',
      text: 'Adresat nieobecny. Przesyłka wraca do nadawcy.',
      signature: '',
    },
    belongs('contractor', 'Powiadomienie kuriera; odbiorca nieznany', 'kurier'),
  ),
  arrive(
    {
      key: 'platforma-kurier-reklamacja',
      from: 'Reklamacje Kurier Błysk <reklamacje@kurier-blysk.example>',
      to: 'dudek',
      re: 'kurierska-uwagi',
      subject: 'Reklamacja R/2211 – uszkodzona paleta',
      quote: 'none',
      text: 'Dzień dobry, uznajemy reklamację palety w kwocie 820 zł zgodnie z § 9 umowy. Korespondencja w wątku umowy.',
    },
    belongs('case', 'Kurier odpowiada w wątku umowy i powołuje się na nią', 'kurier/kurierska', 'kurier'),
  ),
  arrive(
    {
      key: 'platforma-efaktura-okucia',
      from: 'efaktura',
      to: 'faktury',
      subject: 'Otrzymałeś e-fakturę od Okucia Wschód Sp. z o.o.',
      text: 'Wystawca: Okucia Wschód Sp. z o.o., NIP 702-574-08-20\nNumer: FV/OW/0412/2026\nKwota brutto: 14 268,00 PLN\nPobierz z portalu.',
      signature: '',
    },
    belongs('contractor', 'Portal pisze za wystawcę, wskazanego przez NIP', 'okucia'),
  ),
  arrive(
    {
      key: 'platforma-efaktura-energia',
      from: 'efaktura',
      to: 'faktury',
      subject: 'Otrzymałeś e-fakturę od Energia Miejska S.A.',
      text: 'Wystawca: Energia Miejska S.A., NIP 8745497621\nNabywca: Forma i Front, NIP 863-288-44-28\nKwota brutto: 2 310,22 PLN',
      signature: '',
    },
    forPerson('Dostawca prądu nie ma kartoteki; NIP nabywcy jest nasz'),
  ),
  byHand('lakiernia', {
    key: 'platforma-efaktura-lakiernia-reka',
    from: 'efaktura',
    to: 'faktury',
    subject: 'Otrzymałeś e-fakturę od Lakiernia Połysk Sp. j.',
    text: 'Wystawca: Lakiernia Połysk Sp. j.\nNumer: 77/03/2026\nPobierz z portalu.',
    signature: '',
  }),
  arrive(
    {
      key: 'platforma-efaktura-blatex',
      from: 'efaktura',
      to: 'faktury',
      subject: 'Otrzymałeś e-fakturę od Blatex S.A.',
      text: 'Wystawca: Blatex S.A.\nNIP: 9987371551\nNumer: 2026/04/00318\nDotyczy: dostawa blatów kwarcowych, II kwartał',
      signature: '',
    },
    belongs('contractor', 'Ten sam portal, inny wystawca niż w poprzednim przypisaniu', 'blatex', 'blatex/kwarc'),
  ),
  arrive(
    {
      key: 'platforma-formularz',
      from: 'Formularz strony <www@forma-front.example>',
      to: 'biuro',
      subject: 'Formularz kontaktowy: Iwona Rybak',
      text: 'Imię i nazwisko: Iwona Rybak\nFirma: Nowe Tarasy\nE-mail: i.rybak@nowe-tarasy.example\nTreść: Proszę o pilny kontakt, telefon pani Anny nie odpowiada.',
      signature: '',
      headers: ['Reply-To: i.rybak@nowe-tarasy.example'],
    },
    belongs('contractor', 'Formularz naszej strony, w Reply-To klientka', 'tarasy'),
  ),
  arrive(
    {
      key: 'platforma-podpis',
      from: 'Podpisuj Online <koperta@podpisuj-online.example>',
      to: 'zych',
      subject: 'Hotel Żuraw podpisał dokument „Umowa na aneksy 2026/0007”',
      text: 'Barbara Czapla (b.czapla@hotel-zuraw.example) podpisała dokument „Umowa na aneksy 2026/0007”. Wszyscy podpisali.',
      signature: '',
    },
    belongs('case', 'Usługa podpisów pisze o umowie ze znakiem sprawy', 'hotel/aneksy'),
  ),
  arrive(
    {
      key: 'platforma-przetargi',
      from: 'Platforma Zakupowa <komunikaty@zakupy-publiczne.example>',
      to: 'biuro',
      subject: 'Zespół Szkół w Kruszynie: pytania i odpowiedzi do postępowania',
      text: 'Zamawiający: Zespół Szkół w Kruszynie, NIP 515-966-46-68\nPostępowanie: Zaplecze kuchenne stołówki\nOpublikowano odpowiedzi na pytania.',
      signature: '',
    },
    belongs('contractor', 'Platforma pisze za szkołę, wskazaną przez NIP', 'szkola/zaplecze', 'szkola'),
  ),
  arrive(
    {
      key: 'platforma-bank',
      from: 'Bank Nasz <potwierdzenia@bank-nasz.example>',
      to: 'sroka',
      subject: 'Wpływ na rachunek: 18 450,00 PLN',
      text: 'Nadawca: NOWE TARASY SP Z O O SP K\nTytuł: FV 31/2026 zaliczka mieszkania pokazowe 2026/0016\nKwota 18 450,00 PLN',
      signature: '',
    },
    belongs('case', 'Przelew klienta z tytułem zawierającym znak sprawy', 'tarasy/mieszkania'),
  ),
  arrive(
    {
      key: 'platforma-udostepnienie',
      from: 'Kuba Wrona (Dysk) <udostepnianie-noreply@dysk-w-chmurze.example>',
      to: 'zych',
      subject: 'Kuba Wrona udostępnia Ci plik „showroom_v4.skp”',
      text: 'kuba.wrona.projekty@gmail.com zaprasza do pliku showroom_v4.skp',
      signature: '',
      headers: ['Reply-To: Kuba Wrona <kuba.wrona.projekty@gmail.com>'],
    },
    belongs('contractor', 'Dysk pisze za architekta, który stoi w Reply-To', 'wrona', 'wrona/showroom'),
  ),
  arrive(
    {
      key: 'platforma-agd',
      from: 'System zgłoszeń <ticket-9902@agd-serwis.example>',
      to: 'reklamacje',
      subject: '[#9902] Zgłoszenie przyjęte: płyta KF-4, Hotel Żuraw pok. 312',
      text: 'Zgłoszenie gwarancyjne 9902 przyjęte. Technik przyjedzie w ciągu 5 dni.',
      signature: '',
    },
    belongs('contractor', 'System serwisu AGD o naprawie gwarancyjnej', 'agd/naprawy', 'agd', 'hotel'),
  ),
  arrive(
    {
      key: 'platforma-reklama',
      from: 'platforma',
      to: 'biuro',
      subject: 'Zwiększ sprzedaż: pakiet wyróżnień −40 %',
      text: 'Tylko do niedzieli pakiet wyróżnień w promocji. Sprawdź!',
      signature: '',
      headers: ['List-Unsubscribe: <https://platforma-meblo.example/wypisz>', 'Precedence: bulk'],
    },
    leaveOut('Reklama platformy'),
  ),
]
