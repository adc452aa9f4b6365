import { type Scenario, them, us } from './scenario.ts'

/** Conversations in English and German. */
export const foreignScenarios: Scenario[] = [
  {
    key: 'inquiry-en',
    trades: ['foreign'],
    desk: 'purchasing',
    reaches: 'trade',
    language: 'en',
    subjects: ['Request for quotation: {wares}', 'RFQ – {wares}', 'Quotation needed, {ilosc} pcs'],
    steps: [
      them([
        '[We are planning a new project and would like to receive a quotation for|Could you please quote] {ilosc} pcs of {wares}[, delivered to our warehouse| including delivery]?',
        '[Please include lead time and payment terms.|What would be the lead time?] [We would need the goods in about eight weeks.|Samples of the fabric would be helpful.]',
      ]),
      us(
        [
          'Thank you for your inquiry. [Please find our offer no. {oferta} attached.|Our quotation no. {oferta} is attached.] [The lead time is five weeks after order confirmation.|Delivery is possible in week 40 at the latest.]',
          '?[Prices are net, EXW Kępno.|Transport can be arranged by us at cost.]',
        ],
        ['offer'],
      ),
      them([
        '[Thank you, the prices look reasonable.|Thanks for the quick reply.] [Is there a discount for a full truck?|Could you offer {rabat} for prepayment?]',
      ]),
      us(
        [
          '[For a full truck we can offer {rabat}.|Yes, with prepayment we can grant {rabat}.] [The updated offer is attached.|Please see the revised document.]',
        ],
        ['offer'],
      ),
      them(['[Great, please find our purchase order attached.|We accept. The order is attached.]'], ['order']),
    ],
  },
  {
    key: 'shipment-en',
    trades: ['foreign'],
    desk: 'purchasing',
    reaches: 'warehouse',
    language: 'en',
    subjects: ['Shipment of order {zamowienie}', 'Order {zamowienie} – loading date', 'Delivery details {zamowienie}'],
    steps: [
      us(
        [
          '[Your order {zamowienie} is ready for collection.|We have finished your order {zamowienie}.] {palety} pallets, approx. {waga} kg. [Loading is planned for {dateEn}.|The truck will leave Kępno on {dateEn}.]',
        ],
        ['waybill'],
      ),
      them([
        "[Thank you. Our gate is open from 7:00 to 15:00.|Noted, thank you.] [Please send the driver's phone number.|Please send the invoice as well.]",
      ]),
      us(
        ['[The driver speaks English, plate number {auto}.|Plate number {auto}.] The invoice is attached.'],
        ['invoice'],
      ),
      them(
        [
          '[Goods received in good condition.|Everything arrived, many thanks.] [The signed CMR is attached.|Please find the signed CMR attached.]',
        ],
        ['waybill'],
      ),
    ],
  },
  {
    key: 'claim-en',
    trades: ['foreign'],
    desk: 'service',
    reaches: 'trade',
    language: 'en',
    subjects: ['Claim: {wares}', 'Damaged goods – {zamowienie}', 'Quality issue with {wares}'],
    steps: [
      them(
        [
          '[Unfortunately {ilosc2} pcs of {wares} arrived damaged.|We have found a quality problem: {ilosc2} pcs of {wares} have scratched surfaces.] [Photos are attached.|Please see the attached photos.]',
          '[How do you want to proceed?|We would prefer replacement parts.]',
        ],
        ['photo', 'photo'],
      ),
      us([
        'We are sorry about this. [Your claim has the number {reklamacja}.|The claim is registered as {reklamacja}.] [Please send us the batch number from the label.|Could you tell us the batch number?]',
      ]),
      them(['[The batch number is {partia}.|It says {partia}.]']),
      us(
        [
          '[We accept the claim. Replacement will be sent on {dateEn}.|Replacement parts leave tomorrow by courier.] [Please find the protocol attached.|The form for your records is attached.]',
        ],
        ['protocol'],
      ),
    ],
  },
  {
    key: 'inquiry-de',
    trades: ['foreign'],
    desk: 'purchasing',
    reaches: 'trade',
    language: 'de',
    subjects: ['Anfrage: {waren}', 'Angebot für {waren}', 'Bestellung {waren}'],
    steps: [
      them([
        '[Bitte senden Sie uns ein Angebot über|Wir bitten um ein Angebot für] {ilosc} Stück {waren}. [Wie ist die aktuelle Lieferzeit?|Wir benötigen die Ware in etwa sechs Wochen.]',
      ]),
      us(
        [
          'vielen Dank für Ihre Anfrage. [Unser Angebot Nr. {oferta} finden Sie im Anhang.|Im Anhang erhalten Sie unser Angebot Nr. {oferta}.] [Die Lieferzeit beträgt fünf Wochen.|Die Preise gelten bis Ende des Monats.]',
        ],
        ['offer'],
      ),
      them(
        [
          '[Vielen Dank. Wir sind mit den Preisen einverstanden.|Danke für die schnelle Antwort.] Unsere Bestellung finden Sie im Anhang. [Bitte bestätigen Sie den Liefertermin.|Bitte liefern Sie nur vormittags.]',
        ],
        ['order'],
      ),
      us(
        [
          'wir bestätigen Ihre Bestellung Nr. {zamowienie}. [Die Ware wird am {dateDe} verladen.|Verladung: {dateDe}.] [Die Auftragsbestätigung liegt bei.|Details finden Sie in der Anlage.]',
        ],
        ['order-sheet'],
      ),
      them(
        [
          '[Die Ware ist vollständig und unbeschädigt eingetroffen.|Alles gut angekommen, vielen Dank.] [Den Lieferschein senden wir anbei zurück.|Der unterschriebene Lieferschein ist beigefügt.]',
        ],
        ['waybill'],
      ),
    ],
  },
]
