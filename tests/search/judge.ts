import type { JudgedQuery } from './queries.ts'

/** An item as a reader knows it, without the index. */
export interface JudgedItem {
  id: string
  title: string
  /** What it says itself. */
  own: string
  /** The same with what it quotes. */
  whole: string
}

/** What an item is worth to whoever typed a query: 3 what he meant, 2 what helps him, 1 what only quotes it, 0 nothing. */
export function gradeOf(item: JudgedItem, { best, good }: JudgedQuery): number {
  const own = `${item.title}\n${item.own}`.toLowerCase()
  if (best.test(own)) return 3
  if (good?.test(own)) return 2
  return best.test(item.whole.toLowerCase()) ? 1 : 0
}

const DEPTH = 10
const USEFUL = 2
const FIRST = 50

/** How good an answer is: nDCG@10, and the share of the useful items that the first fifty hold, as far as fifty can. */
export interface Quality {
  ndcg: number
  recall: number
}

/** Compares an answer (ids in their order) with what all items are worth. */
export function qualityOf(answer: string[], grades: Map<string, number>): Quality {
  const gain = (grade: number, place: number) => (2 ** grade - 1) / Math.log2(place + 2)
  const sum = (list: number[]) => list.slice(0, DEPTH).reduce((total, grade, place) => total + gain(grade, place), 0)
  const ideal = sum([...grades.values()].toSorted((one, other) => other - one))
  const useful = [...grades.values()].filter(grade => grade >= USEFUL).length
  const found = answer.filter(id => (grades.get(id) ?? 0) >= USEFUL).length
  return {
    ndcg: ideal === 0 ? 1 : sum(answer.map(id => grades.get(id) ?? 0)) / ideal,
    recall: useful === 0 ? 1 : found / Math.min(useful, FIRST),
  }
}

/** The mean of a list of qualities. */
export function meanOf(qualities: Quality[]): Quality {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  return { ndcg: mean(qualities.map(({ ndcg }) => ndcg)), recall: mean(qualities.map(({ recall }) => recall)) }
}
