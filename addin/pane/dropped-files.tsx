import { CircleAlert, CircleCheck, LoaderCircle, X } from 'lucide'
import { useEffect, useRef, useState } from 'preact/hooks'
import { postMessage } from '../../shared/message.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useText } from '../ui/language.ts'
import { useBesideText } from './beside-text.ts'
import type { Choice } from './choice.ts'
import { useHost } from './host-context.ts'
import { wordOf } from './use-bulk-filing.ts'

type DroppedFilesProps = {
  /** Whose file is in view; null lets the server decide. */
  contractor: Choice | null
  onFiled: () => void
}

type Fate = 'filing' | ReturnType<typeof wordOf> | 'wrong' | FailureCode
interface Dropped {
  key: string
  name: string
  fate: Fate
}

/** Files mails (.eml, .msg) that are dropped anywhere on the pane, one after the other, and says of each how it went. */
export function DroppedFiles({ contractor, onFiled }: DroppedFilesProps) {
  const host = useHost()
  const text = useBesideText().dropped
  const box = useRef<HTMLDivElement>(null)
  const [dropped, setDropped] = useState<Dropped[]>([])

  async function take(files: File[]) {
    const fresh = files.map(file => ({ file, key: crypto.randomUUID(), name: file.name }))
    setDropped(before => [...before, ...fresh.map(({ key, name }) => ({ key, name, fate: 'filing' as const }))])
    for (const { file, key } of fresh) {
      const fate = await fileOne(file)
      setDropped(before => before.map(one => (one.key === key ? { ...one, fate } : one)))
    }
    onFiled()
  }

  async function fileOne(file: File): Promise<Fate> {
    if (!isMail(file)) return 'wrong'
    const querystring = contractor ? { contractorId: contractor.id } : {}
    return call(host, postMessage, { querystring, body: file }).then(wordOf, failureOf)
  }

  useDropOn(box, text.drop, files => void take(files))
  return (
    <div ref={box}>
      {dropped.length > 0 && (
        <section class="part" aria-label={text.of(contractor?.name ?? '')}>
          <div class="dropped">
            <ul class="bulk" aria-live="polite">
              {dropped.map(one => (
                <DroppedRow key={one.key} dropped={one} />
              ))}
            </ul>
            <Button look="bare" icon={X} aria-label={text.close} onClick={() => setDropped([])} />
          </div>
        </section>
      )}
    </div>
  )
}

function DroppedRow({ dropped: { name, fate } }: { dropped: Dropped }) {
  const text = useText()
  const own = useBesideText().dropped
  const isOwn = fate === 'filing' || fate === 'wrong' || isGood(fate)
  return (
    <li>
      <Icon shape={fate === 'filing' ? LoaderCircle : isGood(fate) ? CircleCheck : CircleAlert} />
      <span class="cut" title={name}>
        {name}
      </span>
      <span class="small faint">{isOwn ? own[fate] : text.failure[fate]}</span>
    </li>
  )
}

function isGood(fate: Fate): fate is ReturnType<typeof wordOf> {
  return fate === 'filed' || fate === 'kept' || fate === 'leftOut' || fate === 'pending'
}

function isMail({ name, type }: File): boolean {
  return type === 'message/rfc822' || /\.(?:eml|msg)$/i.test(name)
}

/** Listens for files on the whole pane, which says what dropping does while they are over it. */
function useDropOn(box: { current: HTMLElement | null }, words: string, onFiles: (files: File[]) => void) {
  const latest = useRef(onFiles)
  latest.current = onFiles
  useEffect(() => {
    const pane = box.current?.closest<HTMLElement>('.pane')
    if (!pane) return
    const stop = new AbortController()
    const listen = (name: 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) =>
      pane.addEventListener(name, event => event.dataTransfer?.types.includes('Files') && act(event), stop)
    pane.dataset['drop'] = words
    listen('dragover', event => {
      event.preventDefault()
      pane.classList.add('over')
    })
    listen('dragleave', event => {
      if (!pane.contains(event.relatedTarget as Node | null)) pane.classList.remove('over')
    })
    listen('drop', event => {
      event.preventDefault()
      pane.classList.remove('over')
      latest.current([...(event.dataTransfer?.files ?? [])])
    })
    return () => {
      stop.abort()
      pane.classList.remove('over')
    }
  }, [words])
}
