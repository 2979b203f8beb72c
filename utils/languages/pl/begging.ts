import type { PhraseBook } from '../../clutter/phrases/phrase-book.ts';

export const begging: PhraseBook = {
  newsletter: `
    newsletter*, biuletyn*, lista mailingowa, listę mailingową, listy mailingowej,
    cotygodniowy przegląd, codzienny przegląd, poranny przegląd`,
  ask: `
    ^zapisz się, ^zapisz mnie, ^zapisuję się, ^zarejestruj się, ^otrzymuj, ^odbieraj, ^bądź na bieżąco,
    ^nie przegap, ^podaj swój, ^podaj adres, ^wpisz swój, ^wpisz adres, ^chcę otrzymywać,
    ^spodobał ci się, ^subskrybuj, ^zasubskrybuj, zapisz się na, zapisz się do, ^wygraj,
    ^chcesz otrzymywać, ^chcesz być na bieżąco, ^chcesz wiedzieć więcej, ^jeśli chcesz otrzymywać,
    ^dołącz, ^bądź zawsze na bieżąco, zapisz się tutaj, ^podaj e mail, ^podaj mail`,
  signUp: `
    zapisz, zapisać, subskrybuj, subskrypcja, subskrypcję, dołącz, zarejestruj`,
  inbox: `
    na swoją skrzynkę, na twoją skrzynkę, na skrzynkę, na maila, na e mail, mailem, prosto na twoją,
    na swojego maila, na twój mail, na twój e mail, na swój e mail`,
  subscribe: `
    zaprenumeruj, kup prenumeratę, kup subskrypcję, kup dostęp, wykup dostęp, wykup prenumeratę,
    prenumeruj, zobacz ofertę, sprawdź ofertę, zostań subskrybentem, zostań członkiem,
    nie masz prenumeraty, subskrybuj już, wykup subskrypcję, dołącz do subskrybentów,
    prenumeratę cyfrową, czytaj bez ograniczeń, czytaj bez reklam, zyskaj dostęp, uzyskaj dostęp,
    aktywuj dostęp, wypróbuj za`,
  offer: `
    nieograniczony dostęp, pełny dostęp, bez limitu, miesięcznie, za miesiąc, pierwszy miesiąc,
    okres próbny, wypróbuj za, w każdej chwili zrezygn*, prenumerata$, ^dowiedz się więcej$`,
  donate: `
    wesprzyj nas, ^wesprzyj, ^wspieraj, ^wspomóż, wspieraj nas, wesprzyj niezależne, przekaż darowiznę,
    wpłać darowiznę, twoje wsparcie, twojego wsparcia, twojej wpłaty, ^wpłać, postaw kawę,
    postaw nam kawę, potrzebujemy twojego, potrzebujemy waszego, potrzebujemy wsparcia,
    dzięki waszemu wsparciu, dzięki twojemu wsparciu, wspieraj niezależne, wspieraj naszą,
    wesprzyj naszą, wesprzyj redakcję, pomóż nam, możesz nas wesprzeć, zostań patronem,
    dołącz do patronów, utrzymuje się z`,
  gift: `
    darowizn*, wpłat*, przelew*, paypal, patronite, podatku, zrzutk*, zbiórk*,
    niezależne dziennikarstwo, niezależnego dziennikarstwa`,
  app: `
    pobierz aplikację, pobierz naszą aplikację, ściągnij aplikację, zainstaluj aplikację,
    otwórz w aplikacji, czytaj w aplikacji, nasza aplikacja`,
  push: `
    włącz powiadomienia, powiadomienia push, otrzymuj powiadomienia, otrzymywać powiadomienia,
    zezwól na powiadomienia, wysyłać powiadomienia`,
  formNote: `
    swój e mail, twój e mail, swój adres, twój adres, adres e mail, adres email, adres mailowy,
    pola wymagane, pole wymagane, pole obowiązkowe, wypisać się, zrezygnować w każdej,
    polityką prywatności, politykę prywatności, regulamin*, wyrażam zgodę, zgadzam się,
    przetwarzanie moich danych, administratorem, dziękujemy za zapisanie, dziękujemy za zapis,
    potwierdź swój, link potwierdzający, poprawny adres, bez spamu, masz już prenumeratę, ^imię$,
    ^nazwisko$, ^wyślij$, ^zapisz się$, ^zapisz$, ^zamknij$, ^nie dziękuję$, ^nie teraz$, ^później$,
    ^zaloguj się$, ^dalej$, ^potwierdzam$, ^akceptuję$, ^pomiń$, ^chcę się zapisać$, ^e mail$, ^email$,
    przetwarzanie danych, danych osobowych, sprawdź skrzynkę`,
  follow: `
    ^obserwuj nas, ^śledź nas, ^polub nas, ^znajdź nas, ^dołącz do nas na, ^media społecznościowe$,
    w google news, wiadomościach google, kanał na whatsapp, kanał whatsapp, kanał na youtube,
    kanał youtube, ^subskrybuj nasz kanał, ^śledź … na, ^obserwuj … w google, ^dołącz do … na facebooku`,
  share: `
    ^udostępnij, ^podziel się, ^poleć, ^wyślij znajomemu, ^tweetnij, ^drukuj$, ^wydrukuj$,
    ^kopiuj link, ^skopiuj link`,
  related: `
    ^czytaj też, ^czytaj także, ^czytaj również, ^czytaj więcej, ^przeczytaj też, ^przeczytaj także,
    ^przeczytaj również, ^zobacz też, ^zobacz także, ^zobacz również, ^zobacz więcej, ^podobne,
    ^powiązane, ^polecane, ^polecamy, ^najczęściej czytane, ^najpopularniejsze, ^popularne, ^najnowsze,
    ^ostatnie wpisy, ^więcej z, ^warto przeczytać, ^może cię zainteresować, ^mogą cię zainteresować,
    ^poprzedni artykuł, ^następny artykuł, ^na ten temat, ^czytaj$, ^zobacz$, ^więcej$, ^czytaj dalej$,
    ^przeczytaj$, ^przeczytaj więcej, ^sprawdź też, ^sprawdź także, ^inne artykuły, ^w temacie,
    ^tematy powiązane, ^więcej na, ^to cię zainteresuje, ^to może cię, ^obejrzyj także`,
  comments: `
    ^komentarze$, ^komentarz$, ^dodaj komentarz, ^napisz komentarz, ^skomentuj, ^zostaw komentarz,
    ^pokaż komentarze, ^zobacz komentarze, ^dołącz do dyskusji`,
  adLabel: `
    ^reklama$, ^reklamy$, ^artykuł sponsorowany$, ^materiał sponsorowany$, ^materiał partnera$,
    ^dalsza część artykułu, ^dalszy ciąg, ^dalsza część tekstu, ^dalsza część pod, ^ciąg dalszy pod,
    ^pozostała część artykułu, ^artykuł partnera, ^współpraca reklamowa`,
  wall: `
    aby czytać dalej, aby przeczytać, żeby czytać dalej, czytaj dalej z, dalsza część dostępna,
    treść dla prenumeratorów, tylko dla prenumeratorów, tylko dla subskrybentów, dla zalogowanych,
    załóż konto, zaloguj się aby, limit artykułów, wykorzystałeś limit`,
  adBlocker: `
    adblock*, blokujesz reklamy, blokowanie reklam`,
  login: `
    hasło, nie pamiętam hasła, nazwa użytkownika`,
  consent: `
    cookie*, ciasteczk*, akceptuj wszystkie, odrzuć wszystkie, szanujemy twoją prywatność`,
  account: `
    ^zaloguj się$, ^zaloguj$, ^logowanie$, ^wyloguj, ^moje konto, ^mój profil, ^profil$`,
  menu: `
    ^menu$, ^otwórz menu, ^zamknij menu, ^szukaj$, ^wyszukaj$, ^strona główna$, ^działy$,
    ^przejdź do treści, ^nawigacja$, ^kontakt$, ^mapa strony$, ^pogoda$, ^polityka$, ^gospodarka$`,
  pageNote: `
    ^to nagranie zostało wygenerowane, ^nagranie wygenerowane, ^ten tekst czyta, ^audio wygenerowane,
    ^głos wygenerowany, ^czyta syntezator, ^to podsumowanie zostało wygenerowane,
    ^podsumowanie wygenerowane, ^wygenerowane przez ai, ^przetłumaczono automatycznie`,
};
