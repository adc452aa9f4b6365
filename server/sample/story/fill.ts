import type { Random } from '../random.ts'
import type { Gender } from '../sample-types.ts'

/** Who speaks and who is addressed, as far as grammar needs to know. */
export type Voices = { speaker: Gender; addressee: Gender }

/** Turns a template of the data files into a sentence: chooses, inflects, then fills in the facts. */
export function fill(
  template: string,
  words: Readonly<Record<string, string>>,
  voices: Voices,
  random: Random,
): string {
  return chosen(template, random)
    .replace(/<([^/<>]*)\/([^<>]*)>/g, (_, woman: string, man: string) => (voices.speaker === 'f' ? woman : man))
    .replace(/«([^/«»]*)\/([^«»]*)»/g, (_, woman: string, man: string) => (voices.addressee === 'f' ? woman : man))
    .replace(/\{(\w+)\}/g, (_, name: string) => wordFor(name, words))
    .trim()
}

/** Picks one of the choices of each bracket, the innermost first. */
function chosen(template: string, random: Random): string {
  let text = template
  while (text.includes('[')) {
    const next = text.replace(/\[([^[\]]*)\]/g, (_, choices: string) => random.pick(choices.split('|')))
    if (next === text) throw new Error(`Unbalanced bracket in „${template}”`)
    text = next
  }
  return text
}

/** The fact of that name; a missing one is a mistake in the texts. */
export function wordFor(name: string, words: Readonly<Record<string, string>>): string {
  const word = words[name]
  if (word === undefined) throw new Error(`No fact „${name}”`)
  return word
}
