import type { AudienceHint, SampleContractor, SampleRelation, Trade } from '../sample-types.ts'

/** A contractor as data: tax numbers and telephones are invented by the generator. */
export type ContractorSeed = {
  key: string
  name: string
  trade: Trade
  domain: string | null
  street: string
  postalCode: string
  city: string
  cityIn: string
  country: string
  audience: AudienceHint
  manager: string
  language: SampleContractor['language']
  /** How much is going on with this contractor, compared with others. */
  weight: number
  hasKrs: boolean
  note: string | null
}

const sales = ['Katarzyna', 'Tomasz', 'Michał'] as const

/** Key | name | domain | street | postal code;city | city with its preposition. */
const rows: [Trade, string, Partial<ContractorSeed>?][] = [
  [
    'customer',
    'hurtownia-kowal|Hurtownia Kowal sp. z o.o.|hurtownia-kowal.example|ul. Magazynowa 7|62-800;Kalisz|w Kaliszu',
    {
      weight: 12,
      manager: 'Katarzyna',
      note: 'Największy odbiorca hurtowy. Limit kupiecki 150 000 zł, termin 30 dni.',
    },
  ],
  [
    'customer',
    'salon-dabrowa|Salon Meblowy Dąbrowa s.c.|meble-dabrowa.example|ul. Wojska Polskiego 112|60-001;Poznań|w Poznaniu',
    { weight: 3 },
  ],
  [
    'customer',
    'wnetrza-plus|Wnętrza Plus sp. z o.o.|wnetrzaplus.example|al. Krakowska 204|02-219;Warszawa|w Warszawie',
    { weight: 4 },
  ],
  [
    'customer',
    'hotel-bursztyn|Hotel Bursztyn sp. z o.o. sp.k.|hotelbursztyn.example|ul. Nadmorska 3|78-100;Kołobrzeg|w Kołobrzegu',
    { weight: 3 },
  ],
  [
    'customer',
    'biuro-design|Biuro Design Studio Magdalena Rak|biurodesign.example|ul. Piotrkowska 88|90-103;Łódź|w Łodzi',
    { weight: 2, hasKrs: false },
  ],
  [
    'customer',
    'meblohurt|Meblohurt Śląsk S.A.|meblohurt.example|ul. Hutnicza 15|40-241;Katowice|w Katowicach',
    { weight: 4 },
  ],
  [
    'customer',
    'gospoda-zagloba|Gospoda u Zagłoby Henryk Sikora|gospoda-zagloba.example|Rynek 4|56-400;Oleśnica|w Oleśnicy',
    { weight: 1, hasKrs: false },
  ],
  [
    'customer',
    'coworking-hala|Hala Coworking sp. z o.o.|halacoworking.example|ul. Stoczniowa 21|80-873;Gdańsk|w Gdańsku',
    { weight: 2 },
  ],
  [
    'customer',
    'studio-forma|Studio Forma Ptak i Wspólnicy sp.j.|studioforma.example|ul. Dietla 50|31-039;Kraków|w Krakowie',
    { weight: 2 },
  ],
  [
    'customer',
    'resort-mazury|Resort Mazury sp. z o.o.|resortmazury.example|ul. Żeglarska 1|11-730;Mikołajki|w Mikołajkach',
    { weight: 2 },
  ],
  [
    'customer',
    'klinika-vita|Klinika Vita sp. z o.o.|klinikavita.example|ul. Lipowa 33|20-024;Lublin|w Lublinie',
    { weight: 2 },
  ],
  [
    'customer',
    'deweloper-nova|Nova Park Deweloper sp. z o.o.|novapark.example|ul. Legnicka 57|54-203;Wrocław|we Wrocławiu',
    { weight: 3 },
  ],
  [
    'customer',
    'meble-kruk|Meble Kruk Joanna Kruk|meblekruk.example|ul. Długa 9|85-034;Bydgoszcz|w Bydgoszczy',
    { weight: 2, hasKrs: false },
  ],
  [
    'customer',
    'kawiarnie-ziarno|Kawiarnie Ziarno sp. z o.o.|ziarno.example|ul. Nowy Świat 19|00-029;Warszawa|w Warszawie',
    { weight: 2 },
  ],
  // Two companies of one group write from one domain, so only people and tax numbers tell them apart.
  [
    'customer',
    'jesion-meble|Jesion Meble sp. z o.o.|grupa-jesion.example|ul. Fabryczna 2|87-100;Toruń|w Toruniu',
    { weight: 1 },
  ],
  [
    'customer',
    'jesion-hotele|Jesion Hotele sp. z o.o.|grupa-jesion.example|ul. Mostowa 14|87-100;Toruń|w Toruniu',
    { weight: 1 },
  ],
  [
    'public',
    'sp-12|Szkoła Podstawowa nr 12 w Rzeszowie|sp12rzeszow.example|ul. Szkolna 6|35-010;Rzeszów|w Rzeszowie',
    { weight: 1, hasKrs: false },
  ],
  [
    'public',
    'gmina-lipowiec|Gmina Lipowiec|lipowiec.example|pl. Wolności 1|63-300;Lipowiec|w Lipowcu',
    { weight: 1.5, hasKrs: false },
  ],
  [
    'public',
    'szpital-sw-jerzego|Szpital Powiatowy im. św. Jerzego|szpital-jerzego.example|ul. Szpitalna 45|63-500;Ostrzeszów|w Ostrzeszowie',
    { weight: 1.5 },
  ],
  [
    'public',
    'biblioteka-miejska|Miejska Biblioteka Publiczna w Opolu|mbpopole.example|ul. Minorytów 4|45-017;Opole|w Opolu',
    { weight: 1, hasKrs: false },
  ],
  [
    'supplier',
    'tartak-borek|Tartak Borek Jan Borek i Synowie sp.j.|tartakborek.example|ul. Leśna 2|46-320;Praszka|w Praszce',
    { weight: 2.5 },
  ],
  ['supplier', 'plytex|Płytex S.A.|plytex.example|ul. Przemysłowa 40|05-200;Wołomin|w Wołominie', { weight: 3 }],
  [
    'supplier',
    'tkaniny-aurum|Tkaniny Aurum sp. z o.o.|tkaninyaurum.example|ul. Tkacka 11|95-070;Aleksandrów Łódzki|w Aleksandrowie Łódzkim',
    { weight: 2 },
  ],
  [
    'supplier',
    'okucia-stalmet|Okucia Stalmet sp. z o.o.|stalmet.example|ul. Kolejowa 77|42-202;Częstochowa|w Częstochowie',
    { weight: 2 },
  ],
  [
    'supplier',
    'gaslift|Gaslift Polska sp. z o.o.|gaslift.example|ul. Lotnicza 5|35-959;Rzeszów|w Rzeszowie',
    { weight: 1 },
  ],
  [
    'supplier',
    'pianpol|Pianpol Zakład Tworzyw sp. z o.o.|pianpol.example|ul. Fabryczna 28|64-100;Leszno|w Lesznie',
    { weight: 1 },
  ],
  [
    'supplier',
    'kartonex|Kartonex Opakowania Wioletta Żak|kartonex.example|ul. Papiernicza 3|58-500;Jelenia Góra|w Jeleniej Górze',
    { weight: 1, hasKrs: false },
  ],
  [
    'supplier',
    'lakchem|Lakchem sp. z o.o.|lakchem.example|ul. Chemików 14|32-600;Oświęcim|w Oświęcimiu',
    { weight: 1 },
  ],
  [
    'carrier',
    'trans-maj|Trans-Maj Zbigniew Maj|transmaj.example|ul. Spedycyjna 19|63-600;Kępno|w Kępnie',
    { weight: 2, hasKrs: false, manager: 'Michał' },
  ],
  [
    'carrier',
    'logistra|Logistra Spedycja sp. z o.o.|logistra.example|ul. Portowa 60|81-350;Gdynia|w Gdyni',
    { weight: 2, manager: 'Michał' },
  ],
  [
    'office',
    'kancelaria-ordon|Kancelaria Radców Prawnych Ordon i Partnerzy sp.p.|ordon.example|ul. Świętego Marcina 29|61-806;Poznań|w Poznaniu',
    { weight: 1.5, audience: 'Zarząd', manager: 'Barbara' },
  ],
  [
    'office',
    'leasing-bona|Bona Leasing S.A.|bonaleasing.example|ul. Prosta 51|00-838;Warszawa|w Warszawie',
    { weight: 1.2, audience: 'Księgowość', manager: 'Ewa' },
  ],
  [
    'office',
    'ubezpieczenia-tarcza|Agencja Tarcza Beata Skiba|tarcza-agencja.example|ul. Kościuszki 8|63-600;Kępno|w Kępnie',
    { weight: 1, hasKrs: false, manager: 'Ewa' },
  ],
  [
    'office',
    'serwit|Serwit Systemy Informatyczne sp. z o.o.|serwit.example|ul. Wrocławska 91|45-837;Opole|w Opolu',
    { weight: 1.2, manager: 'Rafał' },
  ],
  [
    'office',
    'park-wschod|Park Magazynowy Wschód sp. z o.o.|parkwschod.example|ul. Celna 2|63-600;Kępno|w Kępnie',
    { weight: 1, manager: 'Barbara' },
  ],
  [
    'confidential',
    'stolarnia-grodzka|Stolarnia Grodzka sp. z o.o.|stolarniagrodzka.example|ul. Grodzka 16|98-400;Wieruszów|w Wieruszowie',
    { weight: 1.2, audience: 'Zarząd', manager: 'Barbara', note: 'Poufne: rozmowy o nabyciu udziałów.' },
  ],
  [
    'private',
    'halina-przykladowa|Halina Przykładowa|-|ul. Kwiatowa 5|63-400;Ostrów Wielkopolski|w Ostrowie Wielkopolskim',
    { weight: 0.7 },
  ],
  ['private', 'jan-fikcyjny|Jan Fikcyjny|-|ul. Polna 31|98-300;Wieluń|w Wieluniu', { weight: 0.7 }],
  ['private', 'monika-zmyslona|Monika Zmyślona|-|ul. Ogrodowa 14/6|50-504;Wrocław|we Wrocławiu', { weight: 0.6 }],
  ['private', 'andrzej-probny|Andrzej Próbny|-|os. Słoneczne 2/17|61-255;Poznań|w Poznaniu', { weight: 0.6 }],
  [
    'foreign',
    'nordhem|Nordhem Interiör AB|nordhem.example|Storgatan 12|211 42;Malmö|in Malmö',
    { weight: 1.6, language: 'en', country: 'SE', manager: 'Michał' },
  ],
  [
    'foreign',
    'holzmann|Möbelhaus Holzmann GmbH|moebel-holzmann.example|Lindenstraße 44|03046;Cottbus|in Cottbus',
    { weight: 1.6, language: 'de', country: 'DE', manager: 'Michał' },
  ],
  [
    'foreign',
    'dvorak|Nábytek Dvořák s.r.o.|nabytek-dvorak.example|Masarykova 210|602 00;Brno|in Brno',
    { weight: 1.2, language: 'en', country: 'CZ', manager: 'Michał' },
  ],
  [
    'foreign',
    'harrow|Harrow & Finch Ltd|harrowfinch.example|18 Mill Lane|LS1 4AB;Leeds|in Leeds',
    { weight: 1, language: 'en', country: 'GB', manager: 'Tomasz' },
  ],
]

