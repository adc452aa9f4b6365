import { Mail } from 'lucide'
import { languageOf } from '../text/language.ts'
import { paneTexts } from '../text/pane-texts.ts'
import { Icon } from '../ui/icon.tsx'

interface NotInOutlookProps {
  isLibraryHere?: boolean
}

/**
 * What is seen when the pane's address is opened in a browser, once its language is loaded: there is no mail beside it. Or
 * in an Outlook that could not load Microsoft's library.
 */
export function NotInOutlook({ isLibraryHere = true }: NotInOutlookProps) {
  const text = paneTexts.in(languageOf(navigator.language)).outlook
  return (
    <div class="lupa pane">
      <div class="part">
        <div class="blank">
          <Icon shape={Mail} />
          <h2>{isLibraryHere ? text.notThere : text.noLibrary}</h2>
          <p class="faint">{isLibraryHere ? text.notThereHint : text.noLibraryHint}</p>
          <a href="/">{text.application}</a>
        </div>
      </div>
    </div>
  )
}
