import { spellAmount } from '../documents/sheet.ts'
import type { Random } from '../random.ts'
import type { SampleContractor } from '../sample-types.ts'
import { inWarsaw } from '../warsaw-time.ts'
import { type Material, materials } from '../words/materials.ts'
import { colours, type Product, products, quantities } from '../words/products.ts'
import type { Numbering } from './numbering.ts'

/** Chance, document numbers and, where a demonstration needs it, the product (48 pieces, 8 of them broken). */
export type Tools = { random: Random; numbering: Numbering; product?: Product }

/** What a matter is about: the same in all its conversations and documents. */
export type Subject = {
  product: Product
  material: Material
  quantity: number
  fewer: number
  colour: string
  otherColour: string
  discount: number
  /** What the invoice of this matter is for. */
  line: { name: string; unit: string; amount: number; price: number }
  currency: 'PLN' | 'EUR'
  /** Words that stay the same as long as the matter lasts. */
  words: Record<string, string>
}

const officeServices: Record<string, string> = {
  'kancelaria-ordon': 'Obsługa prawna',
  'leasing-bona': 'Rata leasingowa',
  'ubezpieczenia-tarcza': 'Składka ubezpieczeniowa',
  serwit: 'Opieka serwisowa nad systemem',
  'park-wschod': 'Czynsz najmu hali',
}

const drivers = [
  'Zbigniew Maj',
  'Andrzej Gil',
  'Mirosław Pająk',
  'Dariusz Skiba',
  'Krzysztof Żak',
  'Jarosław Mróz',
] as const

/** Invents what a matter is about. */
export function inventSubject(contractor: SampleContractor, at: Date, tools: Tools): Subject {
  const { random, numbering } = tools
  const isPrivate = contractor.trade === 'private'
  const product = tools.product ?? random.pick(isPrivate ? products.filter(({ price }) => price < 1200) : products)
  const offered = materials.filter(material => material.makers.includes(contractor.key))
  const material = random.pick(offered.length > 0 ? offered : materials)
  const quantity = tools.product
    ? 48
    : isPrivate
      ? 6
      : random.pick(product.price > 1500 ? quantities.slice(0, 5) : quantities)
  const fewer = tools.product ? 8 : random.pick([5, 6, 7, 8].filter(count => count < quantity))
  const [colour, otherColour] = random.shuffle(colours) as [string, string]
  const discount = random.between(2, 9)
  const [driver, helper] = random.shuffle(drivers) as [string, string]
  const [otherCity, otherCityName] = random.pick([
    ['w Poznaniu', 'Poznań'],
    ['w Kaliszu', 'Kalisz'],
    ['we Wrocławiu', 'Wrocław'],
    ['w Warszawie', 'Warszawa'],
    ['w Gdańsku', 'Gdańsk'],
  ] as const)
  const line = invoicedLine(contractor, { product, material, quantity, fee: random.between(6, 48) * 100 })
  const words: Record<string, string> = {
    towary: product.nominative,
    towarow: product.genitive,
    towarami: product.instrumental,
    towarach: product.locative,
    wares: product.english,
    waren: product.german,
    kod: product.code,
    materialM: material.nominative,
    materialu: material.genitive,
    miara: material.measure,
    ilosc: String(quantity),
    ilosc2: String(fewer),
    kolor: colour,
    kolor2: otherColour,
    rabat: `${discount}%`,
    palety: String(random.between(5, 12)),
    waga: String(random.between(9, 48) * 50),
    kierowca: random.chance(0.5) ? driver : helper,
    auto: `${random.pick(['PKE', 'PO', 'OP', 'DW', 'WPI'])} ${random.digits(4)}${random.pick(['A', 'C', 'F', 'K', 'X'])}`,
    partia: `${random.between(100, 999)}/${random.between(10, 52)}`,
    polisa: `TA ${random.digits(4)} ${random.digits(4)}`,
    miastoW: contractor.cityIn,
    firma: contractor.name,
    miastoW2: otherCity,
    miasto2: otherCityName,
    adres: `${contractor.address.street}, ${contractor.address.postalCode} ${contractor.address.city}`,
    cena: `${spellAmount(product.price)} zł`,
    cenaBrutto: `${spellAmount(product.price * 1.23)} zł`,
    netto: `${spellAmount(product.price * fewer)} zł`,
    kwota: `${spellAmount(line.price * line.amount * 1.23)} zł`,
    saldo: `${spellAmount(random.between(8, 60) * 10_000)} zł`.replace(',00', ''),
    postepowanie: `ZP.271.${random.between(3, 48)}.${inWarsaw(at).year}`,
    zamowienie: numbering('order', at),
    oferta: numbering('offer', at),
    zakup: numbering('purchase', at),
    reklamacja: numbering('complaint', at),
    umowa: numbering('contract', at),
    zlecenie: numbering('freight', at),
  }
  const currency = contractor.trade === 'foreign' ? 'EUR' : 'PLN'
  return { product, material, quantity, fewer, colour, otherColour, discount, line, currency, words }
}

type Goods = { product: Product; material: Material; quantity: number; fee: number }

/** What an invoice between us is for: their material or service when they sell, our furniture otherwise. */
function invoicedLine(contractor: SampleContractor, goods: Goods): Subject['line'] {
  const service = (name: string) => ({ name, unit: 'usł.', amount: 1, price: goods.fee })
  if (contractor.trade === 'supplier') {
    const { nominative, unit, amount, price } = goods.material
    return { name: nominative, unit, amount, price }
  }
  if (contractor.trade === 'carrier') return service('Usługa transportowa')
  if (contractor.trade === 'office' || contractor.trade === 'confidential')
    return service(officeServices[contractor.key] ?? 'Usługa doradcza')
  const price = contractor.trade === 'foreign' ? Math.round(goods.product.price / 4.25) : goods.product.price
  return { name: goods.product.nominative, unit: 'szt.', amount: goods.quantity, price }
}
