const doors = [
  '<button id="pop" popovertarget="cover">See</button>',
  '<div id="cover" popover="manual" style="position: fixed; inset: 0; width: 100%; height: 100%; background: red">Type your password here</div>',
  '<button id="ask" commandfor="dialog" command="show-modal">See</button><dialog id="dialog">Type your password here</dialog>',
].join('')

/** A mail whose buttons open what lies over everything or makes everything else dead, without a script, also from within a shadow. */
export const openingMail = [
  'From: Mallory <mallory@obcy.example>',
  'To: biuro@nasza.example',
  'Subject: Buttons',
  `Date: ${new Date().toUTCString()}`,
  'Message-ID: <opening@obcy.example>',
  'MIME-Version: 1.0',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<html><body>',
  doors,
  `<p><template shadowrootmode="closed">${doors}`,
  `<span><template shadowrootmode="open">${doors}</template></span></template></p></body></html>`,
  '',
].join('\r\n')

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
