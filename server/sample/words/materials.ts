/** Something we buy for production, as a measure („120 arkuszy”) of a material in the genitive. */
export type Material = {
  measure: string
  genitive: string
  nominative: string
  unit: string
  amount: number
  price: number
  makers: readonly string[]
}

/** What the sample company buys, and the keys of the suppliers that sell it. */
export const materials: Material[] = [
  row('120|arkuszy|płyty laminowanej 18 mm|płyta laminowana 18 mm', 148, 'tartak-borek plytex'),
  row('60|arkuszy|płyty MDF 22 mm|płyta MDF 22 mm', 176, 'plytex'),
  row('85|arkuszy|sklejki brzozowej 15 mm|sklejka brzozowa 15 mm', 214, 'plytex tartak-borek'),
  row('12|m3|tarcicy bukowej suszonej|tarcica bukowa suszona', 3150, 'tartak-borek'),
  row('8|m3|tarcicy dębowej klasy A|tarcica dębowa klasy A', 5400, 'tartak-borek'),
  row('350|metrów|tkaniny Velvet 32|tkanina Velvet 32', 46, 'tkaniny-aurum'),
  row('500|metrów|tkaniny plecionej Tweed 8|tkanina pleciona Tweed 8', 39, 'tkaniny-aurum'),
  row('200|kompletów|prowadnic z cichym domykiem|prowadnice z cichym domykiem', 52, 'okucia-stalmet'),
  row('1500|sztuk|zawiasów puszkowych 110°|zawiasy puszkowe 110°', 6.4, 'okucia-stalmet'),
  row('400|sztuk|stelaży krzesełkowych S-7|stelaże krzesełkowe S-7', 87, 'okucia-stalmet gaslift'),
  row('150|sztuk|podnośników gazowych kl. 4|podnośniki gazowe kl. 4', 61, 'gaslift'),
  row('90|bloków|pianki tapicerskiej T35|pianka tapicerska T35', 133, 'pianpol'),
  row('2000|sztuk|kartonów pięciowarstwowych|kartony pięciowarstwowe', 7.2, 'kartonex'),
  row('300|kg|lakieru wodnego półmat|lakier wodny półmat', 38, 'lakchem'),
]

function row(text: string, price: number, makers: string): Material {
  const [amount, unit, genitive, nominative] = text.split('|') as [string, string, string, string]
  return {
    measure: `${amount} ${unit}`,
    unit,
    amount: Number(amount),
    genitive,
    nominative,
    price,
    makers: makers.split(' '),
  }
}
