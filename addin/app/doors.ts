import { later } from '../ui/later.tsx'

/** The pages before the door. Who is signed in never waits for them. */
export const ArrivePage = later(async () => (await import('./arrive-page.tsx')).ArrivePage)
export const ConnectPage = later(async () => (await import('./connect-page.tsx')).ConnectPage)
export const PasswordPage = later(async () => (await import('./password-page.tsx')).PasswordPage)
export const SetUpPage = later(async () => (await import('../start/set-up-page.tsx')).SetUpPage)
export const SignInPage = later(async () => (await import('./sign-in-page.tsx')).SignInPage)
