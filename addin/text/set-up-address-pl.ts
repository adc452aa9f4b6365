/** What is wrong with the address by which colleagues reach Lupa, in Polish. */
export const setUpAddressPl = {
  address: {
    heading: 'Serwer nie zna adresu, pod którym znajdą go inni',
    troubles: {
      'this-machine': (origin: string) =>
        `Linki dla współpracowników zaczynają się od ${origin}. Ten adres działa tylko na tym komputerze, więc u nich nie otworzy się nic.`,
      plain: (origin: string) =>
        `Linki dla współpracowników zaczynają się od ${origin}. Bez https hasła i poczta idą przez sieć czytelne dla każdego, kto podsłuchuje, a programy pocztowe takiego adresu nie przyjmą.`,
      unknown: (origin: string) =>
        `Linki do przekazania zaczynają się od ${origin}, bo tak jest otwarta ta strona. Lupa nie wyśle sama żadnego linku i nie da plików dla programów pocztowych.`,
    },
    remedy:
      'Ustaw LUPA_PUBLIC_URL na adres https tego serwera, np. https://lupa.twojafirma.pl, i uruchom serwer ponownie.',
  },
}
