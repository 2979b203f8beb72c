import type { PhraseBook } from './phrase-book.ts';

export const pl: PhraseBook = {
  newsletter: `newsletter*, biuletyn*, lista mailingowa, listę mailingową, listy mailingowej`,
  ask: `
    ^zapisz się, ^zapisz mnie, ^zapisuję się, ^dołącz do, ^zarejestruj się, ^otrzymuj, ^odbieraj,
    ^bądź na bieżąco, ^nie przegap, ^podaj swój, ^podaj adres, ^wpisz swój, ^wpisz adres,
    ^chcę otrzymywać, ^spodobał ci się, ^subskrybuj, ^zasubskrybuj, zapisz się na, zapisz się do`,
  signUp: `zapisz, zapisać, subskrybuj, subskrypcja, subskrypcję, dołącz, zarejestruj`,
  inbox: `na swoją skrzynkę, na twoją skrzynkę, na skrzynkę, na maila, na e mail, mailem`,
  subscribe: `
    zaprenumeruj, kup prenumeratę, kup subskrypcję, kup dostęp, wykup dostęp, wykup prenumeratę,
    prenumeruj, zobacz ofertę, sprawdź ofertę, zostań subskrybentem, zostań członkiem,
    nie masz prenumeraty, subskrybuj już`,
  offer: `
    nieograniczony dostęp, pełny dostęp, bez limitu, miesięcznie, za miesiąc, pierwszy miesiąc,
    okres próbny, wypróbuj za, w każdej chwili zrezygn*, prenumerata$, ^dowiedz się więcej$`,
  donate: `
    wesprzyj nas, ^wesprzyj, ^wspieraj, ^wspomóż, wspieraj nas, wesprzyj niezależne, przekaż darowiznę,
    wpłać darowiznę, twoje wsparcie, twojego wsparcia, twojej wpłaty, ^wpłać, niezależne dziennikarstwo,
    niezależnego dziennikarstwa, postaw kawę, postaw nam kawę`,
  gift: `darowizn*, wpłat*, przelew*, paypal, patronite, podatku, zrzutk*, zbiórk*`,
  app: `
    pobierz aplikację, pobierz naszą aplikację, ściągnij aplikację, zainstaluj aplikację,
    otwórz w aplikacji, czytaj w aplikacji, nasza aplikacja`,
  push: `
    włącz powiadomienia, powiadomienia push, otrzymuj powiadomienia, otrzymywać powiadomienia,
    zezwól na powiadomienia, wysyłać powiadomienia`,
  formNote: `
    swój e mail, twój e mail, swój adres, twój adres, adres e mail, adres email, adres mailowy,
    pola wymagane, pole wymagane, pole obowiązkowe, wypisać się, zrezygnować w każdej,
    polityka prywatności, polityką prywatności, politykę prywatności, regulamin*, wyrażam zgodę,
    zgadzam się, przetwarzanie moich danych, administratorem, dziękujemy za zapisanie,
    dziękujemy za zapis, potwierdź swój, link potwierdzający, poprawny adres, bez spamu,
    masz już prenumeratę, ^imię$, ^nazwisko$, ^wyślij$, ^zapisz się$, ^zapisz$, ^zamknij$,
    ^nie dziękuję$, ^nie teraz$, ^później$, ^zaloguj się$`,
  follow: `
    ^obserwuj nas, ^śledź nas, ^polub nas, ^znajdź nas, ^dołącz do nas na, ^media społecznościowe$,
    w google news, wiadomościach google`,
  share: `
    ^udostępnij, ^podziel się, ^poleć, ^wyślij znajomemu, ^tweetnij, ^drukuj$, ^wydrukuj$, ^kopiuj link,
    ^skopiuj link`,
  related: `
    ^czytaj też, ^czytaj także, ^czytaj również, ^czytaj więcej, ^przeczytaj też, ^przeczytaj także,
    ^przeczytaj również, ^zobacz też, ^zobacz także, ^zobacz również, ^zobacz więcej, ^podobne,
    ^powiązane, ^polecane, ^polecamy, ^najczęściej czytane, ^najpopularniejsze, ^popularne, ^najnowsze,
    ^ostatnie wpisy, ^więcej na ten temat, ^więcej na temat, ^więcej z, ^warto przeczytać,
    ^może cię zainteresować, ^mogą cię zainteresować, ^poprzedni artykuł, ^następny artykuł,
    ^na ten temat, ^czytaj$, ^zobacz$, ^więcej$`,
  comments: `
    ^komentarze$, ^komentarz$, ^dodaj komentarz, ^napisz komentarz, ^skomentuj, ^zostaw komentarz,
    ^pokaż komentarze, ^zobacz komentarze, ^dołącz do dyskusji`,
  adLabel: `
    ^reklama$, ^reklamy$, ^artykuł sponsorowany$, ^materiał sponsorowany$, ^materiał partnera$,
    ^dalsza część artykułu, ^dalszy ciąg, ^dalsza część tekstu, ^- reklama -$`,
  wall: `
    aby czytać dalej, aby przeczytać, żeby czytać dalej, czytaj dalej z, dalsza część dostępna,
    treść dla prenumeratorów, tylko dla prenumeratorów, tylko dla subskrybentów, dla zalogowanych,
    załóż konto, zaloguj się aby, limit artykułów, wykorzystałeś limit`,
  adBlocker: `adblock*, blokujesz reklamy, blokowanie reklam`,
  login: `hasło, nie pamiętam hasła, nazwa użytkownika`,
  consent: `cookie*, ciasteczk*, plików cookies, akceptuj wszystkie, odrzuć wszystkie, szanujemy twoją prywatność`,
};
