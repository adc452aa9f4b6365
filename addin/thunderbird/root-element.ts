/** Waits until the mail's document has begun; a long mail may still be on its way when the panel is drawn. */
export async function rootElement(): Promise<HTMLElement> {
  if (document.documentElement) return document.documentElement
  return new Promise(resolve => {
    const observer = new MutationObserver(() => {
      if (!document.documentElement) return
      observer.disconnect()
      resolve(document.documentElement)
    })
    observer.observe(document, { childList: true })
  })
}
