/** Somebody who writes mail, with the firm that stands in the signature. */
export interface Writer {
  name: string
  email: string
  firm: string
}

const writer = (name: string, email: string, firm = ''): Writer => ({ name, email, firm })

/** Everybody outside our company who occurs in the story, whether or not a file knows the address. */
export const people: Record<string, Writer> = {
  lis: writer('Katarzyna Lis', 'k.lis@meblorama.example', 'Meblorama Sp. z o.o.'),
  wrobel: writer('Adam Wróbel', 'a.wrobel@meblorama.example', 'Meblorama Sp. z o.o., dział reklamacji'),
  ksiegowameb: writer('Księgowość Meblorama', 'ksiegowosc@meblorama.example', 'Meblorama Sp. z o.o.'),
  dabrowa: writer('Stanisław Dąbrowa', 's.dabrowa@stolarnia-dabrowa.example', 'Stolarnia Dąbrowa s.c.'),
  dabrowaewa: writer('Ewelina Dąbrowa', 'biuro@stolarnia-dabrowa.example', 'Stolarnia Dąbrowa s.c.'),
  szulc: writer('Robert Szulc', 'r.szulc@blatex.example', 'Blatex S.A.'),
  bielak: writer('Magdalena Bielak', 'm.bielak@blatex.example', 'Blatex S.A., dział jakości'),
  gajda: writer('Tomasz Gajda', 't.gajda@okucia-wschod.example', 'Okucia Wschód Sp. z o.o.'),
  czapla: writer('Barbara Czapla', 'b.czapla@hotel-zuraw.example', 'Hotel Żuraw'),
  recepcja: writer('Recepcja Hotel Żuraw', 'recepcja@hotel-zuraw.example', 'Hotel Żuraw'),
  oko: writer('Marek Oko', 'm.oko@grupa-tarcza.example', 'Tarcza Development Sp. z o.o.'),
  sikora: writer('Joanna Sikora', 'j.sikora@grupa-tarcza.example', 'Tarcza Hospitality Sp. z o.o.'),
  tarczaksieg: writer('Centrum Usług Wspólnych Tarcza', 'faktury@grupa-tarcza.example', 'Grupa Tarcza'),
  tarczanowy: writer('Filip Zięba', 'f.zieba@grupa-tarcza.example', 'Grupa Tarcza'),
  wrona: writer('Kuba Wrona', 'kuba.wrona.projekty@gmail.com', 'Pracownia Kuba Wrona'),
  zielinski: writer('Mirosław Zieliński', 'zielinski.montaz@wp.pl', 'Montaż Zieliński'),
  zielinskisyn: writer('Patryk Zieliński', 'patryk.zielinski97@gmail.com'),
  vogel: writer('Sabine Vogel', 's.vogel@mueller-kuechentechnik.example', 'Müller Küchentechnik GmbH'),
  buchhaltung: writer('Buchhaltung', 'buchhaltung@mueller-kuechentechnik.example', 'Müller Küchentechnik GmbH'),
  lindqvist: writer('Erik Lindqvist', 'erik.lindqvist@nordic-surfaces.example', 'Nordic Surfaces AB'),
  handlowiec: writer('Damian Kruk', 'd.kruk@kurier-blysk.example', 'Kurier Błysk S.A.'),
  kuriernoreply: writer('Kurier Błysk', 'noreply@kurier-blysk.example'),
  kos: writer('Grzegorz Kos', 'g.kos@transmeb.example', 'TransMeb Logistyka Sp. z o.o.'),
  spedycja: writer('TransMeb spedycja', 'spedycja@transmeb.example', 'TransMeb Logistyka Sp. z o.o.'),
  rybak: writer('Iwona Rybak', 'i.rybak@nowe-tarasy.example', 'Nowe Tarasy Sp. z o.o. sp. k.'),
  pawlik: writer('Rafał Pawlik', 'r.pawlik@nowe-tarasy.example', 'Nowe Tarasy Sp. z o.o. sp. k.'),
  dyrektor: writer('Halina Bąk', 'sekretariat@zs-kruszyna.example', 'Zespół Szkół w Kruszynie'),
  mazur: writer('Leszek Mazur', 'l.mazur@lakiernia-polysk.example', 'Lakiernia Połysk Sp. j.'),
  kowalczyk: writer('Jan Kowalczyk', 'kowalczyk.jan88@wp.pl'),
  kowalczykzona: writer('Dorota Kowalczyk', 'dorota.kowalczyk.dk@onet.pl'),
  nowak: writer('Maria Nowak', 'maria.nowak.dom@gmail.com'),
  serwis: writer('AGD Serwis Plus', 'zgloszenia@agd-serwis.example', 'AGD Serwis Plus Sp. z o.o.'),
  // Robert Szulc left Blatex for Okucia Wschód in the middle of the story.
  szulcnowy: writer('Robert Szulc', 'r.szulc@okucia-wschod.example', 'Okucia Wschód Sp. z o.o.'),
  // Rafał Pawlik left Nowe Tarasy for a company without a file, and keeps his private address.
  pawliknowy: writer('Rafał Pawlik', 'rafal.pawlik@apartinwest.example', 'ApartInwest Sp. z o.o.'),
  // Saldo keeps the books of five of our contractors and has no file of its own.
  saldo: writer('Beata Cichoń', 'b.cichon@saldo-ksiegowosc.example', 'Biuro Rachunkowe Saldo'),
  saldodwa: writer('Weronika Gil', 'w.gil@saldo-ksiegowosc.example', 'Biuro Rachunkowe Saldo'),
  kancelaria: writer('r. pr. Olgierd Sowa', 'kancelaria@sowa-prawo.example', 'Kancelaria Radcy Prawnego Olgierd Sowa'),
  platforma: writer('Platforma Meblo', 'powiadomienia@platforma-meblo.example'),
  efaktura: writer('Portal eFaktura', 'noreply@portal-efaktura.example'),
  nieznany: writer('Zbigniew Ptak', 'zbigniew.ptak@tartak-ptak.example', 'Tartak Ptak'),
}
