import type { Gender } from '../sample-types.ts'

/** Surnames in the form of a woman and of a man. */
export const surnames: readonly Record<Gender, string>[] = [
  ...both(
    'Baran Bąk Bielak Cichoń Czyż Dudek Dziuba Gil Głąb Jarosz Kaczmarek Kasprzak Klimek Kłos Kołodziej Kozioł Kruk Kubiak',
  ),
  ...both(
    'Lis Łuczak Machała Mazur Michalak Mróz Niedziela Ordon Pająk Pawlik Piątek Polak Ptak Rak Rogala Sikora Skiba Sowa Stępień',
  ),
  ...both('Szewczyk Szulc Śliwa Tkacz Urban Walczak Wilk Wójcik Wrona Zając Żak Żurek'),
  ...paired(
    'Adamsk Bielawsk Borkowsk Brzezińsk Chmielewsk Czarneck Domańsk Filipowsk Górsk Jabłońsk Janick Kalinowsk Konopnick Krajewsk',
  ),
  ...paired(
    'Leśniewsk Lipińsk Maciejewsk Majewsk Malinowsk Nowick Orłowsk Piotrowsk Radomsk Rutkowsk Sobczyńsk Sokołowsk Sosnowsk',
  ),
  ...paired('Szymańsk Tomaszewsk Wasilewsk Wierzbick Witkowsk Wiśniewsk Wysock Zakrzewsk Zawadzk Zielińsk Żukowsk'),
]

function both(names: string): Record<Gender, string>[] {
  return names.split(' ').map(name => ({ f: name, m: name }))
}

function paired(stems: string): Record<Gender, string>[] {
  return stems.split(' ').map(stem => ({ f: `${stem}a`, m: `${stem}i` }))
}
