import { type Random, randomFor } from '../../../server/sample/random.ts'

/** Where a mail would call if it could. Nobody is there; that the browser asks at all is the failure. */
export const abroad = 'http://192.0.2.7'

const events =
  'abort animationend animationstart auxclick beforeinput beforetoggle begin blur canplay change click close contextmenu copy cuechange cut drag drop end error focus focusin hashchange input invalid keydown load loadstart message mouseenter mouseover paste pageshow pointerenter pointerover repeat reset resize scroll scrollend securitypolicyviolation select start submit toggle transitionend unhandledrejection unload wheel'.split(
    ' ',
  )

const plain =
  'a b body details dialog div embed font form frameset h1 iframe img input isindex keygen li link marquee math meter object p select slot style summary svg table td template textarea title u video x-own'.split(
    ' ',
  )

/** Pieces that run or load by themselves; `RUN` is a call, `URL` an address. */
const live = [
  '<script>RUN</script>',
  '<img src=x onEVENT="RUN">',
  '<svg onload="RUN"></svg>',
  '<svg><animate onbegin="RUN" attributeName=x dur=1s></svg>',
  '<svg><script>RUN</script></svg>',
  '<iframe srcdoc="<script>RUN</script>"></iframe>',
  '<iframe src="javascript:RUN"></iframe>',
  '<object data="javascript:RUN"></object>',
  '<embed src="URL">',
  '<video src="URL" onEVENT="RUN" autoplay></video>',
  '<audio src=x onerror="RUN"></audio>',
  '<details open ontoggle="RUN">x</details>',
  '<input autofocus onfocus="RUN">',
  '<select autofocus onfocus="RUN"></select>',
  '<marquee onstart="RUN">x</marquee>',
  '<body onload="RUN" background="URL">',
  '<style>@import "URL";*{background:url(URL)}</style>',
  '<link rel=stylesheet href="URL">',
  '<meta http-equiv=refresh content="0;url=URL">',
  '<base href="URL"><img src=relative.png>',
  '<img src="URL">',
  '<img srcset="URL 1x">',
  '<p style="background:url(URL)">x</p>',
  '<p style="background:u\\72l(URL);--x:url(URL);content:var(--x)">x</p>',
  '<p style="list-style:image-set(\'URL\' 1x)">x</p>',
  '<table background="URL"><tr><td background="URL">x</td></tr></table>',
  '<input type=image src="URL">',
  '<form action="URL"><button autofocus formaction="javascript:RUN" onfocus="RUN">x</button></form>',
  '<math><mtext><img src=x onerror="RUN"></mtext></math>',
  '<TAG onEVENT="RUN" tabindex=1 autofocus src="URL" href="javascript:RUN" style="background:url(URL)">x</TAG>',
]

/** Places in which parsers disagree about what is text, what is markup and where it ends; `IN` is what hides there. */
const hidings = [
  'IN',
  '<div><p>IN',
  '<table><tr>IN</table>',
  '<svg><foreignObject>IN</foreignObject></svg>',
  '<svg><desc>IN</desc></svg>',
  '<svg><title><style>IN</style></title></svg>',
  '<math><mtext><table><mglyph><style>IN</style></mglyph></table></mtext></math>',
  '<math><annotation-xml encoding="text/html">IN</annotation-xml></math>',
  '<form><math><mtext></form><form><mglyph><style></math>IN',
  '<noscript><p title="</noscript>IN">',
  '<noembed><p title="</noembed>IN">',
  '<textarea><p title="</textarea>IN">',
  '<title><p title="</title>IN">',
  '<style><p title="</style>IN">',
  '<xmp><p title="</xmp>IN">',
  '<template>IN</template>',
  '<template><template>IN</template></template>',
  '<select><option>IN</option></select>',
  '<!--><p>-->IN<!-- --!>',
  '<![CDATA[ ]]>IN',
  '<?xml version="1.0"?>IN',
  '<!DOCTYPE html [<!ENTITY x "IN">]>IN',
  '<a href="x<b title=\'>IN',
  '<p id="</p>IN">',
  '<button popovertarget=a>x</button><div id=a popover>IN</div>',
  '<frameset><frame src="javascript:RUN"></frameset>IN',
  '<plaintext>IN',
]

/** Writes markup otherwise that means the same to some parser. */
const disguises: ((html: string, random: Random) => string)[] = [
  html => html,
  html => html.replace(/<(\/?)([a-z]+)/g, (_, end, name) => `<${end}${name.toUpperCase()}`),
  html => html.replaceAll(' on', '/on'),
  html => html.replaceAll(' on', '\f\n\ton'),
  html => html.replaceAll('="', ' = "'),
  html => html.replaceAll('javascript:', '&#106;ava&Tab;script&colon;'),
  html => html.replaceAll('javascript:', ' \u0001java\nscript:'),
  html => html.replaceAll('"', "'"),
  html => html.replace(/"([^" <>']+)"/g, '$1'),
  html => html.replaceAll('(', '&lpar;').replaceAll('url&lpar;', 'url('),
  html => html.replaceAll('url(', 'u/**/rl(').replaceAll('URL', '//192.0.2.7/b'),
  html => html.replaceAll('>', ' x=">">'),
  html => html.replace(/<([a-z]+)/g, '<\u0000$1'),
  html => html.replace(/<([a-z]+)/g, '<$1\u0000'),
  html => `${'<div>'.repeat(300)}${html}`,
  html => html.replaceAll('</', '< /'),
  (html, random) => html.slice(0, random.between(Math.floor(html.length / 2), html.length)),
  (html, random) => html + html.slice(random.between(0, html.length)),
]

/** So many mails of which each tries something, the same for the same number. Each begins with a word of its own. */
export function hostileMails(amount: number): string[] {
  const random = randomFor(41, 'hostile mails')
  return Array.from({ length: amount }, (_, number) => {
    const pieces = Array.from({ length: random.between(1, 3) }, () => {
      const hidden = random.pick(hidings).replaceAll('IN', random.pick(live))
      return random.pick(disguises)(random.chance(0.3) ? random.pick(hidings).replaceAll('IN', hidden) : hidden, random)
    })
    return `<p>słowo${number}</p>${pieces.join(random.pick(['', ' ', '<br>', '</div>', '">', "'>", '-->']))}`
      .replaceAll('EVENT', () => random.pick(events))
      .replaceAll('TAG', () => random.pick(plain))
      .replaceAll('RUN', `top.ranBy.add(${number})`)
      .replaceAll('URL', `${abroad}/${number}`)
  })
}
