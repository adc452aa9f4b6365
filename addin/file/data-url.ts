/** A picture written out as an address: the page may show those of its own server and written-out ones only. */
export function dataUrl(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error ?? new Error('a file that is here is readable'))
    reader.readAsDataURL(new Blob([bytes], { type }))
  })
}
