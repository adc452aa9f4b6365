import type { Findings, Whose } from '../guard/findings.ts'
import type { MeantCase } from '../host/mail-host.ts'
import type { GuardText } from '../text/guard-pl.ts'

const MOST_NAMES = 3
/** Outlook cuts longer ones. */
const MOST_CHARACTERS = 500

/** Words why the writer should look again before the mail leaves, the gravest first. */
export function warningOf(
  { strangers, mixed, files, outsiders }: Findings,
  meant: MeantCase | null,
  text: GuardText,
): string {
  const unknown = strangers.filter(({ contractorName }) => contractorName === null)
  const others = strangers.filter(({ contractorName }) => contractorName !== null)
  const names = (list: string[]) => {
    const more = list.length > MOST_NAMES ? [text.more(list.length - MOST_NAMES)] : []
    return [...list.slice(0, MOST_NAMES), ...more].join(', ')
  }
  const owned = (list: Whose[]) => names(list.map(({ address, contractorName }) => `${address} (${contractorName})`))
  const reasons = [
    files.length > 0 && text.confidential(names(files), names(outsiders)),
    mixed.length > 0 && text.mixed(owned(mixed)),
    meant && others.length > 0 && text.others(meant.reference, meant.contractorName, owned(others)),
    meant &&
      unknown.length > 0 &&
      text.strangers(meant.reference, meant.contractorName, names(unknown.map(({ address }) => address))),
  ].filter(reason => typeof reason === 'string')
  return [...reasons, text.anyway].join(' ').slice(0, MOST_CHARACTERS)
}
