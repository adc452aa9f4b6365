import { CircleAlert, CircleCheck, FileUp, LoaderCircle, X } from 'lucide'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { randomKey } from '../api/random-key.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useText } from '../ui/language.ts'
import { useToast } from '../ui/toast.tsx'
import { useBesideText } from './beside-text.ts'
import type { Choice } from './choice.ts'
import { useHost } from './host-context.ts'
import { type Fate, putFile } from './put-file.ts'
import { useDropOn } from './use-drop-on.ts'

type DroppedFilesProps = {
  /** Whose file is in view; null lets the server decide of mails, and takes nothing else. */
  contractor: Choice | null
  onFiled: () => void
}

interface Dropped {
  key: string
  name: string
  fate: Fate | 'filing'
}

/** Files mails and documents that are chosen, or dropped anywhere on the pane, one after the other, and says of each how it went. */
export function DroppedFiles({ contractor, onFiled }: DroppedFilesProps) {
  const host = useHost()
  const text = useBesideText().dropped
  const box = useRef<HTMLElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const toast = useToast()
  const [dropped, setDropped] = useState<Dropped[]>([])
  const isGone = useRef(false)
  useLayoutEffect(
    () => () => {
      isGone.current = true
    },
    [],
  )

  async function take(files: File[]) {
    const fresh = files.map(file => ({ file, key: randomKey(), name: file.name }))
    setDropped(before => [...before, ...fresh.map(({ key, name }) => ({ key, name, fate: 'filing' as const }))])
    const lost: string[] = []
    for (const { file, key, name } of fresh) {
      const fate = await putFile(host, file, contractor?.id ?? null)
      if (!good.has(fate)) lost.push(name)
      setDropped(before => before.map(one => (one.key === key ? { ...one, fate } : one)))
    }
    if (fresh.length > 0) onFiled()
    // The list went with the mail beside which it stood; how it ended is told all the same.
    if (isGone.current && fresh.length > 0) toast({ message: text.ended(fresh.length - lost.length, lost) })
  }

  useDropOn(box, text.drop, files => void take(files))
  return (
    <section ref={box} class="part" aria-label={text.of(contractor?.name ?? '')}>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={event => {
          void take([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
      <div class="put-in">
        <Button look="quiet" icon={FileUp} onClick={() => input.current?.click()}>
          {text.choose}
        </Button>
        <span class="small faint">{text.hint}</span>
      </div>
      {dropped.length > 0 && (
        <div class="dropped">
          <ul class="bulk" aria-live="polite">
            {dropped.map(one => (
              <DroppedRow key={one.key} dropped={one} />
            ))}
          </ul>
          <Button look="bare" icon={X} aria-label={text.close} onClick={() => setDropped([])} />
        </div>
      )}
    </section>
  )
}

function DroppedRow({ dropped: { name, fate } }: { dropped: Dropped }) {
  const text = useText()
  const own: Partial<Record<Dropped['fate'], string>> = useBesideText().dropped.fate
  const shape = fate === 'filing' ? LoaderCircle : good.has(fate) ? CircleCheck : CircleAlert
  return (
    <li>
      <Icon shape={shape} />
      <span class="cut" title={name}>
        {name}
      </span>
      <span class="small faint">{own[fate] ?? text.failure[fate as keyof typeof text.failure]}</span>
    </li>
  )
}

const good = new Set<Dropped['fate']>(['filed', 'kept', 'leftOut', 'pending', 'document', 'noMail', 'known'])
