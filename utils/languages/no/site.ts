import type { PhraseBook } from '../../clutter/phrases/phrase-book.ts';
import type { BoilerplateBook } from '../boilerplate-book.ts';

/** Phrases with which sites in Norwegian ask for something, and phrases that rule that out. */
export const begging: PhraseBook = {
  newsletter: [
    'dagens nyheter på e post', 'morgenbrev*', 'newsletter*', 'nyheitsbrev*', 'nyhetsbrev*', 'ukebrev*', ],
  ask: [
    '^abonner', '^bli en av våre', '^fyll inn', '^følg med', '^få dagens', '^få nyheter', '^få siste', '^få vårt', '^hold deg oppdatert', '^ikke gå glipp', '^jeg er med', '^legg igjen', '^likte du', '^meld deg', '^meld deg på', '^motta', '^oppgi', '^registrer deg', '^skriv inn', '^start dagen', '^vil du få', '^vil du ha', '^vil du motta', '^vinn', '^ønsker du', 'abonner på nyhetsbrev', 'hjelp oss', 'meld deg på nyhetsbrev', 'meld deg på nyhetsbrevet',
  ],
  signUp: ['abonner', 'bli med', 'meld deg på', 'meld meg på', 'registrer deg'],
  inbox: [
    'i innboksen', 'i innboksen din', 'på e post', 'på epost', 'på mail', 'rett i innboksen',
    'til din e post', 'til innboksen',
  ],
  subscribe: [
    'abonner nå', 'abonner på', 'bestill abonnement', 'bli abonnent', 'bli digital abonnent', 'bli medlem', 'bli støttemedlem', 'full tilgang', 'få tilgang', 'gratis i en måned', 'kjøp abonnement', 'kjøp tilgang', 'les uten grenser', 'lås opp', 'prøv abonnement', 'prøv det', 'prøv gratis', 'prøv vårt', 'se abonnementene', 'start abonnement', 'tegn abonnement', 'velg abonnement', 'våre … abonnenter',
  ],
  offer: [
    '^les mer om tilbudet', '^se tilbud', 'alle enhetene', 'avbestill når som helst', 'avslutt når', 'avslutt når du vil', 'den første måneden', 'første måned', 'gratis i', 'i måneden', 'ingen bindingstid', 'kr i måneden', 'kroner i måneden', 'per måned', 'prøv gratis', 'prøveperiode', 'ubegrenset tilgang', 'uten annonser', 'uten binding', 'uten bindingstid', 'uten reklame',
  ],
  donate: [
    '^doner', '^gi ditt bidrag', '^gi en gave', '^gi et bidrag', '^støtt', '^vipps', 'betales av leserne', 'bidra med', 'din støtte', 'ditt bidrag', 'finansieres av leserne', 'folk som deg', 'gaven din', 'gi et bidrag', 'gi nå', 'hjelp oss', 'hver krone', 'hvis du setter pris', 'ideell redaksjon', 'med en gave', 'spander en kaffe', 'støtt arbeidet', 'støtt oss', 'støtt vår journalistikk', 'takk til leserne', 'takket være deg', 'vipps',
  ],
  gift: ['bidrag', 'donasjon*', 'gave', 'gaver', 'patreon', 'paypal', 'uavhengig journalistikk', 'vipps'],
  app: [
    'appen vår', 'gratis appen vår', 'hent appen', 'i appen', 'i appen vår', 'installer appen', 'last ned … app', 'last ned app', 'last ned appen', 'last ned vår app', 'vår app', 'åpne i appen',
  ],
  push: [
    'få varsler', 'push varsel', 'push varsler', 'pushvars*', 'send deg varsler', 'skru på varsler',
    'slå på varsler', 'tillat varsler',
  ],
  formNote: [
    '^abonner$', '^avbryt$', '^bekreft$', '^e post$', '^email$', '^epost$', '^etternavn$', '^fornavn$', '^fortsett$', '^hopp over$', '^ikke nå$', '^ja takk', '^lukk$', '^meld meg på$', '^navn$', '^nei takk$', '^neste$', '^send$', '^senere$', '^takk', 'allerede abonnent', 'behandling av personopplysninger', 'bekreft e post', 'brukervilkår', 'din e post', 'din e postadresse', 'du er nå påmeldt', 'e postadresse', 'gyldig e post', 'jeg godtar', 'jeg samtykker', 'meld deg av', 'melde deg av', 'når som helst', 'obligatorisk felt', 'personopplysninger', 'personvern', 'personvernerklæring', 'personvernerklæring*', 'personvernerklæringen', 'sjekk innboksen', 'uten spam', 'vilkårene',
  ],
  follow: [
    '^følg med på', '^følg oss', '^sosiale medier$', 'følg oss på', 'i google news', 'lik oss på',
    'på facebook', 'på instagram', 'telegram kanal', 'vår kanal', 'whatsapp kanal', 'youtube kanal',
  ],
  share: [
    '^del artikkelen', '^del på', '^del saken', '^del$', '^kopier lenke', '^skriv ut', '^tips en venn',
    '^tvitre',
  ],
  related: [
    '^aktuelt$', '^anbefalt', '^andre leser', '^andre saker', '^du vil kanskje', '^flere artikler',
    '^flere nyheter', '^flere saker', '^forrige', '^hør også', '^les hele', '^les mer', '^les òg',
    '^les også', '^les videre', '^mer fra', '^mer om', '^mest lest', '^neste sak', '^nettopp nå$',
    '^populært', '^redaksjonen anbefaler', '^relatert', '^relaterte', '^se også', '^siste nytt', '^toppsaker',
    '^vi anbefaler',
  ],
  comments: [
    '^debatter', '^delta i debatten', '^kommentarer$', '^kommenter', '^legg igjen en kommentar',
    '^legg til kommentar', '^skriv en kommentar', '^vis kommentarer',
  ],
  adLabel: [
    '^annonse fra', '^annonse$', '^annonsørinnhold', '^artikkelen fortsetter', '^betalt innhold',
    '^fortsetter under annonsen', '^i samarbeid med', '^reklame$', '^saken fortsetter', '^sponset',
    '^sponset innhold',
  ],
  wall: [
    'artikler igjen', 'bare for abonnenter', 'denne saken er for abonnenter', 'for abonnenter',
    'for å fortsette', 'for å lese', 'for å lese videre', 'gratisartikler', 'kun for abonnenter',
    'logg inn for å', 'opprett en konto', 'registrer deg for å',
  ],
  adBlocker: ['adblock*', 'annonseblokker*', 'reklameblokker*', 'slå av annonseblokkering'],
  login: ['brukernavn', 'logg inn', 'passord'],
  consent: ['aksepter alle', 'avslå alle', 'avvis alle', 'cookie*', 'godta alle', 'informasjonskaps*'],
  account: ['^logg inn$', '^logg ut$', '^min konto', '^min profil', '^min side', '^mine sider', '^profil$'],
  menu: [
    '^forside$', '^forsiden$', '^gå til innhold', '^hjem$', '^hopp til innhold', '^kontakt$', '^kultur$',
    '^lukk meny', '^meny$', '^navigasjon$', '^nettstedskart$', '^sport$', '^søk$', '^vær$', '^økonomi$',
    '^åpne meny',
  ],
  pageNote: [
    '^denne artikkelen er oversatt', '^denne oppsummeringen', '^ki generert', '^lest opp av',
    '^lyden er laget', '^oppsummeringen er laget', '^oversatt automatisk',
  ],
  own: ['oss', 'vi', 'vår*', 'våre'],
};

/** Boilerplate around articles on sites in Norwegian. */
export const boilerplate: BoilerplateBook = {
  endHeadings: [
    'emner',
    'flere artikler.*',
    'kommentarer.*',
    'les (?:også|mer|videre).*',
    'les òg.*',
    'mer fra.*',
    'mest lest.*',
    'relaterte?.*',
    'siste nytt.*',
    'stikkord',
    'tips oss.*',
  ],
  pointers: ['hør også', 'les (?:også|mer|òg)', 'les hele saken', 'se også'],
  walls: [
    'allerede abonnent',
    'denne saken er for abonnenter',
    'du må ha abonnement',
    'for å (?:fortsette å )?lese',
  ],
};
