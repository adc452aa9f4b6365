/** In which language, look and width a picture is taken. */
export interface Dress {
  language: 'pl' | 'en'
  look: 'light' | 'dark'
  width: number
}

/** The name of a picture's file. */
export function fileOf(name: string, { language, look, width }: Dress): string {
  return `${name.replaceAll(' ', '-')}-${language}-${look}-${width}.png`
}
