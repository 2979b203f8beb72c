import type { PhraseBook } from '../../clutter/phrases/phrase-book.ts';

/** Phrases with which sites in Dutch ask for something, and phrases that rule that out. */
export const begging: PhraseBook = {
  newsletter: [
    'avondmail*', 'dagelijks overzicht', 'dagelijkse mail', 'dagelijkse update*', 'e mail nieuws*', 'het belangrijkste nieuws … mail', 'mailing list', 'mailinglijst*', 'mailupdate*', 'nieuwsalert*', 'nieuwsbrief*', 'nieuwsbrieven', 'nieuwsmail*', 'ochtendbriefing', 'ochtendmail*', 'ochtendnieuwsbrief*', 'ochtendupdate', 'onze selectie … mail', 'weekbrief', 'weekmail', 'wekelijks overzicht', 'wekelijkse brief', 'wekelijkse mail', 'wekelijkse update*',
  ],
  ask: [
    '^abonneer', '^abonneer je', '^abonneer u', '^als eerste op de hoogte', '^altijd op de hoogte', '^begin de dag', '^blijf … op de hoogte', '^blijf bij', '^blijf op de hoogte', '^dagelijks het', '^elke dag het', '^elke ochtend', '^elke week', '^elke zaterdag', '^geen nieuws missen', '^genoten van dit', '^helemaal bij blijven', '^iedere dag', '^iedere week', '^ik doe mee', '^in deze nieuwsbrief', '^inschrijven voor', '^interessant artikel', '^ja ik wil', '^krijg … in je mailbox', '^laat je', '^maak kans op', '^meer … ontvangen', '^meer van', '^meer verhalen', '^meld je aan', '^meld je gratis', '^meld je hier', '^meld je nu', '^meld u aan', '^meld u gratis', '^mis niets', '^mis nooit', '^nooit meer … missen', '^ontvang', '^ontvang dagelijks', '^ontvang de', '^ontvang elke', '^ontvang het', '^ontvang onze', '^ontvang wekelijks', '^op de hoogte blijven', '^schrijf je', '^schrijf je hier in', '^schrijf je in', '^schrijf u hier in', '^schrijf u in', '^sluit je aan', '^sluit u aan', '^typ je', '^vond je dit', '^vond u dit', '^vul je', '^vul uw', '^wil je … ontvangen', '^wil je meer', '^wil je niets', '^wil je op de hoogte', '^wilt u … ontvangen', '^wilt u op de hoogte', 'altijd op de hoogte', 'gratis aanmelden', 'gratis inschrijven', 'help ons', 'hier aanmelden', 'hier inschrijven', 'houden we je op de hoogte', 'houden wij u op de hoogte', 'inschrijven kan hier', 'klik hier om je aan te melden', 'klik hier om je in te schrijven', 'meld je dan aan', 'schrijf je dan in', 'sturen we je', 'sturen wij u', 'vul je e mail*', 'vul uw e mail*', 'wij sturen je', 'wij sturen u',
  ],
  signUp: [
    'aanmelden', 'aanmelding', 'abonneer', 'abonneren', 'inschrijven', 'inschrijving', 'meld je aan',
    'meld u aan', 'registreer', 'registreren', 'schrijf je … in', 'schrijf je in', 'schrijf u … in',
    'schrijf u in',
  ],
  inbox: [
    'in de mail', 'in je e mail*', 'in je inbox', 'in je mail', 'in je mailbox', 'in jouw inbox',
    'in jouw mailbox', 'in uw inbox', 'in uw mail', 'in uw mailbox', 'naar je mailbox', 'op je telefoon',
    'per e mail', 'per mail', 'rechtstreeks in je', 'via de mail', 'via e mail', 'via mail',
  ],
  subscribe: [
    'abonnee worden', 'abonneer je voor', 'abonneer nu', 'abonnement afsluiten', 'abonnement nemen', 'abonnementen bekijken', 'al vanaf … per maand', 'al vanaf … per week', 'bekijk … abonnement*', 'bekijk de aanbieding*', 'bekijk de abonnementen', 'bekijk onze abonnementen', 'bestel een abonnement', 'digitaal abonnement', 'digitale abonnement', 'een maand gratis', 'gratis proberen', 'ik word abonnee', 'kies een abonnement', 'kies je abonnement', 'kies uw abonnement', 'lees … maand gratis', 'lees … weken', 'maand … gratis', 'neem een … abonnement', 'neem een abonnement', 'neem een proefabonnement', 'nog geen abonnee', 'nog geen abonnement', 'nu abonneren', 'onbeperkt lezen vanaf', 'onze … abonnees', 'probeer … gratis', 'probeer … maand', 'probeer gratis', 'probeer ons', 'proefabonnement*', 'profiteer nu', 'sluit een abonnement', 'sluit je aan', 'stap over op', 'start je … abonnement', 'start je abonnement', 'steun ons met een abonnement', 'voordeel pakken', 'word … abonnee', 'word abonnee', 'word lid', 'word nu abonnee', 'word nu lid',
  ],
  offer: [
    '^aanbieding$', '^abonnement$', '^abonnementen$', '^bekijk aanbieding$', '^bestel nu$', '^lees meer$', '^meer info$', '^meer informatie$', '^meer weten$', '^naar de aanbieding$', 'al je apparaten', 'alle artikelen lezen', 'daarna … per maand', 'de eerste maand', 'digitale krant', 'eerste maand', 'elk moment opzegbaar', 'elk moment opzeggen', 'euro per maand', 'euro per week', 'ledenvoordeel', 'maandelijks opzegbaar', 'met … korting', 'onbeperkt lezen', 'onbeperkt toegang', 'onbeperkte toegang', 'op elk moment opzegbaar', 'op elk moment opzeggen', 'papieren krant', 'per maand', 'per maand opzegbaar', 'per week', 'volledige toegang', 'weekendabonnement', 'welkomstaanbieding', 'zonder advertenties', 'zonder reclame',
  ],
  donate: [
    '^doneer', '^doneer nu$', '^doneren$', '^elke bijdrage', '^help ons', '^steun', '^steun de', '^steun nu$', '^steun ons', '^steun ons$', '^steun onze', 'als je onze', 'bedankt voor je steun', 'blijven we onafhankelijk', 'dankzij donateurs', 'dankzij jouw steun', 'dankzij onze lezers', 'dankzij uw steun', 'doe een donatie', 'doneer een', 'doneer vandaag', 'door lezers betaald', 'door lezers gefinancierd', 'financier onze', 'geef vandaag', 'gefinancierd door lezers', 'gesteund door lezers', 'hebben jouw hulp nodig', 'hebben jouw steun nodig', 'hebben uw steun nodig', 'help ons … onafhankelijk', 'ik doneer', 'jouw bijdrage', 'jouw donatie', 'jouw gift', 'jouw steun', 'kunnen we niet zonder', 'maak … mogelijk', 'maak een gift over', 'mensen zoals jij', 'met een donatie', 'met jouw bijdrage', 'met jouw hulp', 'met jouw steun', 'met uw steun', 'mogelijk gemaakt door leden', 'mogelijk gemaakt door lezers', 'ons werk waardeert', 'onze journalistiek mogelijk', 'onze journalistiek steunen', 'steun … journalistiek', 'steun dit initiatief', 'steun onafhankelijke', 'steun ons met', 'steun ons werk', 'trakteer … op een kop koffie', 'uw bijdrage', 'uw donatie', 'uw gift', 'uw steun', 'waardeer je dit artikel', 'waardeer onze', 'waardeert u dit artikel', 'we hebben je hulp nodig', 'wij hebben uw hulp nodig', 'word donateur', 'word supporter', 'word vriend', 'zonder winstoogmerk',
  ],
  gift: [
    'aftrekbare gift', 'anbi', 'automatische incasso', 'bankoverschrijving', 'bedrag', 'belastingaftrekbaar',
    'bijdrage*', 'bitcoin', 'creditcard', 'donatie', 'donaties', 'eenmalig*', 'gift*', 'iban', 'ideal',
    'kritische journalistiek', 'maandelijks', 'onafhankelijke journalistiek', 'overboeking', 'paypal',
    'tikkie', 'vrije pers',
  ],
  app: [
    'app downloaden', 'app installeren', 'download de … app', 'download de app', 'download hier de', 'download nu de', 'download onze', 'download onze app', 'gratis app', 'haal de app', 'in de app', 'in de app lezen', 'in onze … app', 'in onze app', 'installeer de app', 'installeer onze', 'lees … in de app', 'lees verder in de app', 'nieuwsapp', 'onze app', 'onze gratis app', 'open de app', 'open in de app', 'via de app', 'via onze app',
  ],
  push: [
    'browsermeldingen', 'meldingen aanzetten', 'meldingen inschakelen', 'meldingen ontvangen',
    'meldingen toestaan', 'notificaties aan', 'notificaties ontvangen', 'notificaties toestaan',
    'push notificaties', 'pushbericht*', 'pushmelding*', 'pushnotificatie*', 'zet … meldingen aan',
    'zet meldingen aan',
  ],
  formNote: [
    '^aanmelden$', '^abonneer$', '^abonneren$', '^achternaam$', '^annuleren$', '^bevestig$', '^bevestigen$', '^e mail$', '^e mailadres$', '^inschrijven$', '^ja graag$', '^ja stuur', '^later$', '^meld aan$', '^meld je aan$', '^naam$', '^nee bedankt$', '^nee dank je$', '^niet meer tonen$', '^niet nu$', '^ok$', '^oke$', '^schrijf je in$', '^sluit$', '^sluiten$', '^stuur$', '^verder$', '^versturen$', '^verstuur$', '^verzend$', '^verzenden$', '^volgende$', '^voornaam achternaam', '^voornaam$', '^vul je e mail', 'afmelden kan', 'al abonnee', 'algemene voorwaarden', 'altijd afmelden', 'alvast bedankt', 'bedankt voor je aanmelding', 'bedankt voor je inschrijving', 'ben je geen robot', 'bevestigingsmail', 'check je inbox', 'controleer je mailbox', 'dit veld is verplicht', 'door je aan te melden', 'door je in te schrijven', 'e mailadres*', 'elk moment afmelden', 'elk moment uitschrijven', 'emailadres', 'ga je akkoord', 'gaat u akkoord', 'gebruiksvoorwaarden', 'geen spam', 'geldig e mail*', 'gelukt', 'iban', 'ik ga akkoord', 'ik geef toestemming', 'je … afmelden', 'je aanmelding', 'je e mail', 'je inschrijving', 'jouw e mail*', 'mailchimp', 'ongewenste mail', 'privacy statement', 'privacybeleid', 'privacyverklaring', 'privacyvoorwaarden', 'reeds abonnee', 'spamfolder', 'spammap', 'uitschrijven kan', 'uw … afmelden', 'uw aanmelding', 'uw e mail*', 'uw inschrijving', 'verplicht veld', 'verplichte velden',
  ],
  follow: [
    '^ook op whatsapp', '^social media$', '^sociale media$', '^voeg … toe als voorkeursbron', '^volg … op',
    '^volg het nieuws', '^volg ons', '^volg ons ook', '^volg ons op', '^volg onze',
    'abonneer je op ons youtube', 'google news', 'google nieuws', 'telegramkanaal', 'voorkeursbron',
    'whatsapp kanaal', 'whatsappkanaal', 'youtube kanaal', 'youtubekanaal',
  ],
  share: [
    '^afdrukken$', '^artikel delen', '^bewaar artikel', '^bewaar$', '^bewaren$', '^deel artikel', '^deel dit',
    '^deel het', '^deel op', '^deel via', '^deel$', '^delen op', '^delen via', '^delen$', '^kopieer link',
    '^link kopieren', '^mail dit', '^opslaan$', '^print$', '^printen$', '^stuur door', '^tip een vriend',
    'deel op facebook', 'deel op twitter', 'deel op whatsapp', 'deel op x', 'delen op facebook',
    'delen op whatsapp', 'delen via e mail', 'delen via whatsapp',
  ],
  related: [
    '^aanbevolen*', '^aanrader*', '^actueel$', '^andere artikelen', '^andere berichten', '^andere verhalen',
    '^anderen lazen', '^bekijk alle', '^bekijk meer', '^bekijk ook', '^beluister ook',
    '^dit las je misschien', '^dit vind je misschien', '^eerder schreven', '^gerelateerd*',
    '^het laatste nieuws', '^hier meer over', '^in het nieuws', '^kijk ook', '^laatste artikelen',
    '^laatste berichten', '^laatste nieuws', '^lees hier', '^lees meer', '^lees ook', '^lees verder',
    '^luister ook', '^meer artikelen', '^meer berichten', '^meer hierover', '^meer lezen', '^meer nieuws',
    '^meer over', '^meer uit', '^meer van', '^meer verhalen', '^meest bekeken', '^meest gelezen',
    '^net binnen', '^ook interessant', '^ook leuk', '^pas verschenen', '^populair*', '^populaire artikelen',
    '^recente artikelen', '^recente berichten', '^uit het archief', '^uitgelicht$', '^verder lezen',
    '^verwante', '^volgend artikel', '^vorig artikel', '^vorige artikelen', '^wat anderen lezen', '^zie ook',
  ],
  comments: [
    '^alle reacties', '^bekijk reacties', '^discussie$', '^discussieer mee', '^er zijn nog geen reacties',
    '^geef een reactie', '^geef je mening', '^jouw reactie', '^laat een reactie', '^lees de reacties',
    '^lezersreacties', '^naar de reacties', '^nog geen reacties', '^plaats een reactie', '^plaats reactie',
    '^praat mee', '^reactie plaatsen', '^reacties$', '^reageer op', '^reageer$', '^reageren is niet',
    '^reageren$', '^schrijf een reactie', '^toon reacties', '^uw mening', '^uw reactie', '^wat vind jij',
    '^wees de eerste', 'reacties bekijken', 'reacties tonen',
  ],
  adLabel: [
    '^adv$', '^advertentie$', '^advertenties$', '^artikel gaat door onder', '^artikel gaat verder',
    '^artikel gaat verder na', '^artikel gaat verder onder', '^artikel loopt door onder', '^betaalde inhoud',
    '^branded content$', '^einde advertentie', '^gesponsord$', '^gesponsorde inhoud',
    '^het artikel gaat verder', '^in samenwerking met', '^lees verder na de advertentie',
    '^lees verder onder de advertentie', '^partnerbijdrage', '^reclame$', '^sponsored$', '^tekst gaat verder',
    '^tekst loopt door onder', '^verder lezen na de advertentie',
  ],
  wall: [
    'alleen voor abonnees', 'alleen voor leden', 'dit artikel is alleen', 'dit artikel is exclusief',
    'dit artikel is voor abonnees', 'exclusief voor abonnees', 'exclusief voor leden',
    'gratis account … verder', 'gratis artikelen over', 'het volledige artikel lezen',
    'lees dit artikel … met', 'log in om … te lezen', 'log in om verder', 'maak een gratis account',
    'nu verder lezen', 'om dit artikel', 'om verder te lezen', 'registreer je om', 'registreer om verder',
    'verder lezen met', 'voor abonnees$', 'wil je dit artikel lezen', 'wil je verder lezen',
  ],
  adBlocker: ['adblock', 'adblocker', 'advertentieblokker', 'reclameblokker'],
  login: ['aangemeld blijven', 'gebruikersnaam', 'ingelogd blijven', 'wachtwoord'],
  consent: [
    'alle cookies', 'alles accepteren', 'alles afwijzen', 'alles weigeren', 'cookies', 'cookievoorkeuren',
  ],
  account: [
    '^aanmelden$', '^afmelden$', '^bewaarde artikelen$', '^inloggen$', '^leeslijst$', '^log in$', '^log uit$',
    '^login$', '^mijn abonnement', '^mijn account', '^mijn profiel', '^profiel$', '^registreer$',
    '^registreren$', '^uitloggen$',
  ],
  menu: [
    '^binnenland$', '^buitenland$', '^colofon$', '^contact$', '^cultuur$', '^economie$', '^ga naar de inhoud',
    '^ga naar hoofdinhoud', '^ga naar inhoud', '^home$', '^menu openen', '^menu sluiten', '^menu$',
    '^meteen naar de inhoud', '^navigatie$', '^opinie$', '^over ons$', '^politiek$', '^rubrieken$',
    '^sitemap$', '^sport$', '^startpagina$', '^voorpagina$', '^weer$', '^zoek openen', '^zoek$', '^zoeken$',
  ],
  pageNote: [
    '^automatisch vertaald', '^automatisch voorgelezen', '^deze audio is', '^deze audioversie',
    '^deze samenvatting is … ai', '^deze stem is', '^deze tekst is automatisch',
    '^dit artikel is … vertaald met', '^dit artikel is automatisch', '^dit artikel wordt voorgelezen',
    '^door ai gegenereerd', '^gegenereerde stem', '^gemaakt met behulp van ai', '^met behulp van ai',
    '^samenvatting … ai', '^voorgelezen door ai', '^voorgelezen door een',
  ],
  topic: ['abonne*', 'app', 'donat*', 'donatie*', 'doneer', 'lidmaatschap*', 'proefabonnement*'],
  own: ['ons', 'onze', 'we', 'wij'],
};
