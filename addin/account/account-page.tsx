import { useState } from 'preact/hooks'
import { changeMe } from '../../shared/user.ts'
import { call } from '../api/call.ts'
import { PageHeading } from '../app/page-heading.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Field } from '../ui/field.tsx'
import { useToast } from '../ui/toast.tsx'
import { DigestSection } from './digest-section.tsx'
import { Factor } from './factor.tsx'
import { Identities } from './identities.tsx'
import { PasswordSection } from './password-section.tsx'
import { Sessions } from './sessions.tsx'
import { Tokens } from './tokens.tsx'
import '../file/file.css'
import './account.css'

/** One's own account: where one is signed in, by what, and what programs may do in one's name. */
export function AccountPage() {
  const text = useAdminText().myAccount
  const { me } = useSurroundings()
  return (
    <div class="page account-page">
      <div class="page-top">
        <div>
          <PageHeading title={text.title} />
          <p class="faint">
            {me.name}, {me.email}
          </p>
        </div>
      </div>
      <AccountLanguage />
      <DigestSection />
      <PasswordSection />
      <Factor />
      <Identities />
      <Sessions />
      <Tokens />
    </div>
  )
}

function AccountLanguage() {
  const text = useAdminText().myAccount
  const { host, me } = useSurroundings()
  const toast = useToast()
  const [language, setLanguage] = useState(me.language)
  const deed = useDeed(async () => {
    setLanguage((await call(host, changeMe, { body: { language: language === 'pl' ? 'en' : 'pl' } })).language)
    toast({ message: text.saved })
  })
  return (
    <section class="section">
      <Field label={text.language} hint={text.languageHint}>
        {names => (
          <select {...names} class="input" value={language} onChange={deed.run}>
            <option value="pl" lang="pl">
              Polski
            </option>
            <option value="en" lang="en">
              English
            </option>
          </select>
        )}
      </Field>
    </section>
  )
}
