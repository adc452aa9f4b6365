import { CalendarDays, type IconNode, Mail, Phone, Send, SquareCheckBig, StickyNote } from 'lucide'
import { type BuiltInKind, isDocumentKind, type Kind, kinds } from '../../shared/kind.ts'
import { useDocumentTypes, useKindWord } from './document-types.ts'
import { Icon } from './icon.tsx'
import { typeShapes } from './type-shapes.ts'

/** The groups that kinds are filtered by and coloured in. */
export type KindGroup = 'mail' | 'document' | 'activity'

/** `paper` sets what was agreed or attested apart from what is bought and sold. */
type Tone = 'mail' | 'trade' | 'paper' | 'activity'

interface Look {
  shape: IconNode
  group: KindGroup
  tone: Tone
}

const looks: Record<BuiltInKind, Look> = {
  'mail-in': { shape: Mail, group: 'mail', tone: 'mail' },
  'mail-out': { shape: Send, group: 'mail', tone: 'mail' },
  invoice: { shape: typeShapes.receipt, group: 'document', tone: 'trade' },
  order: { shape: typeShapes.cart, group: 'document', tone: 'trade' },
  offer: { shape: typeShapes.percent, group: 'document', tone: 'trade' },
  contract: { shape: typeShapes.pen, group: 'document', tone: 'paper' },
  protocol: { shape: typeShapes.clipboard, group: 'document', tone: 'paper' },
  document: { shape: typeShapes.file, group: 'document', tone: 'paper' },
  call: { shape: Phone, group: 'activity', tone: 'activity' },
  meeting: { shape: CalendarDays, group: 'activity', tone: 'activity' },
  task: { shape: SquareCheckBig, group: 'activity', tone: 'activity' },
  note: { shape: StickyNote, group: 'activity', tone: 'activity' },
}

/** The kinds of a group, the company's own types of documents among them. */
export function useKindsOf(): (group: KindGroup) => Kind[] {
  const own = useDocumentTypes().filter(type => !type.isBuiltIn)
  return group => [
    ...kinds.filter(kind => looks[kind].group === group),
    ...(group === 'document' ? own.map(type => type.key) : []),
  ]
}

type KindIconProps = { kind: Kind }

/** The icon of a kind with its word, the same everywhere: the shape says which, the colour which group. */
export function KindIcon({ kind }: KindIconProps) {
  const word = useKindWord()(kind)
  const type = useDocumentTypes().find(one => one.key === kind)
  const look: Look = looks[kind as BuiltInKind] ?? looks.document
  const isOfTypes = type && isDocumentKind(kind)
  return (
    <span class={`kind ${isOfTypes ? type.colour : look.tone}`} title={word}>
      <Icon shape={isOfTypes ? typeShapes[type.icon] : look.shape} />
      <span class="unseen">{word}</span>
    </span>
  )
}
