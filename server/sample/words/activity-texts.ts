import type { Trade } from '../sample-types.ts'

/** What was talked about on the telephone: title and note. */
export const callTexts: [Trade[], string, string][] = [
  [
    ['customer', 'public'],
    'Rozmowa o terminie dostawy',
    'Klient prosi o dostawę przed południem. <Obiecałam/Obiecałem> potwierdzić do jutra.',
  ],
  [['customer', 'public'], 'Ustalenie koloru i tkaniny', 'Zostaje {kolor}. Próbka tkaniny wysłana kurierem.'],
  [['customer'], 'Negocjacja rabatu', 'Oczekuje {rabat}. Bez zgody dyrektora daję najwyżej połowę.'],
  [
    ['customer', 'public', 'private'],
    'Zgłoszenie telefoniczne',
    'Klient zgłosił luz na łączeniach w pozycji {towary}. <Poprosiłam/Poprosiłem> o zdjęcia.',
  ],
  [
    ['customer', 'public'],
    'Przypomnienie o płatności',
    'Księgowa obiecała przelew {termin}. Zadzwonić ponownie, jeśli nie wpłynie.',
  ],
  [['customer', 'private'], 'Pytanie o status zamówienia', 'Zamówienie na tapicerni. Podany termin: {termin2}.'],
  [['supplier'], 'Dopytanie o dostawę', '{materialM}: wyjedzie {dzien}. Kierowca zadzwoni godzinę przed przyjazdem.'],
  [['supplier'], 'Rozmowa o cenach', 'Podwyżka o {rabat} od nowego kwartału, chcą rozmawiać o rocznej umowie.'],
  [['carrier'], 'Ustalenie załadunku', 'Załadunek {dzien} o {godzina}. Samochód {auto}.'],
  [
    ['office', 'confidential'],
    'Konsultacja telefoniczna',
    'Omówione zapisy umowy {umowa}. Odpowiedź na piśmie do {termin}.',
  ],
  [['foreign'], 'Rozmowa z klientem zagranicznym', 'Pytali o certyfikaty i terminy. Wysłać ofertę po angielsku.'],
]

/** Meetings: title and note. */
export const meetingTexts: [Trade[], string, string][] = [
  [
    ['customer', 'public', 'foreign'],
    'Spotkanie handlowe {miastoW}',
    'Omówione zamówienia na kolejny kwartał. Zainteresowanie: {towary}.',
  ],
  [
    ['customer', 'public'],
    'Pomiar pomieszczeń',
    'Pomiar wykonany, winda za mała na blaty 240 cm. Rysunek u projektantki.',
  ],
  [['customer', 'public'], 'Odbiór montażu', 'Protokół podpisany, dwie drobne poprawki do {termin}.'],
  [['customer', 'private'], 'Oględziny reklamacji', 'Uszkodzenie potwierdzone. Wymiana {ilosc2} szt.'],
  [['supplier', 'carrier'], 'Przegląd współpracy', 'Terminowość za ostatni kwartał 94 %. Ustalone stałe dni dostaw.'],
  [['office', 'confidential'], 'Spotkanie w siedzibie', 'Ustalony harmonogram. Następne spotkanie {termin2}.'],
]

/** Tasks: title and note. */
export const taskTexts: [Trade[], string, string][] = [
  [['customer', 'public'], 'Przygotować ofertę {oferta}', 'Pozycja: {towary}, {ilosc} szt., kolor {kolor}.'],
  [['customer', 'public'], 'Wysłać próbki tkanin', 'Kolory {kolor} i {kolor2}, adres: {adres}.'],
  [['customer', 'public', 'private'], 'Sprawdzić reklamację {reklamacja}', 'Porównać zdjęcia z partią {partia}.'],
  [['customer', 'carrier', 'supplier'], 'Wyjaśnić różnicę salda', 'Różnica {netto}, prawdopodobnie korekta {korekta}.'],
  [['customer'], 'Zadzwonić w sprawie limitu kupieckiego', 'Zapytać o sprawozdanie za ubiegły rok.'],
  [['supplier'], 'Zamówić materiał', '{miara} {materialu} do {termin}.'],
  [['carrier'], 'Zamówić transport', '{palety} palet, {waga} kg, załadunek {termin}.'],
  [['office', 'confidential'], 'Uzupełnić dokumenty', 'Lista w ostatniej wiadomości, termin {termin}.'],
  [['foreign'], 'Wysłać dokumenty eksportowe', 'Faktura, specyfikacja, CMR do zamówienia {zamowienie}.'],
]

/** Notes that colleagues leave for each other: title and note. */
export const noteTexts: [Trade[], string, string][] = [
  [
    ['customer', 'public'],
    'Ważne przy dostawie',
    'Rampa od podwórza, wjazd tylko do {godzina}. Awizować dzień wcześniej, bez tego ochrona nie wpuści samochodu.',
  ],
  [
    ['customer'],
    'Kto u nich decyduje',
    'Zamówienia podpisuje dyrektor, ale o kolorach i tkaninach rozstrzyga projektantka. Wysyłać oferty do obojga.',
  ],
  [
    ['customer', 'public', 'private'],
    'Ustalenia po rozmowie',
    'Uzgodnione: {towary}, kolor {kolor}. <Zapisałam/Zapisałem>, żeby nie szukać tego w mailach.',
  ],
  [
    ['customer', 'foreign'],
    'Rabat i termin płatności',
    'Przy tym zamówieniu rabat {rabat} od cen katalogowych. Nie łączyć z promocjami.',
  ],
  [
    ['private'],
    'Pamiętać przy montażu',
    'Czwarte piętro bez windy, wnosić we dwóch. Pies w domu, uprzedzić o godzinie.',
  ],
  [
    ['supplier'],
    'Na co uważać przy zamówieniu',
    'Potwierdzają tylko na piśmie. {materialM}: porównać dostawę z próbką, zanim trafi na produkcję.',
  ],
  [['carrier'], 'Samochody i kierowcy', 'Z windą jeździ {auto}. Przy dostawach do hoteli prosić o ten samochód.'],
  [
    ['office', 'confidential'],
    'Do uzgodnienia wewnątrz',
    'Przed podpisaniem umowy {umowa} zapytać zarząd o kary umowne. Nie obiecywać terminu, dopóki nie odpowiedzą.',
  ],
]
