import type { AudienceHint, Trade } from '../sample-types.ts'

/** What a case is about: its title and the conversations that follow one another in it. */
export type Matter = { key: string; trades: Trade[]; titles: string[]; chain: string[]; audience: AudienceHint | null }

/** The matters that cases are made from. */
export const matters: Matter[] = [
  matter(
    'order',
    'customer',
    ['Zamówienie {zamowienie} – {towary}', 'Dostawa: {towary}, {ilosc} szt.'],
    'inquiry order delivery invoice',
  ),
  matter(
    'order-late',
    'customer',
    ['Zamówienie {zamowienie} – opóźnienie', 'Zamówienie {zamowienie}'],
    'order order-change delay delivery invoice reminder',
  ),
  matter(
    'project',
    'customer',
    ['Wyposażenie obiektu {miastoW}: {towary}', 'Projekt aranżacji {miastoW}'],
    'layout inquiry order prepayment assembly invoice',
  ),
  matter(
    'complaint',
    'customer public',
    ['Reklamacja {reklamacja} – {towary}', 'Reklamacja {towarow} ({zamowienie})'],
    'damage repair',
  ),
  matter(
    'missing',
    'customer public',
    ['Braki w dostawie {zamowienie}', 'Niekompletna dostawa {zamowienie}'],
    'missing invoice-query',
  ),
  matter('service', 'customer public', ['Serwis gwarancyjny – {towary}', 'Naprawa: {towary}'], 'repair'),
  matter('contract', 'customer', ['Umowa ramowa {umowa}', 'Współpraca w {rok} roku'], 'meeting contract price-list'),
  matter(
    'payment',
    'customer public',
    ['Zaległość {faktura}', 'Rozliczenie faktury {faktura}'],
    'invoice reminder balance',
    'Księgowość',
  ),
  matter('limit', 'customer', ['Limit kupiecki'], 'credit-limit balance', 'Księgowość'),
  matter('showroom', 'customer', ['Ekspozycja {towarow} {miastoW}'], 'showroom delivery'),
  matter('returns', 'customer', ['Zwrot nadwyżki – {towary}'], 'surplus invoice-query'),
  matter(
    'tender',
    'public',
    ['Postępowanie {postepowanie} – {towary}'],
    'tender certificates order delivery assembly invoice',
  ),
  matter(
    'material',
    'supplier',
    ['Zakup: {materialM}', 'Zamówienie {zakup} – {materialM}'],
    'samples material-order cost-invoice',
  ),
  matter(
    'material-bad',
    'supplier',
    ['Reklamacja materiału – {materialM}'],
    'material-order material-complaint cost-invoice',
  ),
  matter('price-rise', 'supplier', ['Ceny {rok} – negocjacje'], 'price-rise meeting contract'),
  matter('freight', 'carrier', ['Przewozy – {miesiac}', 'Zlecenie {zlecenie}'], 'freight cost-invoice'),
  matter('freight-damage', 'carrier', ['Szkoda transportowa {zlecenie}'], 'freight transport-damage'),
  matter('legal', 'office', ['Obsługa prawna – umowa {umowa}'], 'legal-opinion cost-invoice', 'Zarząd'),
  matter('insurance', 'office', ['Ubezpieczenie majątku {rok}'], 'insurance cost-invoice'),
  matter('leasing', 'office', ['Leasing maszyn {umowa}'], 'leasing audit', 'Księgowość'),
  matter('systems', 'office', ['Utrzymanie systemu magazynowego'], 'systems cost-invoice'),
  matter('lease', 'office', ['Najem hali – aneks {umowa}'], 'lease cost-invoice'),
  matter('takeover', 'confidential', ['Projekt Grodzka – nabycie udziałów'], 'takeover audit', 'Zarząd'),
  matter('consumer', 'private', ['Zamówienie indywidualne {zamowienie}'], 'consumer-question prepayment invoice'),
  matter('consumer-complaint', 'private', ['Reklamacja konsumencka {reklamacja}'], 'missing consumer-complaint'),
  matter('export', 'foreign', ['Eksport: {towary}', 'Zamówienie eksportowe {zamowienie}'], 'inquiry-en shipment-en'),
  matter('export-claim', 'foreign', ['Reklamacja eksportowa {reklamacja}'], 'shipment-en claim-en'),
  matter('export-de', 'foreign', ['Eksport do Niemiec: {towary}'], 'inquiry-de inquiry-de'),
]

/** Which matters suit which contractors of the office trade, because their businesses differ. */
export const officeMatters: Record<string, string> = {
  'kancelaria-ordon': 'legal',
  'leasing-bona': 'leasing',
  'ubezpieczenia-tarcza': 'insurance',
  serwit: 'systems',
  'park-wschod': 'lease',
}

/** The conversation that suits a contractor of the office trade when there is no case. */
export const officeScenarios: Record<string, string[]> = {
  'kancelaria-ordon': ['legal-opinion', 'cost-invoice'],
  'leasing-bona': ['leasing', 'cost-invoice', 'audit'],
  'ubezpieczenia-tarcza': ['insurance', 'meeting'],
  serwit: ['systems', 'cost-invoice'],
  'park-wschod': ['lease', 'cost-invoice'],
}

function matter(
  key: string,
  trades: string,
  titles: string[],
  chain: string,
  audience: AudienceHint | null = null,
): Matter {
  return { key, trades: trades.split(' ') as Trade[], titles, chain: chain.split(' '), audience }
}
