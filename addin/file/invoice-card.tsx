import { useState } from 'preact/hooks'
import type { Invoice } from '../../shared/invoice.ts'
import type { Item } from '../../shared/item.ts'
import { readNip, showNip } from '../../shared/tax-id.ts'
import { useAppText } from '../app/surroundings.ts'
import { showAmount } from '../text/amount.ts'
import { shortDay } from '../text/moment.ts'
import { useLanguage } from '../ui/language.ts'
import { DocumentPreview } from './document-preview.tsx'
import { Fact } from './facts.tsx'
import './invoice.css'

interface InvoiceCardProps {
  invoice: Invoice
}

/** What a structured invoice says: between whom, how much and by when. What it does not say is left out. */
export function InvoiceCard({ invoice }: InvoiceCardProps) {
  const text = useAppText().invoice
  const amount = useAmount(invoice.currency)
  return (
    <section class="section" aria-labelledby="invoice">
      <h2 id="invoice">{invoice.corrects === null ? text.title : text.correction}</h2>
      <dl class="invoice-facts">
        <Fact word={text.number}>{invoice.number}</Fact>
        <Fact word={text.corrects}>{invoice.corrects}</Fact>
        <Fact word={text.issued}>{invoice.issuedOn && <Day day={invoice.issuedOn} />}</Fact>
        <Fact word={text.due}>{invoice.dueOn && <Day day={invoice.dueOn} />}</Fact>
        <Fact word={text.seller}>
          {(invoice.sellerName || invoice.sellerNip) && <Party name={invoice.sellerName} nip={invoice.sellerNip} />}
        </Fact>
        <Fact word={text.buyer}>
          {(invoice.buyerName || invoice.buyerNip) && <Party name={invoice.buyerName} nip={invoice.buyerNip} />}
        </Fact>
      </dl>
      <dl class="invoice-facts amounts">
        <Fact word={text.net}>{amount(invoice.net)}</Fact>
        <Fact word={text.vat}>{amount(invoice.vat)}</Fact>
        <Fact word={text.gross}>{invoice.gross && <strong>{amount(invoice.gross)}</strong>}</Fact>
      </dl>
      <p class="small faint">{text.source(invoice.schema)}</p>
    </section>
  )
}

/** The file of a structured invoice, which is for programs; people see it when they want to. */
export function InvoiceFile({ item }: { item: Item }) {
  const text = useAppText().invoice
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details onToggle={event => setIsOpen(event.currentTarget.open)}>
      <summary class="small">{text.file}</summary>
      {isOpen && <DocumentPreview item={item} />}
    </details>
  )
}

/** How an amount of this invoice is shown; one without a currency is in złoty. */
function useAmount(currency: string | null): (amount: string | null) => string | null {
  const language = useLanguage()
  return amount => amount && showAmount(language, amount, currency ?? 'PLN')
}

function Day({ day }: { day: string }) {
  const language = useLanguage()
  return <time dateTime={day}>{shortDay(language, new Date(`${day}T00:00:00`))}</time>
}

/** The file came from outside, so its NIP may be anything. */
function Party({ name, nip }: { name: string | null; nip: string | null }) {
  const digits = nip && readNip(nip)
  return (
    <>
      {name} {nip && <span class="way number">NIP {digits ? showNip(digits) : nip}</span>}
    </>
  )
}
