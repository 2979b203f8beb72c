import type { PhraseBook } from '../../clutter/phrases/phrase-book.ts';
import type { BoilerplateBook } from '../boilerplate-book.ts';

/** Phrases with which sites in Polish ask for something, and phrases that rule that out. */
export const begging: PhraseBook = {
  newsletter: [
    'biuletyn*', 'codzienny list', 'codzienny przegląd', 'cotygodniowy list', 'cotygodniowy przegląd', 'lista mailingowa', 'listę mailingową', 'listy mailingowej', 'newsletter*', 'poranny przegląd',
  ],
  ask: [
    '^bądź na bieżąco', '^bądź zawsze na bieżąco', '^chcesz być na bieżąco', '^chcesz otrzymywać', '^chcesz wiedzieć więcej', '^chcesz więcej', '^chcę dostawać', '^chcę otrzymywać', '^dołącz', '^dołącz do', '^jeśli chcesz otrzymywać', '^nie przegap', '^odbieraj', '^otrzymuj', '^podaj … e mail', '^podaj adres', '^podaj e mail', '^podaj mail', '^podaj swój', '^spodobał ci się', '^subskrybuj', '^wpisz … e mail', '^wpisz adres', '^wpisz swój', '^wygraj', '^zacznij dzień', '^zapisuję się', '^zapisz mnie', '^zapisz się', '^zarejestruj się', '^zasubskrybuj', '^zostaw … e mail', 'pomóż nam', 'zapisz się do', 'zapisz się na', 'zapisz się tutaj',
  ],
  signUp: ['dołącz', 'subskrybuj', 'subskrypcja', 'subskrypcję', 'zapisać', 'zapisz', 'zarejestruj'],
  inbox: [
    'mailem', 'na e mail', 'na maila', 'na skrzynkę', 'na swoją skrzynkę', 'na swojego maila',
    'na swój e mail', 'na twoją skrzynkę', 'na twój e mail', 'na twój mail', 'prosto na twoją', 'w twojej skrzynce', 'wysyłają je'],
  subscribe: [
    'aktywuj dostęp', 'czytaj bez ograniczeń', 'czytaj bez reklam', 'dołącz … prenumeratorów', 'dołącz do subskrybentów', 'kup dostęp', 'kup prenumeratę', 'kup subskrypcję', 'miesiąc za darmo', 'naszych prenumeratorów', 'nie masz prenumeraty', 'oferty prenumeraty', 'prenumeratę cyfrową', 'prenumeruj', 'sprawdź ofertę', 'subskrybuj już', 'subskrybuj teraz', 'uzyskaj dostęp', 'wybierz plan', 'wykup dostęp', 'wykup prenumeratę', 'wykup subskrypcję', 'wypróbuj prenumeratę', 'wypróbuj za', 'zamów prenumeratę', 'zaprenumeruj', 'zobacz ofertę', 'zostań członkiem', 'zostań prenumeratorem', 'zostań subskrybentem', 'zyskaj dostęp',
  ],
  offer: [
    '^dowiedz się więcej$', 'bez limitu', 'miesięcznie', 'na każdym urządzeniu', 'nieograniczony dostęp', 'okres próbny', 'pełny dostęp', 'pierwszy miesiąc', 'prenumerata$', 'w każdej chwili zrezygn*', 'wypróbuj za', 'za miesiąc', 'zrezygnuj kiedy chcesz',
  ],
  donate: [
    '^wesprzyj', '^wpłać', '^wspieraj', '^wspomóż', 'darowizną', 'dołącz do patronów', 'dorzucisz się', 'dzięki twojemu wsparciu', 'dzięki waszemu wsparciu', 'finansują czytelnicy', 'jeśli cenisz', 'ludzi jak ty', 'możesz nas wesprzeć', 'non profit', 'opłacają czytelnicy', 'pomóż nam', 'postaw kawę', 'postaw nam kawę', 'potrzebujemy twojego', 'potrzebujemy waszego', 'potrzebujemy wsparcia', 'przekaż darowiznę', 'twoja darowizna', 'twoja wpłata', 'twoje wsparcie', 'twojego wsparcia', 'twojej wpłaty', 'utrzymuje się z', 'wesprzyj nas', 'wesprzyj naszą', 'wesprzyj niezależne', 'wesprzyj redakcję', 'wpłacam', 'wpłać darowiznę', 'wpłać dziś', 'wspieraj nas', 'wspieraj naszą', 'wspieraj niezależne', 'zostań patronem',
  ],
  gift: [
    'darowizn*', 'niezależne dziennikarstwo', 'niezależnego dziennikarstwa', 'patronite', 'paypal', 'podatku',
    'przelew*', 'wpłat*', 'zbiórk*', 'zrzutk*',
  ],
  app: [
    'czytaj w aplikacji', 'nasza aplikacja', 'naszej … aplikacji', 'otwórz w aplikacji', 'pobierz … aplikację', 'pobierz aplikację', 'pobierz naszą aplikację', 'ściągnij aplikację', 'w aplikacji', 'zainstaluj aplikację',
  ],
  push: [
    'otrzymuj powiadomienia', 'otrzymywać powiadomienia', 'powiadomienia push', 'włącz powiadomienia',
    'wysyłać powiadomienia', 'zezwól na powiadomienia',
  ],
  formNote: [
    '^akceptuję$', '^chcę się zapisać$', '^dalej$', '^e mail$', '^email$', '^imię$', '^nazwisko$', '^nie dziękuję$', '^nie teraz$', '^pomiń$', '^potwierdzam$', '^później$', '^tak chcę$', '^wyślij$', '^zaloguj się$', '^zamknij$', '^zapisuję się$', '^zapisz się$', '^zapisz$', 'administratorem', 'adres e mail', 'adres email', 'adres mailowy', 'bez spamu', 'danych osobowych', 'dziękujemy za zapis', 'dziękujemy za zapisanie', 'link potwierdzający', 'masz już prenumeratę', 'pola wymagane', 'pole obowiązkowe', 'pole wymagane', 'polityka prywatności', 'polityką prywatności', 'politykę prywatności', 'poprawny adres', 'potwierdź swój', 'przetwarzanie danych', 'przetwarzanie moich danych', 'regulamin*', 'się wypisać', 'sprawdź skrzynkę', 'swój adres', 'swój e mail', 'twój adres', 'twój e mail', 'wypisać się', 'wyrażam zgodę', 'zgadzam się', 'zrezygnować w każdej', 'zrezygnować w każdej chwili',
  ],
  follow: [
    '^dołącz do … na facebooku', '^dołącz do nas na', '^media społecznościowe$', '^obserwuj … w google',
    '^obserwuj nas', '^polub nas', '^subskrybuj nasz kanał', '^śledź … na', '^śledź nas', '^znajdź nas',
    'kanał na whatsapp', 'kanał na youtube', 'kanał whatsapp', 'kanał youtube', 'w google news',
    'wiadomościach google',
  ],
  share: [
    '^drukuj$', '^kopiuj link', '^podziel się', '^poleć', '^skopiuj link', '^tweetnij', '^udostępnij',
    '^wydrukuj$', '^wyślij znajomemu',
  ],
  related: [
    '^czytaj dalej$', '^czytaj również', '^czytaj także', '^czytaj też', '^czytaj więcej', '^czytaj$',
    '^inne artykuły', '^mogą cię zainteresować', '^może cię zainteresować', '^na ten temat',
    '^najczęściej czytane', '^najnowsze', '^najpopularniejsze', '^następny artykuł', '^obejrzyj także',
    '^ostatnie wpisy', '^podobne', '^polecamy', '^polecane', '^poprzedni artykuł', '^popularne', '^powiązane',
    '^przeczytaj również', '^przeczytaj także', '^przeczytaj też', '^przeczytaj więcej', '^przeczytaj$',
    '^sprawdź także', '^sprawdź też', '^tematy powiązane', '^to cię zainteresuje', '^to może cię',
    '^w temacie', '^warto przeczytać', '^więcej na', '^więcej z', '^więcej$', '^zobacz również',
    '^zobacz także', '^zobacz też', '^zobacz więcej', '^zobacz$',
  ],
  comments: [
    '^dodaj komentarz', '^dołącz do dyskusji', '^komentarz$', '^komentarze$', '^napisz komentarz',
    '^pokaż komentarze', '^skomentuj', '^zobacz komentarze', '^zostaw komentarz',
  ],
  adLabel: [
    '^artykuł partnera', '^artykuł sponsorowany$', '^ciąg dalszy pod', '^dalsza część artykułu',
    '^dalsza część pod', '^dalsza część tekstu', '^dalszy ciąg', '^materiał partnera$',
    '^materiał sponsorowany$', '^pozostała część artykułu', '^reklama$', '^reklamy$', '^współpraca reklamowa',
  ],
  wall: [
    'aby czytać dalej', 'aby przeczytać', 'czytaj dalej z', 'dalsza część dostępna', 'dla zalogowanych',
    'limit artykułów', 'treść dla prenumeratorów', 'tylko dla prenumeratorów', 'tylko dla subskrybentów',
    'wykorzystałeś limit', 'zaloguj się aby', 'załóż konto', 'żeby czytać dalej',
  ],
  adBlocker: ['adblock*', 'blokowanie reklam', 'blokujesz reklamy'],
  login: ['hasło', 'nazwa użytkownika', 'nie pamiętam hasła'],
  consent: ['akceptuj wszystkie', 'ciasteczk*', 'cookie*', 'odrzuć wszystkie', 'szanujemy twoją prywatność'],
  account: [
    '^logowanie$', '^moje konto', '^mój profil', '^profil$', '^wyloguj', '^zaloguj się$', '^zaloguj$',
  ],
  menu: [
    '^działy$', '^gospodarka$', '^kontakt$', '^mapa strony$', '^menu$', '^nawigacja$', '^otwórz menu',
    '^pogoda$', '^polityka$', '^przejdź do treści', '^strona główna$', '^szukaj$', '^wyszukaj$',
    '^zamknij menu',
  ],
  pageNote: [
    '^audio wygenerowane', '^czyta syntezator', '^głos wygenerowany', '^nagranie wygenerowane',
    '^podsumowanie wygenerowane', '^przetłumaczono automatycznie', '^ten tekst czyta',
    '^to nagranie zostało wygenerowane', '^to podsumowanie zostało wygenerowane', '^wygenerowane przez ai',
  ],
  own: ['nam', 'nami', 'nas', 'nasz*'],
};

/** Boilerplate around articles on sites in Polish. */
export const boilerplate: BoilerplateBook = {
  endHeadings: [
    'czytaj (?:także|też|również|więcej).*',
    'komentarze.*',
    'najnowsze',
    'podobne.*',
    'polecane.*',
    'powiązane.*',
    'przeczytaj (?:także|też|również).*',
    'tagi',
    'udostępnij.*',
    'zobacz (?:także|też|również).*',
  ],
  pointers: [
    'czytaj (?:także|też|również|więcej|dalej)',
    'przeczytaj(?: także| też| również)?',
    'zobacz (?:także|też|również|więcej)',
  ],
  walls: ['dalsza część artykułu', 'pozostało .{1,10}% (?:artykułu|treści)'],
};
