import { useEffect, useState } from 'preact/hooks'
import { listContractors } from '../../shared/contractor.ts'
import { search } from '../../shared/item.ts'
import { call } from '../api/call.ts'
import { PageHeading } from '../app/page-heading.tsx'
import { linkTo, type PageProps } from '../app/page-link.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useList } from '../app/use-list.ts'
import { go } from '../app/visit.ts'
import { Button } from '../ui/button.tsx'
import { ContractorRows } from './contractor-rows.tsx'
import { Empty } from './empty.tsx'
import { ItemList } from './item-list.tsx'
import './file.css'

const SHOWN_CONTRACTORS = 5

/** Searches everything that the reader may see. */
export function SearchPage({ page }: PageProps<'search'>) {
  const text = useAppText().search
  const q = page.q.trim()
  return (
    <div class="page">
      <div class="page-top">
        <PageHeading title={q ? text.results(q) : text.title} />
      </div>
      <SearchForm q={q} />
      {q ? (
        <>
          <FittingContractors q={q} />
          <FoundItems q={q} />
        </>
      ) : (
        <p class="faint">{text.start}</p>
      )}
    </div>
  )
}

interface WordsProps {
  q: string
}

function SearchForm({ q }: WordsProps) {
  const text = useAppText().search
  const [words, setWords] = useState(q)
  useEffect(() => setWords(q), [q])

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    go(linkTo({ name: 'search', q: words.trim() }))
  }

  return (
    <search>
      <form class="search-form" onSubmit={handleSubmit}>
        <input
          type="search"
          class="input"
          aria-label={text.label}
          aria-describedby="search-hint"
          maxLength={200}
          value={words}
          onInput={event => setWords(event.currentTarget.value)}
        />
        <Button type="submit" look="primary">
          {text.button}
        </Button>
      </form>
      <p id="search-hint" class="small faint">
        {text.hint}
      </p>
    </search>
  )
}

/** Who is looking for a company rarely wants its mails first. */
function FittingContractors({ q }: WordsProps) {
  const text = useAppText().search
  const { host } = useSurroundings()
  const fitting = useAnswer(`fitting contractors ${q}`, () =>
    call(host, listContractors, { querystring: { q, limit: SHOWN_CONTRACTORS } }),
  )
  if (!fitting.value || fitting.value.items.length === 0) return null
  return (
    <section class="section" aria-labelledby="fitting-contractors">
      <h2 id="fitting-contractors">{text.contractors}</h2>
      <ContractorRows label={text.contractors} rows={fitting.value.items} />
    </section>
  )
}

function FoundItems({ q }: WordsProps) {
  const text = useAppText().search
  const { host } = useSurroundings()
  const list = useList(`search ${q}`, wanted => call(host, search, { querystring: { q, ...wanted } }))
  return (
    <section class="section" aria-labelledby="found-items">
      <h2 id="found-items">{text.list}</h2>
      <ItemList
        label={text.list}
        list={list}
        withContractor
        empty={<Empty heading={text.noneFoundTitle}>{text.noneFound(q)}</Empty>}
      />
    </section>
  )
}
