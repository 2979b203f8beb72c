import type { PhraseBook } from '../../clutter/phrases/phrase-book.ts';
import type { BoilerplateBook } from '../boilerplate-book.ts';

/** Phrases with which sites in Swedish ask for something, and phrases that rule that out. */
export const begging: PhraseBook = {
  newsletter: [
    'dagens nyheter i mejlen', 'kvällsbrev*', 'morgonbrev*', 'newsletter*', 'nyhetsbrev*', 'veckobrev*', ],
  ask: [
    '^ange din', '^anmäl dig', '^bli en av våra', '^börja dagen', '^fyll i', '^fyll i din', '^få dagens', '^få nyheter', '^få vårt', '^gillade du', '^håll dig uppdaterad', '^jag är med', '^lämna din', '^missa inga', '^missa inte', '^prenumerera', '^registrera dig', '^skriv in din', '^skriv upp dig', '^vill du få', '^vill du ha', '^vinn', 'anmäl dig till nyhetsbrevet', 'hjälp oss', 'prenumerera på nyhetsbrevet',
  ],
  signUp: ['anmäl dig', 'gå med', 'prenumerera', 'registrera dig', 'skriv upp dig'],
  inbox: [
    'direkt i inkorgen', 'i din inkorg', 'i din mejl', 'i inkorgen', 'i mejlen', 'till din e post',
    'till din inkorg', 'till din mejl', 'via e post', 'via mejl',
  ],
  subscribe: [ 'bli digital prenumerant', 'bli medlem', 'bli prenumerant', 'bli stödmedlem', 'bli stödprenumerant', 'få tillgång', 'gratis i en månad', 'köp prenumeration', 'lås upp', 'läs mer med', 'läs vidare utan gräns', 'prenumerera nu', 'prenumerera på', 'prova gratis', 'prova vår', 'se våra erbjudanden', 'skaffa prenumeration', 'starta prenumeration', 'stöd oss genom att prenumerera', 'teckna en prenumeration', 'teckna prenumeration', 'våra … prenumeranter', 'välj abonnemang',
  ],
  offer: [
    '^läs mer om erbjudandet', '^se erbjudande', 'alla dina enheter', 'avsluta när du vill', 'första månaden', 'gratis i', 'i månaden', 'ingen bindningstid', 'kr månad', 'kronor i månaden', 'obegränsad läsning', 'obegränsad tillgång', 'per månad', 'prova gratis', 'provperiod', 'utan annonser', 'utan bindningstid', 'utan reklam',
  ],
  donate: [
    '^donera', '^ge en gåva', '^ge ett bidrag', '^stöd', '^swisha', 'betalas av läsarna', 'bidra med', 'bjud på en kaffe', 'din gåva', 'ditt bidrag', 'ditt stöd', 'finansieras av läsarna', 'ge ett bidrag', 'ge nu', 'hjälp oss', 'ideell redaktion', 'med en gåva', 'människor som du', 'om du uppskattar', 'skänk en gåva', 'stöd oss', 'stöd vår journalistik', 'stötta oss', 'stötta vårt arbete', 'swisha', 'tack vare dig', 'varje krona',
  ],
  gift: ['bidrag', 'donation*', 'gåva', 'gåvor', 'oberoende journalistik', 'patreon', 'paypal', 'swish'],
  app: [
    'hämta appen', 'hämta vår app', 'i appen', 'i vår app', 'installera appen', 'ladda hem appen', 'ladda ned appen', 'ladda ner appen', 'vår … app', 'vår app', 'öppna i appen',
  ],
  push: [
    'aktivera notiser', 'få notiser', 'få pushnotiser', 'pushnotis*', 'skicka notiser', 'slå på notiser',
    'tillåt notiser',
  ],
  formNote: [
    '^anmäl mig$', '^bekräfta$', '^e post$', '^efternamn$', '^email$', '^fortsätt$', '^förnamn$', '^hoppa över$', '^inte nu$', '^ja tack', '^namn$', '^nej tack$', '^nästa$', '^prenumerera$', '^senare$', '^skicka$', '^stäng$', '^tack', 'användarvillkor', 'avregistrera', 'avsluta när som helst', 'avsluta prenumerationen', 'behandling av personuppgifter', 'bekräfta din', 'din e post', 'din e postadress', 'din mejladress', 'du är nu anmäld', 'e postadress', 'giltig e post', 'integritetspolicy', 'integritetspolicyn', 'jag godkänner', 'kolla din inkorg', 'mejladress', 'när som helst', 'obligatoriskt fält', 'personuppgifter', 'personuppgiftspolicy', 'redan prenumerant', 'utan spam',
  ],
  follow: [
    '^följ oss', '^följ vår', '^sociala medier$', 'följ oss på', 'gilla oss på', 'i google news',
    'på facebook', 'på instagram', 'telegram kanal', 'vår kanal', 'whatsapp kanal', 'youtube kanal',
  ],
  share: ['^dela', '^kopiera länk', '^mejla artikeln', '^skriv ut', '^tipsa en vän', '^tweeta'],
  related: [
    '^aktuellt$', '^andra läser', '^du kanske också', '^fler artiklar', '^fler nyheter', '^föregående',
    '^just nu$', '^läs hela', '^läs mer', '^läs också', '^läs vidare', '^läs även', '^mer från',
    '^mer i ämnet', '^mer om', '^mest läst', '^missa inte', '^nästa artikel', '^populärt',
    '^redaktionen rekommenderar', '^rekommenderat', '^relaterade', '^relaterat', '^se också', '^senaste nytt',
    '^toppnyheter', '^vi rekommenderar',
  ],
  comments: [
    '^delta i diskussionen', '^diskutera', '^kommentarer$', '^kommentera', '^lägg till kommentar',
    '^lämna en kommentar', '^skriv en kommentar', '^visa kommentarer',
  ],
  adLabel: [
    '^annons', '^annonsering$', '^artikeln fortsätter', '^betalt innehåll', '^extern annonsering',
    '^fortsätter efter annonsen', '^i samarbete med', '^reklam$', '^sponsrad', '^sponsrat innehåll',
  ],
  wall: [
    'artiklar kvar', 'bara för prenumeranter', 'endast för prenumeranter', 'för att fortsätta läsa',
    'för att läsa vidare', 'för våra prenumeranter', 'gratisartiklar', 'logga in för att', 'låst artikel',
    'redan kund', 'registrera dig för att', 'skapa ett konto',
  ],
  adBlocker: ['adblock*', 'annonsblockerare', 'reklamblockerare', 'stäng av din annonsblockerare'],
  login: ['användarnamn', 'logga in', 'lösenord'],
  consent: ['acceptera alla', 'avvisa alla', 'cookie*', 'godkänn alla', 'kakor', 'neka alla'],
  account: ['^logga in$', '^logga ut$', '^min profil', '^min sida', '^mina sidor', '^mitt konto', '^profil$'],
  menu: [
    '^ekonomi$', '^gå till innehållet', '^hem$', '^hoppa till innehåll', '^kontakt$', '^kultur$', '^meny$',
    '^navigering$', '^sajtkarta$', '^sport$', '^startsida$', '^stäng meny', '^sök$', '^väder$', '^öppna meny',
  ],
  pageNote: [
    '^ai genererad', '^den här sammanfattningen', '^denna artikel är översatt', '^ljudet är skapat',
    '^sammanfattningen är gjord', '^uppläst av ai', '^uppläst av en syntetisk', '^översatt automatiskt',
  ],
  own: ['oss', 'vi', 'vår', 'våra', 'vårt'],
};

/** Boilerplate around articles on sites in Swedish. */
export const boilerplate: BoilerplateBook = {
  endHeadings: [
    'fler artiklar.*',
    'hittat fel i texten.*',
    'kommentarer.*',
    'läs (?:också|mer|även|vidare).*',
    'mer från.*',
    'mest läst.*',
    'rekommenderat.*',
    'relaterade?.*',
    'senaste nytt.*',
    'taggar',
    'ämnen',
    'ämnen i artikeln',
  ],
  pointers: ['läs (?:också|mer|även)', 'läs hela', 'missa inte', 'se också'],
  walls: [
    'bli prenumerant för att',
    'du har .{1,20} artiklar kvar',
    'endast för prenumeranter',
    'för att (?:fortsätta )?läsa',
  ],
};
