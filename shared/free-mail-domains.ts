/** Mail services open to everyone; an address there never stands for a company's domain. */
export const freeMailDomains: ReadonlySet<string> = new Set(
  `wp.pl onet.pl o2.pl interia.pl gazeta.pl gmail.com googlemail.com outlook.com hotmail.com live.com msn.com
  outlook.pl hotmail.pl yahoo.com yahoo.pl icloud.com me.com mac.com proton.me protonmail.com pm.me tutanota.com
  tuta.io aol.com gmx.com gmx.de gmx.net web.de t-online.de freenet.de mail.ru yandex.com yandex.ru seznam.cz
  email.cz centrum.cz ukr.net op.pl vp.pl poczta.onet.pl poczta.onet.eu onet.eu onet.com.pl buziaczek.pl autograf.pl
  opoczta.pl amorki.pl poczta.fm interia.eu interia.com intmail.pl adresik.net tlen.pl go2.pl spoko.pl prokonto.pl
  wp.eu poczta.wp.pl gazeta.com neostrada.pl lycos.pl poczta.pl home.pl aster.pl chello.pl vectra.pl upcpoczta.pl
  zoho.com fastmail.com hey.com mail.com email.com inbox.lv libero.it orange.fr wanadoo.fr free.fr laposte.net
  hotmail.co.uk btinternet.com comcast.net verizon.net att.net qq.com 163.com 126.com`.split(/\s+/),
)
