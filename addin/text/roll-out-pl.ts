/** Bringing the add-ins to everybody, in Polish. */
export const rollOutPl = {
  rollOut: {
    title: 'Wdrożenie',
    lead: 'Pliki z adresem tego serwera i polecenia dla całej firmy. Wdraża się raz, nowe wersje przychodzą same.',
    address: 'Adres serwera dla programów pocztowych',
    noAddress:
      'Programy pocztowe przyjmują tylko adres https. Gdy serwer go pozna, pojawią się tu pliki dla Outlooka i Thunderbirda.',
    copy: 'Kopiuj',
    copyNamed: (what: string) => `Kopiuj: ${what}`,
    download: (file: string) => `Pobierz ${file}`,
    outlook: 'Outlook',
    manifestAddress: 'Adres manifestu',
    outlookSteps: [
      'Otwórz admin.microsoft.com → Ustawienia → Zintegrowane aplikacje → Przekaż aplikacje niestandardowe.',
      'Wybierz „Dodatek pakietu Office”, podaj adres manifestu albo pobrany plik.',
      'Wskaż osoby albo całą organizację i zatwierdź. W Outlooku dodatek pojawia się w ciągu doby, zwykle szybciej.',
    ],
    onPremises: 'Exchange we własnej serwerowni',
    onPremisesLead:
      'W powłoce zarządzania Exchange dodaj dodatek dla całej organizacji. Adresy swojego Outlooka w przeglądarce podaj serwerowi w LUPA_EXCHANGE_URL. Poczty nie czyta Graph: czytaj skrzynki przez IMAP albo wysyłaj kopie (strona Adresy do kopii).',
    installCommand: 'Polecenie Exchange',
    thunderbird: 'Thunderbird',
    thunderbirdLead:
      'Wersja 140 lub nowsza. Plik zasad instaluje dodatek na każdym komputerze i ustawia w nim ten serwer.',
    policyPlaces: 'Gdzie zapisać policies.json',
    places: {
      windows: 'Windows: w folderze programu, podfolder distribution',
      mac: 'macOS: wewnątrz aplikacji',
      linux: 'Linux: dla wszystkich użytkowników',
    },
    policy: 'Zawartość policies.json',
    oneMachine:
      'Na próbę wystarczy sam dodatek: pobierz lupa.xpi i zainstaluj go ze strony dodatków (koło zębate, „Zainstaluj z pliku”).',
    microsoft: 'Microsoft 365: tylko wybrane skrzynki',
    microsoftLead:
      'Żeby Lupa czytała pocztę bez haseł, zarejestruj w Entra aplikację. Nie zgadzaj się na Mail.Read dla całej dzierżawy: uprawnienia się sumują, a zgoda otworzyłaby wszystkie skrzynki. Zamiast tego nadaj ją w Exchange tylko grupie.',
    fill: 'Wartości do poleceń',
    appId: 'Identyfikator aplikacji (klienta)',
    objectId: 'Identyfikator obiektu aplikacji dla przedsiębiorstw',
    objectHint: 'Z listy „Aplikacje dla przedsiębiorstw”, nie z „Rejestracji aplikacji”: to dwa różne identyfikatory.',
    group: 'Adres grupy, której skrzynki wolno czytać',
    probe: 'Skrzynka spoza grupy, do sprawdzenia',
    commands: 'Polecenia PowerShell (Exchange Online)',
    marks:
      'Znaczniki w skrzynkach (kategoria Przypisany) wymagają roli Application Mail.ReadWrite zamiast Application Mail.Read.',
    check: 'Ostatnie polecenie musi pokazać InScope: False. Zmiana działa po 30 minutach do dwóch godzin.',
    older: 'Starszy sposób: zasada dostępu aplikacji',
    olderLead:
      'Gdy w dzierżawie nie ma ról dla aplikacji. Tu zgoda na Mail.Read w Entra jest potrzebna, a zasada ją zawęża.',
    afterwards: 'Potem połącz dzierżawę na stronie Microsoft 365.',
    toMicrosoft: 'Otwórz stronę Microsoft 365',
    untried: 'Polecenia są z dokumentacji Microsoftu; na prawdziwej dzierżawie ich nie sprawdzaliśmy.',
  },
}
