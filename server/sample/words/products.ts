/** A piece of furniture we make, named in the plural and in the cases that sentences need. */
export type Product = {
  code: string
  nominative: string
  genitive: string
  instrumental: string
  locative: string
  english: string
  german: string
  /** Net price of one piece in złoty. */
  price: number
}

/** What the sample company makes and sells. */
export const products: Product[] = [
  row('KR-OR', 'krzesła Orion|krzeseł Orion|krzesłami Orion|krzesłach Orion', 'Orion chairs|Stühle Orion', 289),
  row(
    'KR-NO',
    'krzesła konferencyjne Nova|krzeseł konferencyjnych Nova|krzesłami konferencyjnymi Nova|krzesłach konferencyjnych Nova',
    'Nova conference chairs|Konferenzstühle Nova',
    345,
  ),
  row('ST-WE', 'stoły Wega|stołów Wega|stołami Wega|stołach Wega', 'Wega dining tables|Esstische Wega', 1290),
  row(
    'ST-AN',
    'stoły konferencyjne Andromeda|stołów konferencyjnych Andromeda|stołami konferencyjnymi Andromeda|stołach konferencyjnych Andromeda',
    'Andromeda conference tables|Konferenztische Andromeda',
    2890,
  ),
  row('BI-AT', 'biurka Atlas|biurek Atlas|biurkami Atlas|biurkach Atlas', 'Atlas desks|Schreibtische Atlas', 890),
  row(
    'BI-RE',
    'biurka regulowane Regulus|biurek regulowanych Regulus|biurkami regulowanymi Regulus|biurkach regulowanych Regulus',
    'Regulus sit-stand desks|höhenverstellbare Schreibtische Regulus',
    1990,
  ),
  row('FO-LU', 'fotele Luna|foteli Luna|fotelami Luna|fotelach Luna', 'Luna armchairs|Sessel Luna', 1150),
  row(
    'FO-SY',
    'fotele biurowe Syriusz|foteli biurowych Syriusz|fotelami biurowymi Syriusz|fotelach biurowych Syriusz',
    'Syriusz office chairs|Bürostühle Syriusz',
    1340,
  ),
  row(
    'RE-KA',
    'regały Kastor|regałów Kastor|regałami Kastor|regałach Kastor',
    'Kastor shelving units|Regale Kastor',
    640,
  ),
  row(
    'SZ-PO',
    'szafy Polaris|szaf Polaris|szafami Polaris|szafach Polaris',
    'Polaris wardrobes|Schränke Polaris',
    1780,
  ),
  row('KO-MI', 'komody Mira|komód Mira|komodami Mira|komodach Mira', 'Mira chests of drawers|Kommoden Mira', 980),
  row('LO-AL', 'łóżka Altair|łóżek Altair|łóżkami Altair|łóżkach Altair', 'Altair beds|Betten Altair', 2150),
  row('SO-DE', 'sofy Deneb|sof Deneb|sofami Deneb|sofach Deneb', 'Deneb sofas|Sofas Deneb', 3290),
  row(
    'SK-IO',
    'stoliki kawowe Io|stolików kawowych Io|stolikami kawowymi Io|stolikach kawowych Io',
    'Io coffee tables|Couchtische Io',
    520,
  ),
  row('HO-RI', 'hokery Rigel|hokerów Rigel|hokerami Rigel|hokerach Rigel', 'Rigel bar stools|Barhocker Rigel', 410),
  row(
    'KB-PL',
    'kontenerki biurowe Pluton|kontenerków biurowych Pluton|kontenerkami biurowymi Pluton|kontenerkach biurowych Pluton',
    'Pluton pedestals|Rollcontainer Pluton',
    470,
  ),
  row(
    'LR-KO',
    'lady recepcyjne Kometa|lad recepcyjnych Kometa|ladami recepcyjnymi Kometa|ladach recepcyjnych Kometa',
    'Kometa reception desks|Empfangstheken Kometa',
    4200,
  ),
  row(
    'SN-SE',
    'szafki nocne Selene|szafek nocnych Selene|szafkami nocnymi Selene|szafkach nocnych Selene',
    'Selene bedside tables|Nachttische Selene',
    360,
  ),
  row(
    'WI-KP',
    'witryny Kapella|witryn Kapella|witrynami Kapella|witrynach Kapella',
    'Kapella display cabinets|Vitrinen Kapella',
    1620,
  ),
  row(
    'SI-TY',
    'siedziska modułowe Tytan|siedzisk modułowych Tytan|siedziskami modułowymi Tytan|siedziskach modułowych Tytan',
    'Tytan modular seats|modulare Sitzelemente Tytan',
    780,
  ),
  row(
    'BL-LI',
    'biblioteczki Lira|biblioteczek Lira|biblioteczkami Lira|biblioteczkach Lira',
    'Lira bookcases|Bücherregale Lira',
    870,
  ),
]

/** Numbers after which a Polish noun stands in the genitive plural. */
export const quantities = [6, 8, 10, 12, 15, 16, 18, 20, 25, 26, 30, 36, 40, 45, 48, 50, 60] as const

/** Finishes, worded so that they follow „w kolorze”. */
export const colours = [
  'dąb sonoma',
  'dąb artisan',
  'orzech',
  'grafit',
  'biały mat',
  'buk naturalny',
  'antracyt',
  'kaszmir',
  'jesion bielony',
  'butelkowa zieleń',
  'granat',
] as const

function row(code: string, polish: string, foreign: string, price: number): Product {
  const [nominative, genitive, instrumental, locative] = polish.split('|') as [string, string, string, string]
  const [english, german] = foreign.split('|') as [string, string]
  return { code, nominative, genitive, instrumental, locative, english, german, price }
}
