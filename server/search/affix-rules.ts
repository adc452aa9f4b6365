import { fold } from './fold.ts'

/** One line of an .aff file: how forms are made of the words that carry its flag. */
interface AffixRule {
  flag: string
  /** What is taken off the word's end, and what is put there instead. */
  strip: string
  add: string
  /** What the end of the word must look like; null when any will do. */
  condition: RegExp | null
}

/** Rules that take off the same end, so that one look into the list of words serves them all. */
interface RuleGroup {
  /** What was taken off, without diacritics. */
  strip: string
  rules: AffixRule[]
}

/** The suffix rules of an .aff file, by what they put to the end, without diacritics. */
export type AffixRules = Map<string, RuleGroup[]>

/** Reads the suffix rules of a Hunspell .aff file. */
export function readAffixRules(aff: string): AffixRules {
  const found: AffixRules = new Map()
  const conditions = new Map<string, RegExp | null>([['.', null]])
  for (const line of aff.split('\n')) {
    const [sort, flag = '', strip = '', add = '', condition = ''] = line.trim().split(/\s+/)
    // The first line of a class tells how many follow; no rule has a number in that place.
    if (sort !== 'SFX' || /^\d+$/.test(add)) continue
    if (!conditions.has(condition)) conditions.set(condition, new RegExp(`${condition}$`, 'u'))
    put(found, { flag, strip: written(strip), add: written(add), condition: conditions.get(condition) ?? null })
  }
  return found
}

function put(rules: AffixRules, rule: AffixRule) {
  const end = fold(rule.add)
  const strip = fold(rule.strip)
  const groups = rules.get(end) ?? []
  rules.set(end, groups)
  const group = groups.find(other => other.strip === strip)
  if (group) group.rules.push(rule)
  else groups.push({ strip, rules: [rule] })
}

/** Hunspell writes `0` for nothing, and continuation flags after a slash. */
function written(part: string): string {
  return part === '0' ? '' : part.replace(/\/.*$/, '')
}
