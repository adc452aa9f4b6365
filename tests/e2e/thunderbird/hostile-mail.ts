/** A mail whose styles hide, move and paint over everything that they can name, and that imitates the panel. */
export const hostileMail = [
  'From: Mallory <mallory@obcy.example>',
  'To: biuro@nasza.example',
  'Subject: Styles',
  `Date: ${new Date().toUTCString()}`,
  'Message-ID: <hostile@obcy.example>',
  'MIME-Version: 1.0',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<html><head><style>',
  '*, lupa-panel, :popover-open { display: none !important; opacity: 0 !important; transform: scale(0) !important }',
  // Thunderbird puts the mail's own body into a division.
  'html, body, body div, body p { display: block !important; opacity: 1 !important; transform: none !important }',
  'p { position: fixed !important; inset: 0 !important; z-index: 2147483647; background: red; color: white }',
  '</style></head><body><p>Nothing but me.</p><lupa-panel>Type your password here</lupa-panel></body></html>',
  '',
].join('\r\n')
