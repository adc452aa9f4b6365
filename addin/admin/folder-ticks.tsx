import { useAdminText } from '../app/surroundings.ts'

const MOST = 8

interface FolderTicksProps {
  folders: string[]
  chosen: string[]
  onChosen: (chosen: string[]) => void
}

/** Chooses which folders of a mailbox are read; none means the usual ones. */
export function FolderTicks({ folders, chosen, onChosen }: FolderTicksProps) {
  const text = useAdminText().mailboxes
  const toggled = (path: string) => (chosen.includes(path) ? chosen.filter(other => other !== path) : [...chosen, path])
  return (
    <fieldset class="choices">
      <legend class="small faint">{text.chooseFolders}</legend>
      <p class="small faint">{text.chooseFoldersHint}</p>
      {folders.map(path => (
        <label key={path} class="check">
          <input
            type="checkbox"
            checked={chosen.includes(path)}
            disabled={!chosen.includes(path) && chosen.length >= MOST}
            onChange={() => onChosen(toggled(path))}
          />
          {path}
        </label>
      ))}
    </fieldset>
  )
}
