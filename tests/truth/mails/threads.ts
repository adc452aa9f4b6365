import { arrives, type MailPlan, type Step } from '../mail-plan.ts'
import { belongs, type Truth } from '../truth.ts'

const arrive = (mail: MailPlan, truth: Truth) => arrives('threads', mail, truth)

/** Ordinary correspondence: answers with quotations, long threads, branches with other people. */
export const threads: Step[] = [
  arrive(
    {
      key: 'pokazowe-zgoda',
      from: 'lis',
      to: 'zych',
      re: 'pokazowe-uklady',
      text: 'Pani Aniu, układy 1, 2 i 5 są świetne. Przy wyspie przyłącze będzie, hydraulik potwierdził.',
    },
    belongs('case', 'Klientka odpowiada w wątku sprawy', 'meblorama/pokazowe'),
  ),
  arrive(
    {
      key: 'pokazowe-cena',
      from: 'zych',
      to: 'lis',
      re: 'pokazowe-zgoda',
      text: 'Dziękuję! W załączniku kosztorys. Rabat ekspozycyjny 35 %.',
      attachments: [{ name: 'kosztorys pokazowe.pdf', type: 'application/pdf', content: '%PDF-1.4 kosztorys' }],
    },
    belongs('case', 'Nasza odpowiedź w tym samym wątku', 'meblorama/pokazowe'),
  ),
  arrive(
    {
      key: 'pokazowe-kolega',
      from: 'Olga Hryń <o.hryn@meblorama.example>',
      to: 'zych',
      cc: 'lis',
      re: 'pokazowe-cena',
      quote: 'outlook',
      text: 'Dzień dobry, przejmuję od Kasi sprawy techniczne. Proszę o rysunki przyłączy do układów 1, 2, 5.',
    },
    belongs('case', 'Nowa osoba klienta w tym samym wątku', 'meblorama/pokazowe'),
  ),
  arrive(
    {
      key: 'pokazowe-rysunki',
      from: 'zych',
      to: 'Olga Hryń <o.hryn@meblorama.example>',
      re: 'pokazowe-kolega',
      text: 'Pani Olgo, rysunki w załączeniu.',
      attachments: [{ name: 'przylacza.dwg', type: 'application/octet-stream', content: 'AC1027 rysunek' }],
    },
    belongs('case', 'Dalsza korespondencja sprawy', 'meblorama/pokazowe'),
  ),
  arrive(
    {
      key: 'pokazowe-stolarz',
      from: 'maj',
      to: 'dabrowa',
      re: 'pokazowe-zgoda',
      subject: 'Fwd: Kuchnie pokazowe w salonie Poznań – wyspa w dębie?',
      text: 'Panie Stanisławie, proszę o cenę blatu wyspy w dębie do kuchni pokazowych Mebloramy, 2400 x 1000.',
    },
    belongs(
      'contractor',
      'Pytanie do podwykonawcy w sprawie kuchni pokazowych; adresatem jest stolarnia',
      'meblorama/pokazowe',
      'dabrowa',
    ),
  ),
  arrive(
    {
      key: 'biel-oferta',
      from: 'dudek',
      to: 'wrobel',
      re: 'biel-start',
      text: 'Panie Adamie, wymienimy całą partię. Odbiór starych frontów w środę.',
    },
    belongs('case', 'Nasza odpowiedź na reklamację', 'meblorama/biel'),
  ),
  arrive(
    {
      key: 'biel-dzieki',
      from: 'wrobel',
      to: 'dudek',
      cc: 'reklamacje',
      re: 'biel-oferta',
      text: 'Dziękuję, środa pasuje, rampa od 8.',
      html: true,
    },
    belongs('case', 'Odpowiedź w wątku reklamacji', 'meblorama/biel'),
  ),
  arrive(
    {
      key: 'fronty-zaliczka',
      from: 'dabrowaewa',
      to: 'maj',
      re: 'fronty-zgoda',
      text: 'Potwierdzam wpływ zaliczki, zaczynamy w poniedziałek.',
    },
    belongs('case', 'Odpowiedź ze stolarni, z adresu biura', 'dabrowa/fronty'),
  ),
  arrive(
    {
      key: 'kwarc-uwagi',
      from: 'maj',
      to: 'szulc',
      re: 'kwarc-start',
      quote: 'outlook',
      text: 'Panie Robercie, paragraf 7 do zmiany: kara umowna po obu stronach równa.',
    },
    belongs('case', 'Uwagi do kontraktu', 'blatex/kwarc'),
  ),
  arrive(
    {
      key: 'kwarc-zgoda',
      from: 'szulc',
      to: 'maj',
      re: 'kwarc-uwagi',
      quote: 'outlook',
      text: 'Zgoda na § 7. Podpisany skan wyślę jutro.',
    },
    belongs('case', 'Odpowiedź w wątku kontraktu', 'blatex/kwarc'),
  ),
  arrive(
    {
      key: 'import-zamowienie',
      from: 'maj',
      to: 'vogel',
      re: 'import-start',
      text: 'Sehr geehrte Frau Vogel,\nhiermit bestellen wir 20 Hauben DH-60 und 20 Kochfelder KF-4.',
      signature: 'Mit freundlichen Grüßen\nPiotr Maj\nForma i Front',
    },
    belongs('case', 'Zamówienie w wątku importu', 'muller/agdimport'),
  ),
  arrive(
    {
      key: 'import-termin',
      from: 'vogel',
      to: 'maj',
      re: 'import-zamowienie',
      subject: 'AW: Preisliste Hauben und Kochfelder 2026',
      text: 'Guten Tag Herr Maj,\nLiefertermin KW 19, Spedition meldet sich.',
    },
    belongs('case', 'Niemiecka odpowiedź (AW:) w wątku', 'muller/agdimport'),
  ),
  arrive(
    {
      key: 'surfaces-thanks',
      from: 'lindqvist',
      to: 'maj',
      re: 'surfaces-start',
      subject: 'SV: Laminates 2026 – new collection',
      text: 'Hi again, the decor 4410 is out of stock until June, would 4412 do?',
      quote: 'outlook',
    },
    belongs('case', 'Dopisek do własnej wiadomości w wątku', 'nordic/surfaces'),
  ),
  arrive(
    {
      key: 'lipowe-oferta',
      from: 'zych',
      to: 'oko',
      re: 'lipowe-start',
      text: 'Panie Marku, trzy zestawy w załączniku, ceny netto za lokal.',
    },
    belongs('case', 'Oferta w wątku osiedla', 'tarczadev/lipowe'),
  ),
  arrive(
    {
      key: 'lipowe-architekt',
      from: 'Zofia Brzoza <z.brzoza@studio-brzoza.example>',
      to: 'zych',
      cc: 'oko',
      re: 'lipowe-oferta',
      text: 'Dzień dobry, jestem architektem inwestora. W zestawie 2 proszę o fronty w macie zamiast połysku.',
    },
    belongs('case', 'Architekt inwestora odpowiada w wątku, inwestor w kopii', 'tarczadev/lipowe'),
  ),
  arrive(
    {
      key: 'lipowe-architekt-sama',
      from: 'zych',
      to: 'Zofia Brzoza <z.brzoza@studio-brzoza.example>',
      re: 'lipowe-architekt',
      subject: 'Prywatnie: wakacje w Toskanii',
      quote: 'none',
      text: 'Zosiu, to ten adres agroturystyki, o który pytałaś. Uściski, Ania',
      signature: '',
    },
    {
      places: [],
      derivable: 'neither',
      wanted: 'triage',
      why: 'Gałąź wątku zeszła na prywatny temat i nie ma w niej już klienta',
    },
  ),
  arrive(
    {
      key: 'lipowa5-pomiar',
      from: 'kuchnie',
      to: 'kowalczyk',
      re: 'lipowa5-start',
      text: 'Pomiar w czwartek o 17, pasuje?',
    },
    belongs('case', 'Odpowiedź klientowi prywatnemu', 'kowalczyk/lipowa5'),
  ),
  arrive(
    {
      key: 'lipowa5-zona',
      from: 'kowalczykzona',
      to: 'kuchnie',
      cc: 'kowalczyk',
      re: 'lipowa5-pomiar',
      text: 'Pasuje, będę ja, bo mąż pracuje. Proszę dzwonić domofonem 14.',
    },
    belongs('case', 'Żona klienta odpowiada w wątku z własnego adresu', 'kowalczyk/lipowa5'),
  ),
]
