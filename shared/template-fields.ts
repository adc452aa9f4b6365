/** What a template may leave open, and the pane then knows of the draft. */
export const templateFields = ['contractor', 'person', 'firstName', 'case', 'caseTitle', 'me', 'today'] as const
export type TemplateField = (typeof templateFields)[number]

/** A field's name as it is written between braces, in either language whatever the template's own. */
export const fieldNames: Record<'pl' | 'en', Record<TemplateField, string>> = {
  pl: {
    contractor: 'kontrahent',
    person: 'osoba',
    firstName: 'imię',
    case: 'znak sprawy',
    caseTitle: 'tytuł sprawy',
    me: 'ja',
    today: 'dzisiaj',
  },
  en: {
    contractor: 'contractor',
    person: 'person',
    firstName: 'first name',
    case: 'case reference',
    caseTitle: 'case title',
    me: 'me',
    today: 'today',
  },
}

const fieldsByName = new Map(
  templateFields.flatMap(field =>
    (['pl', 'en'] as const).map(language => [fieldNames[language][field], field] as const),
  ),
)

function fieldOf(name: string): TemplateField | null {
  return fieldsByName.get(name.trim().toLowerCase().normalize('NFC')) ?? null
}

/** What is known of the fields; what is missing stays a gap. */
export type TemplateValues = Partial<Record<TemplateField, string>>

/** A piece of a filled template: words, or a gap with the name of what is missing there. */
export type TemplatePart = { is: 'text'; text: string } | { is: 'gap'; name: string; field: TemplateField | null }

const fieldPattern = /\{([\p{L}\p{M} ]{1,30})\}/u

/**
 * Fills a template. A value is never read again, so that a contractor whose name looks like a field stays a name. What is
 * not known, and a name that is no field, becomes a gap.
 */
export function fillTemplate(template: string, language: 'pl' | 'en', values: TemplateValues): TemplatePart[] {
  // Split by a pattern with one group, every second piece is a name.
  return template
    .split(fieldPattern)
    .map((piece, index): TemplatePart => {
      if (index % 2 === 0) return { is: 'text', text: piece }
      const field = fieldOf(piece)
      const value = field && plainLine(values[field] ?? '')
      return value
        ? { is: 'text', text: value }
        : { is: 'gap', field, name: field ? fieldNames[language][field] : piece }
    })
    .filter(part => part.is === 'gap' || part.text !== '')
}

/** The fields that a template has, each once, in the order in which they come. */
export function fieldsIn(template: string): TemplateField[] {
  const fields = fillTemplate(template, 'pl', {}).flatMap(part => (part.is === 'gap' && part.field ? [part.field] : []))
  return [...new Set(fields)]
}

/** Names between braces that are no field. */
export function strangeFieldsIn(template: string): string[] {
  const names = fillTemplate(template, 'pl', {}).flatMap(part => (part.is === 'gap' && !part.field ? [part.name] : []))
  return [...new Set(names)]
}

/** A filled template as plain text; a gap stands in square brackets. */
export function asText(parts: TemplatePart[]): string {
  return parts.map(part => (part.is === 'text' ? part.text : `[${part.name}]`)).join('')
}

/** A filled template as HTML for a draft. Values are nobody's HTML, whatever a contractor is called. */
export function asHtml(parts: TemplatePart[]): string {
  return parts
    .map(part => {
      if (part.is === 'text') return escaped(part.text).replace(/\r\n?|\n/g, '<br>')
      return `<span style="background-color:#ffe066;color:#1f1f1f">[${escaped(part.name)}]</span>`
    })
    .join('')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, letter => entities[letter] ?? letter)
}

/** One line without letters that steer: a value also goes into a subject, and none may turn the writing round. */
function plainLine(value: string): string {
  return value
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
}

/** How a department, an office or a company begins to name itself, where a person has a first name or a surname. */
const noPerson =
  /^(?:dzia[łl]|oddzia[łl]|biur|sekretariat|ksi[ęe]gowo|kadr[ya]$|p[łl]ac[ea]$|obs[łl]ug|serwis|zesp[óo][łl]|sklep|zam[óo]wieni|reklamacj|zakup|sprzeda[żz]|marketing|recepcj|windykacj|administracj|magazyn|logistyk|hurtowni|salon|kancelari|kontakt|infolini|pomoc|centrum|zarz[ąa]d|dyrekcj|urz[ąa]d|firma$|grupa$|fundacj|drukarni|fabryk|zak[łl]ad|przedsi[ęe]bior|polska$|poland$|team$|sales$|support$|customer|office|account|service|helpdesk|help$|billing|department|group$|human$|newsletter|shop$|store$|purchas|invoice|faktur|powiadomieni|notification)/iu

/**
 * The first name in a person's name as it stands in the file, or nothing where it cannot be told: a single word, initials,
 * capitals throughout (a surname often comes first then), a title or a comma, or what is the name of a department.
 */
export function firstNameIn(name: string): string | undefined {
  const words = name.trim().split(/\s+/)
  const isName = (word: string) => /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*$/u.test(word) && !noPerson.test(word)
  return words.length >= 2 && words.length <= 3 && words.every(isName) ? words[0] : undefined
}
