/** Below which of Poland's regional and functional second levels others register: `firma.waw.pl`, `abc.info.pl`. */
export const polishSecondLevels: ReadonlySet<string> = new Set(
  `agro aid art atm auto beep biz com edu gmina gov gsm info mail media med miasta mil ngo net nieruchomosci nom org pc
  powiat priv realestate rel shop sklep sos szkola targi tm tourism travel turystyka
  augustow babia-gora bedzin beskidy bialowieza bialystok bielawa bieszczady boleslawiec bydgoszcz bytom cieszyn czeladz
  czest dlugoleka elblag elk gda gdansk gdynia gliwice glogow gniezno gorlice grajewo ilawa jaworzno jelenia-gora jgora
  kalisz karpacz kartuzy kaszuby katowice kazimierz-dolny kepno ketrzyn kielce klodzko kobierzyce kolobrzeg konin
  konskowola krakow kutno lapy lebork legnica lezajsk limanowa lodz lomza lowicz lubin lublin lukow malbork malopolska
  mazowsze mazury mielec mielno mragowo naklo nowaruda nysa olawa olecko olkusz olsztyn opoczno opole ostroda ostroleka
  ostrowiec ostrowwlkp pila pisz podhale podlasie polkowice pomorskie pomorze poznan prochowice pruszkow przeworsk
  pulawy radom rawa-maz rybnik rzeszow sanok sejny skoczow slask slupsk sopot sosnowiec stalowa-wola starachowice
  stargard suwalki swidnica swiebodzin swinoujscie szczecin szczytno tarnobrzeg tgory torun turek tychy ustka walbrzych
  warmia warszawa waw wegrow wielun wlocl wloclawek wodzislaw wolomin wroc wroclaw zachpomor zagan zakopane zarow zgora
  zgorzelec`.split(/\s+/),
)
