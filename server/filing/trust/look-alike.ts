import { domainToUnicode } from 'node:url'

/** Second-level domains under which companies register, as they are common in Poland and near it. */
const REGISTRY = /(?:\.(?:com|net|org|edu|gov|co|biz|info|waw))?\.[^.]+$/u
/** Letters of other scripts that look like Latin ones. */
const confusable = new Map(
  Object.entries({
    а: 'a',
    в: 'b',
    с: 'c',
    ԁ: 'd',
    е: 'e',
    ё: 'e',
    һ: 'h',
    н: 'h',
    і: 'i',
    ј: 'j',
    к: 'k',
    ӏ: 'l',
    м: 'm',
    п: 'n',
    о: 'o',
    р: 'p',
    ԛ: 'q',
    г: 'r',
    ѕ: 's',
    т: 't',
    у: 'y',
    х: 'x',
    ԝ: 'w',
    α: 'a',
    ε: 'e',
    ι: 'i',
    κ: 'k',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    τ: 't',
    υ: 'u',
    χ: 'x',
    ı: 'i',
    ł: 'l',
    đ: 'd',
    ø: 'o',
  }),
)
const SHORTEST = 4
const SHORTEST_MISSPELT = 5

/**
 * The name in a domain as the eye reads it: without registry, hyphens, accents and foreign twins of letters. The database
 * folds the domains that we know in the same way (`near_keys`).
 */
export function skeletonOf(domain: string): string {
  const name = (domainToUnicode(domain) || domain).replace(REGISTRY, '').replace(/^.*\./u, '')
  const latin = Array.from(name.normalize('NFD').replace(/\p{M}/gu, ''), letter => confusable.get(letter) ?? letter)
  return latin
    .join('')
    .replaceAll('-', '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replace(/[1i]/g, 'l')
    .replaceAll('0', 'o')
    .replaceAll('5', 's')
}

/** Whether the name of a domain mixes scripts, which no registry allows to honest people. */
export function isMixedScript(domain: string): boolean {
  const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u]
  return (domainToUnicode(domain) || domain)
    .split('.')
    .some(label => scripts.filter(script => script.test(label)).length > 1)
}

/** Which of the known domains this one could be taken for, though it is another; null when none. */
export function lookAlikeOf(domain: string, known: string[]): string | null {
  if (known.some(one => isSameHouse(domain, one))) return null
  const skeleton = skeletonOf(domain)
  const near = known.find(one => {
    const other = skeletonOf(one)
    if (skeleton === other) return skeleton.length >= SHORTEST
    return Math.min(skeleton.length, other.length) >= SHORTEST_MISSPELT && isOneEditApart(skeleton, other)
  })
  return near ?? null
}

function isSameHouse(one: string, other: string): boolean {
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`)
}

/** One letter more, less, another, or two neighbours swapped. */
function isOneEditApart(one: string, other: string): boolean {
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  let end = 0
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1
  const left = one.slice(start, one.length - end)
  const right = other.slice(start, other.length - end)
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}
