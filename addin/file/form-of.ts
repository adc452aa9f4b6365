/** What sort of file it is, in the few letters by which people know it; else the type that came with it. */
export function formOf({ name, type }: { name: string; type: string }): string {
  return /\.(?=\d*[a-z])([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toUpperCase() ?? type
}
