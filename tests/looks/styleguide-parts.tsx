import { Plus, Trash2 } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { FailureNotice } from '../../addin/app/plain-pages.tsx'
import { Empty } from '../../addin/file/empty.tsx'
import { NothingFits } from '../../addin/file/nothing-fits.tsx'
import { Button } from '../../addin/ui/button.tsx'
import { Chips } from '../../addin/ui/chip.tsx'
import { Field, TextField } from '../../addin/ui/field.tsx'
import { KindIcon } from '../../addin/ui/kind-icon.tsx'
import { Notice } from '../../addin/ui/notice.tsx'
import { SkeletonRows } from '../../addin/ui/skeleton.tsx'
import { Tabs } from '../../addin/ui/tabs.tsx'
import { useToast } from '../../addin/ui/toast.tsx'
import { kinds } from '../../shared/kind.ts'

const nothing = () => undefined
const options = [
  { value: 'a', label: 'Oś czasu' },
  { value: 'b', label: 'Dokumenty' },
] as const

/** The small parts that pages are made of. */
export function Parts() {
  const [tab, setTab] = useState<'a' | 'b'>('a')
  const [words, setWords] = useState('Hurtownia Kowal')
  return (
    <>
      <Shelf title="Button">
        <div class="buttons">
          <Button look="primary" icon={Plus}>
            primary
          </Button>
          <Button icon={Plus}>plain</Button>
          <Button look="quiet" icon={Plus}>
            quiet
          </Button>
          <Button look="bare" icon={Trash2} aria-label="bare" />
          <Button busy>busy</Button>
          <Button look="primary" busy>
            primary, busy
          </Button>
          <Button disabled>disabled</Button>
        </div>
      </Shelf>
      <Shelf title="KindIcon">
        <div class="buttons">
          {kinds.map(kind => (
            <KindIcon key={kind} kind={kind} />
          ))}
        </div>
      </Shelf>
      <Shelf title="Chips, Tabs">
        <Chips label="chips" options={options} value={tab} onValue={setTab} />
        <Tabs label="tabs" options={options} value={tab} onValue={setTab} panelId="panel" />
        <div id="panel" role="tabpanel" aria-label="panel" />
      </Shelf>
      <Shelf title="Field">
        <div class="form">
          <TextField label="Nazwa" value={words} onValue={setWords} hint="Tak, jak w rejestrze." />
          <TextField label="NIP" value="123" onValue={nothing} failure="Cyfra kontrolna się nie zgadza." />
          <TextField label="Data" type="date" value="2026-11-27" onValue={nothing} />
          <Field label="Sprawa">
            {names => (
              <select {...names} class="input">
                <option>2026/0017 Dostawa regałów</option>
              </select>
            )}
          </Field>
          <label class="check">
            <input type="checkbox" checked /> <span>check</span>
          </label>
        </div>
      </Shelf>
      <Shelf title="Notice, Empty, failure">
        <Notice heading="alert">
          <p>Serwer jest chwilowo niedostępny.</p>
        </Notice>
        <Notice look="calm">
          <p>Ta sprawa jest zamknięta.</p>
        </Notice>
        <FailureNotice failure="offline" onRetry={nothing} />
        <Empty heading="Nic się jeszcze nie wydarzyło">Maile pojawią się tu same.</Empty>
        <NothingFits onClear={nothing} />
      </Shelf>
      <Shelf title="SkeletonRows">
        <SkeletonRows rows={3} />
      </Shelf>
      <ShownToast />
    </>
  )
}

/** A message at the lower edge, as it stands after something was done. */
function ShownToast() {
  const toast = useToast()
  useEffect(() => toast({ message: 'Przeniesiono: 2 pozycje.', onUndo: nothing }), [])
  return null
}

/** One kind of part with its name. */
export function Shelf({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="section" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