/** Every contractor of the sample company, the richest file first. */
export const contractorSeeds: ContractorSeed[] = rows.map(([trade, text, marks], index) => {
  const [key, name, domain, street, place, cityIn] = text.split('|') as [string, string, string, string, string, string]
  const [postalCode, city] = place.split(';') as [string, string]
  return {
    key,
    name,
    trade,
    street,
    postalCode,
    city,
    cityIn,
    domain: domain === '-' ? null : domain,
    country: 'PL',
    audience: 'everyone',
    manager: trade === 'supplier' ? 'Michał' : (sales[index % sales.length] ?? 'Tomasz'),
    language: 'pl',
    weight: 1,
    hasKrs: trade !== 'private',
    note: null,
    ...marks,
  }
})

/** Contractors that belong together: what the second is to the first. */
export const contractorRelations: SampleRelation[] = [
  { contractorKey: 'jesion-meble', relatedKey: 'jesion-hotele', kind: 'group' },
  { contractorKey: 'meblohurt', relatedKey: 'wnetrza-plus', kind: 'subsidiary' },
  { contractorKey: 'hurtownia-kowal', relatedKey: 'park-wschod', kind: 'other' },
  { contractorKey: 'hurtownia-kowal', relatedKey: 'meble-kruk', kind: 'other' },
  // There for the few who see the first of the two.
  { contractorKey: 'stolarnia-grodzka', relatedKey: 'tartak-borek', kind: 'parent' },
]
