/** Of everything there a stranger may have written a part, so the page allows itself nothing but its own looks. */
const POLICY = `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`

const looks = `
:root { color-scheme: light dark; font: 14px/1.45 system-ui, "Segoe UI", sans-serif; }
body { max-width: 75rem; margin: 24px auto; padding: 0 16px; }
h1 { font-size: 20px; margin: 0 0 8px; }
h2 { font-size: 16px; margin: 24px 0 8px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; }
dt { opacity: 0.75; }
dd { margin: 0; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 4px 8px; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); text-align: start; vertical-align: top; }
td { overflow-wrap: anywhere; }
td:first-child { white-space: nowrap; font-variant-numeric: tabular-nums; }
.note { white-space: pre-wrap; opacity: 0.85; }
@media print { a { color: inherit; } }`

/** The beginning of a page that leads through an export, up to its heading. */
export function frameBeginning(language: 'pl' | 'en', title: string): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>${escaped(title)}</title><style>${looks}</style></head>
<body><h1>${escaped(title)}</h1>`
}

export const FRAME_END = '</body></html>\n'

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as HTML shows it, without the marks that turn its direction. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, sign => signs[sign] ?? '').replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
}

/** A link to a file of the same archive. */
export function linkToFile(path: string, title: string): string {
  return `<a href="${escaped(path.split('/').map(encodeURIComponent).join('/'))}">${escaped(title)}</a>`
}
