/** A property of a calendar: its name upper case, its parameters by upper-case names, its value as it stands. */
export interface CalendarLine {
  name: string
  parameters: Map<string, string>
  value: string
}

/** An event, as the properties that stand directly in it. */
export type CalendarEvent = Map<string, CalendarLine[]>

/** A calendar as far as invitations need it (RFC 5545): its own properties and its events. */
export interface Calendar {
  properties: Map<string, CalendarLine>
  events: CalendarEvent[]
}

const LONGEST = 1024 * 1024
const LINES = 20_000
const EVENTS = 50
const SAME_NAME = 500

/** Reads a calendar in one walk over its lines. What lies deeper, as alarms do, is passed over. */
export function readCalendarLines(text: string): Calendar {
  const calendar: Calendar = { properties: new Map(), events: [] }
  const within: string[] = []
  const unfolded = text.slice(0, LONGEST).replace(/\r?\n[ \t]/g, '')
  for (const raw of unfolded.split(/\r?\n/, LINES)) {
    const line = readLine(raw)
    if (!line) continue
    const part = line.value.trim().toUpperCase()
    if (line.name === 'BEGIN') {
      within.push(part)
      if (within.length === 2 && part === 'VEVENT') calendar.events.push(new Map())
    } else if (line.name === 'END') within.pop()
    else if (within.length === 1) calendar.properties.set(line.name, line)
    else if (within.length === 2 && within[1] === 'VEVENT') addTo(calendar.events.at(-1), line)
  }
  return { ...calendar, events: calendar.events.slice(0, EVENTS) }
}

function addTo(event: CalendarEvent | undefined, line: CalendarLine) {
  const same = event?.get(line.name) ?? []
  if (same.length < SAME_NAME) event?.set(line.name, [...same, line])
}

/** `NAME;PARAMETER="a;b":value`. What stands in quotation marks divides nothing. */
function readLine(raw: string): CalendarLine | null {
  const pieces: string[] = []
  let from = 0
  let isQuoted = false
  for (let at = 0; at < raw.length; at += 1) {
    const letter = raw[at]
    if (letter === '"') isQuoted = !isQuoted
    if (isQuoted || (letter !== ';' && letter !== ':')) continue
    pieces.push(raw.slice(from, at))
    from = at + 1
    if (letter === ':') {
      const [name = '', ...parameters] = pieces
      return { name: name.toUpperCase(), parameters: new Map(parameters.map(readParameter)), value: raw.slice(from) }
    }
  }
  return null
}

function readParameter(piece: string): [string, string] {
  const at = piece.indexOf('=')
  return [piece.slice(0, at).toUpperCase(), piece.slice(at + 1).replaceAll('"', '')]
}

/** A value that is text, with its escapes taken away. It is text only, whatever it holds. */
export function calendarText(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_all, letter: string) => (letter.toLowerCase() === 'n' ? '\n' : letter))
}
