import { useWords } from '../app/surroundings.ts'
import { rollOutText } from '../text/roll-out.ts'
import { CopiedText } from './copied-text.tsx'

/** The manifest for Outlook, and where it is given to whom. */
export function RollOutOutlook({ publicUrl }: { publicUrl: string }) {
  const text = useWords(rollOutText).rollOut
  const manifest = `${publicUrl}/outlook/manifest.xml`
  return (
    <section class="section" aria-labelledby="roll-out-outlook">
      <h2 id="roll-out-outlook">{text.outlook}</h2>
      <div class="buttons">
        <a class="button" href="/outlook/manifest.xml" download="lupa-outlook.xml">
          {text.download('manifest.xml')}
        </a>
      </div>
      <CopiedText label={text.manifestAddress} words={manifest} />
      <ol>
        {text.outlookSteps.map(step => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <h3>{text.onPremises}</h3>
      <p>{text.onPremisesLead}</p>
      <CopiedText
        label={text.installCommand}
        words={`New-App -OrganizationApp -Url "${manifest}" -ProvidedTo Everyone -DefaultStateForUser Enabled`}
      />
    </section>
  )
}
