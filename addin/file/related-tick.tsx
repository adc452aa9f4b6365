import { useAppText } from '../app/surroundings.ts'

interface RelatedTickProps {
  isOn: boolean
  onChange: (isOn: boolean) => void
}

/** Shows what lies in the files of related contractors among what lies in this one. */
export function RelatedTick({ isOn, onChange }: RelatedTickProps) {
  const text = useAppText().related
  return (
    <label class="check">
      <input type="checkbox" checked={isOn} onChange={event => onChange(event.currentTarget.checked)} />
      <span>{text.show}</span>
    </label>
  )
}
