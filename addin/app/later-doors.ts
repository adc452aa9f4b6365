import { later } from '../ui/later.tsx'

/** The pages before the door: whoever is signed in, which is nearly everybody, does not wait for them. */
export const SignInPage = later(async () => (await import('./sign-in-page.tsx')).SignInPage)
export const PasswordPage = later(async () => (await import('./password-page.tsx')).PasswordPage)
export const ArrivePage = later(async () => (await import('./arrive-page.tsx')).ArrivePage)
export const ConnectPage = later(async () => (await import('./connect-page.tsx')).ConnectPage)
export const SetUpPage = later(async () => (await import('../start/set-up-page.tsx')).SetUpPage)
