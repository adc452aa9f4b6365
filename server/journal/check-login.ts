import type { SMTPServerOptions } from 'smtp-server'
import { hashPassword, passwordFits } from '../identity/password.ts'
import { answers, answerTo } from './smtp-answers.ts'

/** How AUTH is answered where a login is set. The password may be set as an argon2 hash. */
export async function checkLogin(login: {
  user: string
  password: string
}): Promise<NonNullable<SMTPServerOptions['onAuth']>> {
  const hash = login.password.startsWith('$argon2') ? login.password : await hashPassword(login.password)
  return ({ username, password }, _session, done) => {
    // A wrong user costs the same work as a wrong password.
    passwordFits(username === login.user ? hash : null, password ?? '').then(
      fits => (fits ? done(null, { user: login.user }) : done(answers.signIn())),
      error => done(answerTo(error)),
    )
  }
}
