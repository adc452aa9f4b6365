import type { ContractorKey } from './company.ts'

/** The cases in the order in which they are opened: the n-th one gets the reference 2026/000n. */
export const cases = {
  pokazowe: { contractor: 'meblorama', reference: '2026/0001', title: 'Kuchnie pokazowe Poznań' },
  biel: { contractor: 'meblorama', reference: '2026/0002', title: 'Reklamacja frontów – lakier biel' },
  fronty: { contractor: 'dabrowa', reference: '2026/0003', title: 'Fronty dębowe, seria A' },
  kwarc: { contractor: 'blatex', reference: '2026/0004', title: 'Blaty kwarcowe – kontrakt roczny' },
  pekniecie: { contractor: 'blatex', reference: '2026/0005', title: 'Reklamacja: pęknięty blat' },
  zawiasy: { contractor: 'okucia', reference: '2026/0006', title: 'Zawiasy z cichym domykiem' },
  aneksy: { contractor: 'hotel', reference: '2026/0007', title: 'Aneksy kuchenne w 24 pokojach' },
  lipowe: { contractor: 'tarczadev', reference: '2026/0008', title: 'Osiedle Lipowe – kuchnie' },
  aparthotel: { contractor: 'tarczahot', reference: '2026/0009', title: 'Aparthotel Wola – zabudowy' },
  showroom: { contractor: 'wrona', reference: '2026/0010', title: 'Projekt showroomu' },
  montaze: { contractor: 'monter', reference: '2026/0011', title: 'Montaże – II kwartał' },
  agdimport: { contractor: 'muller', reference: '2026/0012', title: 'Import okapów i płyt' },
  surfaces: { contractor: 'nordic', reference: '2026/0013', title: 'Laminaty Nordic 2026' },
  kurierska: { contractor: 'kurier', reference: '2026/0014', title: 'Umowa kurierska 2026' },
  trasy: { contractor: 'transmeb', reference: '2026/0015', title: 'Transport Kępno – Poznań' },
  mieszkania: { contractor: 'tarasy', reference: '2026/0016', title: 'Mieszkania pokazowe, etap II' },
  etap1: { contractor: 'tarasy', reference: '2026/0017', title: 'Etap I – rozliczenie' },
  zaplecze: { contractor: 'szkola', reference: '2026/0018', title: 'Zaplecze kuchenne stołówki' },
  lakierowanie: { contractor: 'lakiernia', reference: '2026/0019', title: 'Lakierowanie serii B' },
  lipowa5: { contractor: 'kowalczyk', reference: '2026/0020', title: 'Kuchnia, ul. Lipowa 5' },
  mosina: { contractor: 'nowak', reference: '2026/0021', title: 'Kuchnia i garderoba, Mosina' },
  naprawy: { contractor: 'agd', reference: '2026/0022', title: 'Naprawy gwarancyjne AGD' },
} as const satisfies Record<string, { contractor: ContractorKey; reference: string; title: string }>

export type CaseKey = keyof typeof cases
