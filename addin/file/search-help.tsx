import { useAppText } from '../app/surroundings.ts'

/** How one searches, in words and by examples, folded until it is wanted. */
export function SearchHelp() {
  const { searchHelp: text, search, finding } = useAppText()
  return (
    <details class="search-help small">
      <summary>{text.title}</summary>
      <p>{search.hint}</p>
      <dl>
        {text.rules.map(([example, meaning]) => (
          <div key={example}>
            <dt>{example}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p>{text.filters}</p>
      <p>{finding.keys}</p>
    </details>
  )
}
