const LONGEST_PAGE = 200

interface Page<Row> {
  items: Row[]
  next: string | null
}

/** All rows of a list that people keep by hand, and that is short therefore. */
export async function everyPage<Row>(
  question: (wanted: { limit: number; cursor?: string }) => Promise<Page<Row>>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { items, next } = await question({ limit: LONGEST_PAGE, ...(cursor && { cursor }) })
    rows.push(...items)
    cursor = next
  }
  return rows
}
