import type { PhraseBook } from '../../clutter/phrases/phrase-book.ts';
import type { BoilerplateBook } from '../boilerplate-book.ts';

/** Phrases with which sites in Italian ask for something, and phrases that rule that out. */
export const begging: PhraseBook = {
  newsletter: [
    'bollettino', 'lettera settimanale', 'mailing list', 'newsletter quotidiana', 'newsletter*', 'notiziario via email', 'rassegna stampa via', 'riepilogo settimanale',
  ],
  ask: [
    '^abbonati gratuitamente', '^ci sto', '^indica la tua', '^inizia la giornata', '^inserisci la tua', '^iscriversi', '^iscrivetevi', '^iscriviti', '^iscrizione', '^lascia la tua', '^non perdere', '^non perderti', '^registrati', '^resta aggiornat*', '^resta informat*', '^ricevete', '^ricevi', '^rimani aggiornat*', '^rimani informat*', '^scopri la newsletter', '^scrivi la tua', '^se ti è piaciuto', '^si iscriva', '^ti è piaciuto', '^unisciti', '^vinci', '^voglio ricevere', '^vuoi altre', '^vuoi restare', '^vuoi ricevere', '^vuoi rimanere', '^vuoi saperne di più', 'aiutaci a', 'clicca qui per iscriverti', 'iscriviti qui',
  ],
  signUp: ['abbonati', 'iscriversi', 'iscrivimi', 'iscriviti', 'iscrizione', 'registrati', 'ricevi'],
  inbox: [
    'direttamente nella tua', 'nella tua casella', 'nella tua email', 'nella tua inbox', 'nella tua posta', 'te le mandano', 'via e mail', 'via email', 'via mail',
  ],
  subscribe: [
    'abbonamento a partire', 'abbonarsi', 'abbonati a', 'abbonati da', 'abbonati e', 'abbonati ora', 'abbonati per', 'abbonati subito', 'abbonati$', 'attiva l abbonamento', 'attiva la prova', 'diventa abbonato', 'diventa membro', 'diventa socio', 'diventa sostenitore', 'entra nella community', 'non sei abbonato', 'passa a premium', 'prova gratis', 'prova l abbonamento', 'scegli il piano', 'scegli il tuo abbonamento', 'scegli l abbonamento', 'scopri l abbonamento', 'scopri le offerte', 'senza pubblicità', 'un mese gratis', 'unisciti … abbonati', 'vedi le offerte',
  ],
  offer: [
    '^scopri di piu$', 'abbonamenti$', 'abbonamento$', 'accesso illimitato', 'al mese', 'disdici quando', 'disdici quando vuoi', 'primo mese', 'prova gratis', 'prova gratuita', 'senza vincoli',
  'tutti i tuoi dispositivi'],
  donate: [
    '^contribuisci', '^dona', '^dona ora', '^dona$', '^sostieni', '^sostienici', 'abbiamo bisogno del tuo', 'abbiamo bisogno di te', 'aiutaci', 'con il tuo aiuto', 'con una donazione', 'dipendiamo da', 'dona adesso', 'fai una donazione', 'fare una donazione', 'finanziato dai lettori', 'grazie ai lettori', 'grazie al sostegno', 'il tuo contributo', 'il tuo sostegno', 'la tua donazione', 'offrici un caffè', 'pagato dai lettori', 'persone come te', 'se apprezzi il nostro', 'senza scopo di lucro', 'sostieni chi', 'sostieni il', 'sostieni l informazione', 'sostieni la nostra', 'sostieni questo', 'sostienilo', 'supportaci',
  ],
  gift: [
    '5 per mille', 'bonifico', 'carta di credito', 'cinque per mille', 'contributo', 'donazione', 'donazioni',
    'giornalismo indipendente', 'informazione indipendente', 'paypal',
  ],
  app: [
    'apri nell app', 'la nostra app', 'leggi nell app', 'nell app', 'nostra app', 'scarica l app', 'scarica la app', 'scaricate l app',
  ],
  push: [
    'abilita le notifiche', 'attiva le notifiche', 'consenti notifiche', 'notifiche push',
    'ricevere notifiche', 'ricevi le notifiche',
  ],
  formNote: [
    '^accedi$', '^chiudi$', '^cognome$', '^conferma$', '^continua$', '^email$', '^invia$', '^iscrivimi$', '^iscriviti$', '^mi iscrivo$', '^no grazie$', '^nome$', '^non ora$', '^ok$', '^più tardi$', '^sì la voglio$', '^voglio iscrivermi$', 'annullare l iscrizione', 'campi obbligatori', 'campi richiesti', 'campo obbligatorio', 'cancellarti in qualsiasi', 'controlla la tua casella', 'dati personali', 'disiscriver*', 'disiscriverti', 'email di conferma', 'grazie per', 'ho letto', 'ho preso visione', 'il tuo indirizzo', 'in qualsiasi momento', 'indirizzo e mail', 'indirizzo email', 'indirizzo valido', 'informativa sulla privacy', 'la tua e mail', 'la tua email', 'la tua mail', 'niente spam', 'privacy policy', 'sei già abbonato', 'termini e condizioni', 'trattamento dei dati',
  ],
  follow: [
    '^ci trovi su', '^iscriviti al canale', '^segui', '^seguici', '^seguiteci', '^social$',
    '^unisciti al canale', 'canale telegram', 'canale whatsapp', 'canale youtube', 'su google news',
  ],
  share: [
    '^condividi l articolo', '^condividi questo', '^condividi su', '^condividi via', '^condividi$',
    '^condivisioni$', '^copia link', '^invia ad un amico', '^invia per', '^stampa$', '^tweet$',
  ],
  related: [
    '^altre notizie', '^altri articoli', '^altro da', '^approfondisci', '^articoli correlati',
    '^articoli più letti', '^articolo precedente', '^articolo successivo', '^consigliat*',
    '^continua a leggere$', '^correlati$', '^da non perdere', '^dello stesso autore', '^guarda anche',
    '^guarda il video', '^i più letti', '^in evidenza$', '^le più lette', '^leggi anche', '^leggi di più',
    '^leggi l articolo', '^leggi pure', '^leggi qui', '^leggi tutto', '^leggi$', '^notizie correlate',
    '^notizie più lette', '^più lette', '^più letti', '^potrebbe interessarti', '^potrebbero interessarti',
    '^raccomandat*', '^scopri anche', '^sullo stesso argomento', '^sullo stesso tema',
    '^ti potrebbe interessare', '^ti potrebbero interessare', '^ultime notizie', '^ultimi articoli',
    '^vedi anche',
  ],
  comments: [
    '^aggiungi un commento', '^commenta$', '^commenti$', '^commento$', '^invia un commento',
    '^lascia un commento', '^mostra commenti', '^partecipa alla discussione', '^scrivi un commento',
    '^vedi i commenti',
  ],
  adLabel: [
    '^annunci$', '^annuncio$', '^contenuto promozionale', '^contenuto sponsorizzato$',
    '^continua a leggere dopo', '^continua dopo la pubblicità', '^in collaborazione con',
    '^l articolo continua', '^l articolo prosegue', '^messaggio pubblicitario$', '^pubblicità$',
    '^scorri per continuare', '^sponsorizzato$',
  ],
  wall: [
    'accedi per leggere', 'articoli gratuiti', 'articolo per abbonati', 'contenuto riservato',
    'continua a leggere con', 'crea un account', 'hai raggiunto il limite', 'per continuare a leggere',
    'per leggere l articolo', 'per leggere tutto', 'registrati per continuare', 'registrati per leggere',
    'riservato agli abbonati', 'solo per abbonati',
  ],
  adBlocker: ['ad blocker', 'adblock*'],
  login: ['hai dimenticato', 'nome utente', 'password'],
  consent: ['accetta tutti', 'continua senza accettare', 'cookie*', 'rifiuta tutti'],
  account: [
    '^accedi$', '^area riservata$', '^esci$', '^il mio account', '^il mio profilo', '^login$', '^profilo$',
  ],
  menu: [
    '^apri il menu', '^apri menu', '^cerca$', '^chiudi menu', '^contatti$', '^economia$', '^home$',
    '^mappa del sito$', '^menu$', '^meteo$', '^navigazione$', '^politica$', '^ricerca$', '^sezioni$',
    '^top news$', '^vai al contenuto',
  ],
  pageNote: [
    '^audio generato con', '^audio generato da', '^generato con ia', '^letto da una voce',
    '^questo audio è generato', '^questo audio è stato generato', '^questo riassunto è stato generato',
    '^riassunto generato da', '^tradotto automaticamente', '^voce sintetica',
  ],
  own: ['noi', 'nostr*'],
};

/** Boilerplate around articles on sites in Italian. */
export const boilerplate: BoilerplateBook = {
  endHeadings: [
    'articoli correlati',
    'commenti',
    'leggi anche.*',
    'notizie correlate',
    'potrebbe interessarti.*',
  ],
  pointers: ['leggi anche'],
  walls: ['per continuare a leggere', 'riservato agli abbonati'],
  notices: [
    '(?:accedi|registrati) per (?:votare|commentare|reagire|salvare|seguire)\\b',
    'articolo salvato\\b',
    'quest[oa] (?:articolo|riassunto|sintesi|traduzione) .{0,30}\\b(?:generat|scritt|tradott|creat|realizzat)[oa]\\b.{0,30}\\b(?:IA|intelligenza artificiale|automaticamente)\\b',
  ],
  credits: ['^\\W*(?:traduzione (?:di|dal)|tradotto (?:da|dal))(?: [^\\s,;]+){1,4}$'],
};
