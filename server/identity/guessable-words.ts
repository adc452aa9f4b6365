/** Words of which people here make a password that has to have a digit: common ones, names, months, places. Without accents. */
export const guessableWords = new Set(
  `haslo mojehaslo tajne nowehaslo dostep witaj witam polska polskagurom polak polka warszawa krakow wroclaw poznan
  gdansk gdynia lodz lublin szczecin katowice bialystok rzeszow kielce torun slask mazury tatry zakopane baltyk
  legia wisla lech widzew gornik lechia jagiellonia
  kocham kochamcie kochanie kochana misiek misiu misio kotek kotki piesek slonko sloneczko skarb zabka myszka
  motylek kwiatek stokrotka truskawka malina jagoda czekolada pomidor
  dupa kurwa chuj cholera matrix komputer internet laptop telefon samochod maluch
  mama tata babcia dziadek rodzina dzieci dziecko
  wiosna lato jesien zima styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien
  poniedzialek wtorek sroda czwartek piatek sobota niedziela
  anna adam agata agnieszka aleksandra andrzej aneta ania asia bartek bartosz basia beata czarek damian daniel darek
  dawid dominik dominika dorota ewa ewelina filip gosia grzegorz grzesiek hania iwona jacek jakub janek jarek jola
  joanna julia kamil kamila karol karolina kasia katarzyna kinga konrad krzysiek krzysztof kuba lukasz maciej maciek
  magda magdalena malgorzata marcin marek maria mariusz marta martyna mateusz michal mikolaj monika natalia ola pawel
  patryk patrycja paulina piotr piotrek przemek rafal robert sebastian slawek stanislaw sylwia szymon tomasz tomek
  urszula wiktoria wojtek wojciech zbyszek zofia zosia zuzanna
  firma nasza biuro praca szef prezes ksiegowa ksiegowosc faktura faktury sekretariat kontakt serwis sklep handel
  administrator admin root uzytkownik lupa poczta mail outlook windows qwerty qwertyuiop zaq asdf test testowe demo start`.split(
    /\s+/,
  ),
)
