import type { Config } from '../config.ts'

/** The page where a one-time link is used. Without a public address the path alone, which the page completes. */
export function passwordLink({ publicUrl }: Pick<Config, 'publicUrl'>, token: string): string {
  return `${publicUrl ?? ''}/#/password/${token}`
}

/** The same for who asked for the link himself. */
export function newPasswordLink({ publicUrl }: Pick<Config, 'publicUrl'>, token: string): string {
  return `${publicUrl ?? ''}/#/new-password/${token}`
}
