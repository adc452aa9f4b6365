import { type Column, columns, count, type Judged, judge } from './judge.ts'

/** The confusion table in lines: by what can be derived, by theme, shares, and every wrong mail by its name. */
export function tableOf(mails: Judged[]): string[] {
  const derivable = (level: string) => mails.filter(mail => mail.truth.derivable === level)
  const wanted = (what: string) => derivable('neither').filter(mail => mail.truth.wanted === what)
  return [
    row('', ['mails', ...columns]),
    ...[
      line('case derivable', derivable('case')),
      line('only contractor derivable', derivable('contractor')),
      line('not derivable, for a person', wanted('triage')),
      line('not derivable, to leave out', wanted('leave-out')),
      line('all', mails),
    ],
    '',
    row('by theme', ['mails', ...columns]),
    ...[...new Set(mails.map(mail => mail.theme))].map(theme =>
      line(
        theme,
        mails.filter(mail => mail.theme === theme),
      ),
    ),
    '',
    ...shares(mails),
    ...named(mails),
  ]
}

function line(name: string, mails: Judged[]): string {
  const sums = count(mails)
  return row(name, [mails.length, ...columns.map(column => sums[column])])
}

function row(name: string, cells: (string | number)[]): string {
  const widths = [5, ...columns.map(column => column.length)]
  return [name.padEnd(28), ...cells.map((cell, index) => String(cell).padStart(widths[index] ?? 8))].join('  ')
}

function shares(mails: Judged[]): string[] {
  const known = mails.filter(mail => mail.truth.derivable !== 'neither')
  const withCase = mails.filter(mail => mail.truth.derivable === 'case')
  const rest = mails.filter(mail => mail.truth.derivable === 'neither')
  const unwanted = rest.filter(mail => mail.truth.wanted !== 'triage')
  const forPerson = rest.filter(mail => mail.truth.wanted === 'triage')
  return [
    share('right contractor, of all derivable mails', known, 'right contractor'),
    share('right case, of mails with a derivable case', withCase, 'right case'),
    share('triage, of all derivable mails', known, 'triage'),
    '',
    'The rest are the mails that no fact in them or before them places. Some of it nobody wants (newsletters, automatic',
    'answers, internal mail): of these a person should see none. The others (people nobody knows, forged senders, what is',
    'unclear) are for a person to decide: of these triage should hold all, so their share says what mail came, not how it was judged.',
    share('triage, of the rest that nobody wants (held: at most 15 %)', unwanted, 'triage'),
    share('triage, of the rest that is for a person', forPerson, 'triage'),
    share('triage, of the whole rest', rest, 'triage'),
    share('triage, of all mails', mails, 'triage'),
  ]
}

function share(name: string, mails: Judged[], column: Column): string {
  const part = count(mails)[column]
  const percent = mails.length === 0 ? '–' : `${((100 * part) / mails.length).toFixed(1)} %`
  return `${name}: ${part} of ${mails.length} (${percent})`
}

function named(mails: Judged[]): string[] {
  const told: Column[] = ['wrong contractor', 'wrong case', 'needless', 'hidden', 'lost']
  return told.flatMap(column => {
    const found = mails.filter(mail => judge(mail).has(column))
    return ['', `${column}: ${found.length}`, ...found.map(nameOf)]
  })
}

function nameOf({ key, truth, outcome }: Judged): string {
  const places = truth.places.join(', ') || 'nowhere'
  return `  ${key}: ${outcome.filed.join(', ') || outcome.state}, truly ${places}; ${outcome.said}`
}
