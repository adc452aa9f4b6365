import { listLicences } from '../../shared/system.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'

/** The packages that a running Lupa is made of, folded until somebody asks for them. */
export function Licences() {
  const text = useAdminText().system
  const { host } = useSurroundings()
  const licences = useAnswer('licences', () => call(host, listLicences))
  return (
    <section class="section" aria-labelledby="licences">
      <h2 id="licences">{text.licences}</h2>
      <details>
        <summary>{text.licencesLead}</summary>
        {licences.failure && <FailureNotice failure={licences.failure} onRetry={licences.ask} />}
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{text.package}</th>
              <th scope="col">{text.licence}</th>
            </tr>
          </thead>
          <tbody>
            {licences.value?.items.map(({ name, version, licence }) => (
              <tr key={`${name} ${version}`}>
                <th scope="row">
                  {name} {version}
                </th>
                <td>{licence || text.unknownLicence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
