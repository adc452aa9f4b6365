import {
  CalendarDays,
  ClipboardCheck,
  FilePenLine,
  FileText,
  type IconNode,
  Mail,
  Percent,
  Phone,
  ReceiptText,
  Send,
  ShoppingCart,
  SquareCheckBig,
  StickyNote,
} from 'lucide'
import type { Kind } from '../../shared/kind.ts'
import { Icon } from './icon.tsx'
import { useText } from './language.ts'

/** The groups that kinds are filtered by and coloured in. */
export type KindGroup = 'mail' | 'document' | 'activity'

/** `paper` sets what was agreed or attested apart from what is bought and sold. */
type Tone = 'mail' | 'trade' | 'paper' | 'activity'

const looks: Record<Kind, { shape: IconNode; group: KindGroup; tone: Tone }> = {
  'mail-in': { shape: Mail, group: 'mail', tone: 'mail' },
  'mail-out': { shape: Send, group: 'mail', tone: 'mail' },
  invoice: { shape: ReceiptText, group: 'document', tone: 'trade' },
  order: { shape: ShoppingCart, group: 'document', tone: 'trade' },
  offer: { shape: Percent, group: 'document', tone: 'trade' },
  contract: { shape: FilePenLine, group: 'document', tone: 'paper' },
  protocol: { shape: ClipboardCheck, group: 'document', tone: 'paper' },
  document: { shape: FileText, group: 'document', tone: 'paper' },
  call: { shape: Phone, group: 'activity', tone: 'activity' },
  meeting: { shape: CalendarDays, group: 'activity', tone: 'activity' },
  task: { shape: SquareCheckBig, group: 'activity', tone: 'activity' },
  note: { shape: StickyNote, group: 'activity', tone: 'activity' },
}

/** The kinds of a group. */
export function kindsOf(group: KindGroup): Kind[] {
  return (Object.keys(looks) as Kind[]).filter(kind => looks[kind].group === group)
}

type KindIconProps = { kind: Kind }

/** The icon of a kind with its word, the same everywhere: the shape says which, the colour which group. */
export function KindIcon({ kind }: KindIconProps) {
  const word = useText().kind[kind]
  const look = looks[kind] ?? looks.document
  return (
    <span class={`kind ${look.tone}`} title={word}>
      <Icon shape={look.shape} />
      <span class="unseen">{word}</span>
    </span>
  )
}
