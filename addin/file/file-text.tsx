/** The text of a file as it is written. */
export function FileText({ text }: { text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard
    <pre class="preview-text" tabIndex={0}>
      {text}
    </pre>
  )
}
