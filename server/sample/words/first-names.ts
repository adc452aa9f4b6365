import type { Gender } from '../sample-types.ts'

/** A first name with the form used in „Pani Anno,” and „Panie Marku,”. */
export type FirstName = { name: string; vocative: string; gender: Gender }

const women = [
  ['Agata', 'Agato'],
  ['Agnieszka', 'Agnieszko'],
  ['Aleksandra', 'Aleksandro'],
  ['Alicja', 'Alicjo'],
  ['Anna', 'Anno'],
  ['Barbara', 'Barbaro'],
  ['Beata', 'Beato'],
  ['Dorota', 'Doroto'],
  ['Edyta', 'Edyto'],
  ['Elżbieta', 'Elżbieto'],
  ['Ewa', 'Ewo'],
  ['Ewelina', 'Ewelino'],
  ['Grażyna', 'Grażyno'],
  ['Halina', 'Halino'],
  ['Iwona', 'Iwono'],
  ['Izabela', 'Izabelo'],
  ['Joanna', 'Joanno'],
  ['Justyna', 'Justyno'],
  ['Karolina', 'Karolino'],
  ['Katarzyna', 'Katarzyno'],
  ['Kinga', 'Kingo'],
  ['Magdalena', 'Magdaleno'],
  ['Małgorzata', 'Małgorzato'],
  ['Marta', 'Marto'],
  ['Monika', 'Moniko'],
  ['Natalia', 'Natalio'],
  ['Patrycja', 'Patrycjo'],
  ['Paulina', 'Paulino'],
  ['Renata', 'Renato'],
  ['Sylwia', 'Sylwio'],
  ['Teresa', 'Tereso'],
  ['Weronika', 'Weroniko'],
  ['Wioletta', 'Wioletto'],
  ['Zofia', 'Zofio'],
] as const

const men = [
  ['Adam', 'Adamie'],
  ['Adrian', 'Adrianie'],
  ['Andrzej', 'Andrzeju'],
  ['Arkadiusz', 'Arkadiuszu'],
  ['Artur', 'Arturze'],
  ['Bartosz', 'Bartoszu'],
  ['Bogdan', 'Bogdanie'],
  ['Dariusz', 'Dariuszu'],
  ['Dawid', 'Dawidzie'],
  ['Filip', 'Filipie'],
  ['Grzegorz', 'Grzegorzu'],
  ['Henryk', 'Henryku'],
  ['Jacek', 'Jacku'],
  ['Jakub', 'Jakubie'],
  ['Jan', 'Janie'],
  ['Jarosław', 'Jarosławie'],
  ['Kamil', 'Kamilu'],
  ['Krzysztof', 'Krzysztofie'],
  ['Leszek', 'Leszku'],
  ['Łukasz', 'Łukaszu'],
  ['Maciej', 'Macieju'],
  ['Marcin', 'Marcinie'],
  ['Marek', 'Marku'],
  ['Mariusz', 'Mariuszu'],
  ['Mateusz', 'Mateuszu'],
  ['Michał', 'Michale'],
  ['Mirosław', 'Mirosławie'],
  ['Paweł', 'Pawle'],
  ['Piotr', 'Piotrze'],
  ['Przemysław', 'Przemysławie'],
  ['Rafał', 'Rafale'],
  ['Robert', 'Robercie'],
  ['Sławomir', 'Sławomirze'],
  ['Stanisław', 'Stanisławie'],
  ['Szymon', 'Szymonie'],
  ['Tomasz', 'Tomaszu'],
  ['Waldemar', 'Waldemarze'],
  ['Wojciech', 'Wojciechu'],
  ['Zbigniew', 'Zbigniewie'],
] as const

/** First names that contact persons may have. */
export const firstNames: FirstName[] = [
  ...women.map(([name, vocative]) => ({ name, vocative, gender: 'f' as const })),
  ...men.map(([name, vocative]) => ({ name, vocative, gender: 'm' as const })),
]

/** The vocative of a Polish first name, or the name itself when it is foreign. */
export function vocativeOf(firstName: string): string {
  return firstNames.find(known => known.name === firstName)?.vocative ?? firstName
}
