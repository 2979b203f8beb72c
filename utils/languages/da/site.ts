import type { PhraseBook } from '../../clutter/phrases/phrase-book.ts';
import type { BoilerplateBook } from '../boilerplate-book.ts';

/** Phrases with which sites in Danish ask for something, and phrases that rule that out. */
export const begging: PhraseBook = {
  newsletter: ['dagens nyheder på mail', 'morgenbrev*', 'newsletter*', 'nyhedsbrev*', 'ugebrev*', ],
  ask: [
    '^abonner', '^angiv', '^bliv en af vores', '^følg med', '^få dagens', '^få de seneste', '^få nyheder', '^få vores', '^gå ikke glip', '^hold dig opdateret', '^indtast', '^indtast din', '^jeg er med', '^kunne du lide', '^modtag', '^registrer dig', '^skriv dig op', '^skriv din', '^start dagen', '^tilmeld dig', '^udfyld', '^udfyld din', '^vil du have', '^vil du modtage', '^vind', '^ønsker du', 'hjælp os', 'tilmeld dig nyhedsbrevet', 'tilmeld dig vores nyhedsbrev',
  ],
  signUp: ['abonner', 'opret dig', 'registrer dig', 'skriv dig op', 'tilmeld', 'tilmeld dig'],
  inbox: [
    'direkte i din indbakke', 'i din indbakke', 'i indbakken', 'på e mail', 'på mail', 'til din e mail',
    'til din indbakke',
  ],
  subscribe: [
    'abonner på', 'bestil abonnement', 'bliv abonnent', 'bliv digital abonnent', 'bliv medlem', 'bliv støttemedlem', 'få adgang', 'få fuld adgang', 'gratis i en måned', 'køb abonnement', 'køb adgang', 'læs uden begrænsninger', 'lås op', 'prøv abonnement', 'prøv gratis', 'prøv vores', 'se vores tilbud', 'start abonnement', 'tegn abonnement', 'vores … abonnenter', 'vælg abonnement',
  ],
  offer: [
    '^se tilbud', 'afmeld når som helst', 'alle dine enheder', 'den første måned', 'første måned', 'gratis i', 'ingen binding', 'kr om måneden', 'kroner om måneden', 'om måneden', 'opsig når', 'opsig når som helst', 'per måned', 'prøv gratis', 'prøveperiode', 'ubegrænset adgang', 'uden annoncer', 'uden binding', 'uden reklamer',
  ],
  donate: [
    '^doner', '^giv en gave', '^giv et bidrag', '^støt', 'betales af læserne', 'bidrag med', 'din støtte', 'dit bidrag', 'finansieres af læserne', 'folk som dig', 'giv en kop kaffe', 'giv et bidrag', 'giv nu', 'hjælp os', 'hver krone', 'hvis du sætter pris', 'med et bidrag', 'mobilepay', 'nonprofit*', 'støt os', 'støt vores arbejde', 'støt vores journalistik', 'tak til vores læsere', 'takket være dig',
  ],
  gift: ['bidrag', 'donation*', 'gave', 'gaver', 'mobilepay', 'patreon', 'paypal', 'uafhængig journalistik'],
  app: [
    'download appen', 'hent … app', 'hent appen', 'hent vores app', 'i appen', 'i vores app', 'installer appen', 'vores … app', 'vores app', 'åbn i appen',
  ],
  push: [
    'få notifikationer', 'push notifikation*', 'pushbesked*', 'send dig notifikationer',
    'slå notifikationer til', 'tillad notifikationer',
  ],
  formNote: [
    '^bekræft$', '^e mail$', '^efternavn$', '^email$', '^fornavn$', '^fortsæt$', '^ikke nu$', '^ja tak', '^luk$', '^navn$', '^nej tak$', '^næste$', '^send$', '^senere$', '^spring over$', '^tak', '^tilmeld mig$', '^tilmeld$', 'afmeld dig', 'afmelde dig', 'allerede abonnent', 'behandling af personoplysninger', 'bekræft din', 'din e mail', 'din e mailadresse', 'du er nu tilmeldt', 'e mailadresse', 'gyldig e mail', 'jeg accepterer', 'jeg giver samtykke', 'når som helst', 'obligatorisk felt', 'persondatapolitik', 'personoplysninger', 'privatlivspolitik', 'privatlivspolitikken', 'tjek din indbakke', 'uden spam', 'vilkår og betingelser',
  ],
  follow: [
    '^følg med på', '^følg os', '^sociale medier$', 'følg os på', 'i google news', 'like os på',
    'på facebook', 'på instagram', 'telegram kanal', 'vores kanal', 'whatsapp kanal', 'youtube kanal',
  ],
  share: [
    '^del artiklen', '^del på', '^del$', '^kopier link', '^print$', '^tip en ven', '^tweet', '^udskriv',
  ],
  related: [
    '^aktuelt$', '^anbefalet', '^andre læser', '^du vil måske', '^flere artikler', '^flere nyheder',
    '^forrige', '^hør også', '^lige nu$', '^læs hele', '^læs mere', '^læs også', '^læs videre', '^mere fra',
    '^mere om', '^mest læste', '^næste artikel', '^populært', '^redaktionen anbefaler', '^relaterede',
    '^relateret', '^se også', '^seneste nyt', '^tophistorier', '^vi anbefaler',
  ],
  comments: [
    '^debatter', '^deltag i debatten', '^kommentarer$', '^kommenter', '^skriv en kommentar',
    '^tilføj kommentar', '^vis kommentarer',
  ],
  adLabel: [
    '^annonce$', '^annoncørbetalt indhold', '^artiklen fortsætter', '^betalt indhold',
    '^fortsætter efter annoncen', '^historien fortsætter', '^i samarbejde med', '^reklame$', '^sponsoreret',
    '^sponsoreret indhold',
  ],
  wall: [
    'artikler tilbage', 'du skal være abonnent', 'for abonnenter', 'for at fortsætte', 'for at læse',
    'for at læse videre', 'gratis artikler', 'kun for abonnenter', 'log ind for at', 'opret en konto',
    'opret en profil', 'registrer dig for at',
  ],
  adBlocker: ['adblock*', 'annonceblokering', 'reklameblokering', 'slå din adblocker fra'],
  login: ['adgangskode', 'brugernavn', 'kodeord', 'log ind'],
  consent: ['accepter alle', 'afvis alle', 'cookie*', 'godkend alle', 'tillad alle'],
  account: ['^log ind$', '^log ud$', '^min konto', '^min profil', '^min side', '^profil$'],
  menu: [
    '^forside$', '^forsiden$', '^gå til indhold', '^kontakt$', '^kultur$', '^luk menu', '^menu$',
    '^navigation$', '^sitemap$', '^sport$', '^søg$', '^vejr$', '^vejret$', '^økonomi$', '^åbn menu',
  ],
  pageNote: [
    '^ai genereret', '^denne artikel er oversat', '^denne opsummering', '^lyden er lavet', '^læst op af',
    '^oplæst af', '^opsummeringen er lavet', '^oversat automatisk',
  ],
  own: ['hos os', 'jeres støtte', 'os', 'vi', 'vores'],
};

/** Boilerplate around articles on sites in Danish. */
export const boilerplate: BoilerplateBook = {
  endHeadings: [
    'emneord',
    'flere artikler.*',
    'kommentarer.*',
    'læs (?:også|mere|videre).*',
    'mere fra.*',
    'mest læste.*',
    'relaterede?.*',
    'seneste nyt.*',
    'tip os.*',
  ],
  pointers: ['hør også', 'læs (?:også|mere)', 'læs hele historien', 'se også'],
  walls: ['allerede abonnent', 'for at (?:fortsætte|læse)', 'kun for abonnenter'],
};
