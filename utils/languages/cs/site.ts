import type { PhraseBook } from '../../clutter/phrases/phrase-book.ts';
import type { BoilerplateBook } from '../boilerplate-book.ts';

/** Phrases with which sites in Czech ask for something, and phrases that rule that out. */
export const begging: PhraseBook = {
  newsletter: [
    'denní přehled', 'k odběru', 'newsletter*', 'ranní souhrn', 'souhrn zpráv', 'týdenní dopis', 'týdenního dopisu', 'zpravodaj do', 'zpravodaj*',
  ],
  ask: [
    '^buďte první', '^buďte v obraze', '^dostávejte', '^chcete dostávat', '^chcete mít přehled', '^chcete víc', '^chci odebírat', '^líbil se vám', '^nechte nám', '^nenechte si ujít', '^nezmeškejte', '^odebírat', '^odebírejte', '^přidejte se', '^přihlásit se k odběru', '^přihlaste se', '^přihlaste se k', '^přihlaste se zdarma', '^připojte se', '^registrujte se', '^vyhrajte', '^vyplňte', '^začněte den', '^zadejte', '^zaregistrujte se', '^zůstaňte v obraze', 'pomozte nám', 'přihlaste se k odběru',
  ],
  signUp: [
    'odebírat', 'odebírejte', 'předplatné', 'přihlásit k odběru', 'přihlaste se', 'registrovat',
    'zaregistrujte se',
  ],
  inbox: [
    'do e mailu', 'do mailu', 'do schránky', 'do vašeho e mailu', 'do vaší schránky', 'na e mail', 'na mail', 'na váš e mail', 'pošlou vám', 've vaší schránce',
  ],
  subscribe: [
    '^předplatit', 'číst bez omezení', 'digitální předplatné', 'chci předplatné', 'koupit předplatné', 'kupte si předplatné', 'měsíc zdarma', 'našim … předplatitel*', 'objednat předplatné', 'odemknout', 'předplatit', 'předplaťte si', 'přidejte se k předplatitelům', 'staňte se členem', 'staňte se předplatitel*', 'staňte se předplatitelem', 'stát se členem', 'stát se předplatitelem', 'vstupte do klubu', 'vybrat předplatné', 'vyzkoušejte … předplatné', 'získat přístup', 'získejte přístup', 'zkuste předplatné', 'zobrazit předplatné',
  ],
  offer: [
    '^zjistit více$', 'bez omezení', 'bez reklam', 'bez závazků', 'kč měsíčně', 'kdykoli zrušit', 'měsíc zdarma', 'měsíčně', 'na všech zařízeních', 'na zkoušku', 'neomezený přístup', 'plný přístup', 'první měsíc', 'za měsíc', 'zdarma na', 'zkušební období', 'zrušíte kdykoli',
  ],
  donate: [
    '^darovat', '^podpořit', '^podpořte', '^přispějte', '^přispět', 'darem', 'darujte', 'díky čtenářům', 'díky vaší podpoře', 'chci přispět', 'každá koruna', 'kup kafe', 'kupte nám kávu', 'lidi jako jste vy', 'nezisková redakce', 'platí čtenáři', 'podpořte nás', 'podpořte naši', 'pokud si vážíte', 'pomozte nám', 'pošlete dar', 'přispějte na', 'staňte se podporovatelem', 'váš dar', 'váš příspěvek', 'vaše podpora',
  ],
  gift: [
    'darem', 'darů', 'darujme', 'dary', 'nezávislá žurnalistika', 'nezávislou žurnalistiku', 'patreon',
    'paypal', 'příspěv*',
  ],
  app: [
    'nainstalujte aplikaci', 'naše aplikace', 'naší … aplikaci', 'otevřít v aplikaci', 'stáhněte si … aplikaci', 'stáhněte si aplikaci', 'stáhnout aplikaci', 'v aplikaci', 'v naší aplikaci',
  ],
  push: [
    'dostávat upozornění', 'povolit oznámení', 'povolit upozornění', 'push upozornění', 'zapněte si oznámení',
    'zapnout oznámení', 'zasílat oznámení',
  ],
  formNote: [
    '^další$', '^děkujeme', '^e mail$', '^email$', '^jméno$', '^ne děkuji$', '^odebírat$', '^odeslat$', '^pokračovat$', '^potvrdit$', '^později$', '^přeskočit$', '^přihlásit se k odběru$', '^příjmení$', '^teď ne$', '^zavřít$', 'bez spamu', 'byli jste přihlášeni', 'e mailová adresa', 'e mailovou adresu', 'již předplatitel', 'kdykoli', 'odhlásit se', 'odhlásit se můžete', 'ochrana osobních údajů', 'ochraně osobních údajů', 'ochrany osobních údajů', 'osobních údajů', 'podmínky užití', 'potvrzovací e mail', 'povinné pole', 'povinné položky', 'souhlasím', 'váš e mail', 'váš email', 'vaše e mailová', 'zásady ochrany', 'zkontrolujte schránku', 'zpracováním osobních',
  ],
  follow: [
    '^najdete nás', '^sledujte nás', '^sociální sítě$', 'kanál na telegramu', 'kanál na whatsappu',
    'na facebooku', 'na instagramu', 'na síti x', 'na youtube', 'sledujte nás na', 'v google news',
  ],
  share: [
    '^kopírovat odkaz', '^poslat e mailem', '^sdílejte', '^sdílet', '^tisk$', '^tisknout', '^tweetnout',
    '^vytisknout',
  ],
  related: [
    '^aktuálně$', '^číst dál', '^čtěte dále', '^čtěte také', '^čtěte více', '^další články', '^další zprávy',
    '^doporučené', '^doporučujeme', '^k tématu', '^mohlo by vás', '^následující', '^nejčtenější',
    '^nejnovější', '^podobné', '^populární', '^přečtěte si', '^předchozí', '^související', '^tip redakce',
    '^více k tématu', '^více o', '^více zpráv', '^výběr redakce', '^zaujalo vás',
  ],
  comments: [
    '^diskuse', '^diskuze', '^komentáře$', '^komentovat$', '^napsat komentář', '^přidat komentář',
    '^vstoupit do diskuse', '^zobrazit komentáře',
  ],
  adLabel: [
    '^článek pokračuje', '^inzerce$', '^komerční sdělení', '^placená inzerce', '^placený obsah',
    '^pokračování po reklamě', '^pokračování pod reklamou', '^reklama$', '^reklamní sdělení', '^sponzorováno',
    '^sponzorovaný', '^ve spolupráci s',
  ],
  wall: [
    'článků zdarma', 'jen pro předplatitele', 'pouze pro předplatitele', 'pro dočtení', 'pro pokračování',
    'pro předplatitele', 'přihlaste se a', 'vyčerpali jste', 'vytvořte si účet', 'zaregistrujte se a',
    'zbývá vám',
  ],
  adBlocker: ['adblock*', 'blokovač* reklam', 'blokování reklam', 'vypněte adblock'],
  login: ['heslo', 'přihlašovací jméno', 'uživatelské jméno'],
  consent: ['cookie*', 'odmítnout vše', 'povolit vše', 'přijmout vše', 'souhlasím se vším'],
  account: [
    '^můj profil', '^můj účet', '^odhlásit', '^odhlásit se$', '^profil$', '^přihlásit se$', '^přihlásit$',
  ],
  menu: [
    '^domů$', '^ekonomika$', '^hlavní stránka', '^hledat$', '^kontakt$', '^kontakty$', '^kultura$',
    '^mapa stránek', '^menu$', '^navigace$', '^otevřít menu', '^počasí$', '^přejít k obsahu', '^rubriky$',
    '^sport$', '^vyhledávání$', '^zavřít menu',
  ],
  pageNote: [
    '^automaticky přeloženo', '^článek byl přeložen', '^namluveno umělou', '^shrnutí vytvořila',
    '^toto shrnutí', '^vygenerováno ai', '^zvuk vytvořen',
  ],
  own: ['nám', 'nás', 'náš', 'naše*', 'našeho', 'našem', 'našemu', 'naši*', 'našich', 'naším*'],
};

/** Boilerplate around articles on sites in Czech. */
export const boilerplate: BoilerplateBook = {
  endHeadings: [
    'čtěte (?:také|více|dále).*',
    'diskuse.*',
    'diskuze.*',
    'komentáře.*',
    'mohlo by vás zajímat.*',
    'nejčtenější.*',
    'podobné články.*',
    'sdílet.*',
    'související.*',
    'štítky',
    'tagy',
    'témata',
  ],
  pointers: ['čtěte (?:také|více)', 'mohlo by vás zajímat', 'přečtěte si (?:také|více)', 'více čtěte'],
  walls: ['pouze pro předplatitele', 'pro pokračování ve čtení', 'zbývá vám .{1,20} článk'],
};
