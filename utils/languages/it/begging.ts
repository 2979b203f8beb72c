import type { PhraseBook } from '../../clutter/phrases/phrase-book.ts';

export const begging: PhraseBook = {
  newsletter: `
    newsletter*, bollettino, notiziario via email, mailing list, riepilogo settimanale,
    rassegna stampa via, lettera settimanale`,
  ask: `
    ^iscriviti, ^iscrivetevi, ^si iscriva, ^ricevi, ^ricevete, ^registrati, ^non perdere,
    ^non perderti, ^resta aggiornat*, ^rimani aggiornat*, ^inserisci la tua, ^vuoi ricevere,
    ^ti è piaciuto, ^voglio ricevere, ^abbonati gratuitamente, ^vinci, ^iscriversi, ^iscrizione,
    iscriviti qui, clicca qui per iscriverti, ^scopri la newsletter, ^unisciti, ^rimani informat*,
    ^resta informat*, ^se ti è piaciuto, ^vuoi restare, ^vuoi rimanere`,
  signUp: `
    iscriviti, iscriversi, iscrizione, iscrivimi, ricevi, abbonati, registrati`,
  inbox: `
    nella tua casella, nella tua email, nella tua posta, via email, via mail, via e mail,
    nella tua inbox, direttamente nella tua`,
  subscribe: `
    abbonati ora, abbonati subito, abbonati a, abbonati per, abbonati$, abbonamento a partire,
    scopri le offerte, vedi le offerte, diventa abbonato, diventa socio, diventa membro,
    attiva l abbonamento, non sei abbonato, abbonati e, abbonati da, abbonarsi, diventa sostenitore,
    entra nella community, scopri l abbonamento, scegli il tuo abbonamento, attiva la prova,
    prova gratis, passa a premium, senza pubblicità`,
  offer: `
    accesso illimitato, al mese, primo mese, prova gratuita, prova gratis, disdici quando,
    senza vincoli, abbonamento$, abbonamenti$, ^scopri di piu$`,
  donate: `
    fai una donazione, fare una donazione, ^dona ora, ^dona$, ^sostieni, ^sostienici, sostieni il,
    sostieni l informazione, il tuo contributo, il tuo sostegno, ^contribuisci, dona adesso,
    sostieni la nostra, sostieni questo, sostieni chi, aiutaci, abbiamo bisogno di te,
    abbiamo bisogno del tuo, con il tuo aiuto, grazie ai lettori, grazie al sostegno,
    finanziato dai lettori, offrici un caffè, supportaci`,
  gift: `
    donazione, donazioni, contributo, paypal, carta di credito, bonifico, cinque per mille,
    5 per mille, giornalismo indipendente, informazione indipendente`,
  app: `
    scarica l app, scarica la app, scaricate l app, apri nell app, leggi nell app, la nostra app`,
  push: `
    attiva le notifiche, ricevi le notifiche, ricevere notifiche, abilita le notifiche,
    consenti notifiche, notifiche push`,
  formNote: `
    la tua email, la tua e mail, la tua mail, il tuo indirizzo, indirizzo email, indirizzo e mail,
    campi obbligatori, campo obbligatorio, campi richiesti, cancellarti in qualsiasi,
    annullare l iscrizione, disiscriver*, informativa sulla privacy, privacy policy,
    trattamento dei dati, termini e condizioni, ho letto, email di conferma, indirizzo valido,
    niente spam, sei già abbonato, ^nome$, ^cognome$, ^invia$, ^iscriviti$, ^chiudi$, ^no grazie$,
    ^non ora$, ^più tardi$, ^accedi$, ^continua$, ^conferma$, ^ok$, ^mi iscrivo$, ^iscrivimi$,
    ^voglio iscrivermi$, ho preso visione, dati personali, controlla la tua casella, grazie per, ^email$`,
  follow: `
    ^seguici, ^segui, ^seguiteci, ^ci trovi su, ^social$, canale whatsapp, canale telegram,
    canale youtube, ^iscriviti al canale, ^unisciti al canale, su google news`,
  share: `
    ^condividi$, ^condividi su, ^condividi questo, ^condividi l articolo, ^condividi via,
    ^condivisioni$, ^stampa$, ^invia per, ^invia ad un amico, ^copia link, ^tweet$`,
  related: `
    ^leggi anche, ^leggi di più, ^leggi tutto, ^articoli correlati, ^correlati$, ^notizie correlate,
    ^potrebbe interessarti, ^potrebbero interessarti, ^ti potrebbe interessare,
    ^ti potrebbero interessare, ^i più letti, ^più letti, ^le più lette, ^più lette, ^ultime notizie,
    ^ultimi articoli, ^altri articoli, ^altre notizie, ^altro da, ^consigliat*, ^raccomandat*,
    ^vedi anche, ^guarda anche, ^in evidenza$, ^articolo precedente, ^articolo successivo,
    ^dello stesso autore, ^sullo stesso argomento, ^leggi$, ^approfondisci, ^da non perdere,
    ^leggi qui, ^leggi l articolo, ^leggi pure, ^scopri anche, ^sullo stesso tema, ^articoli più letti,
    ^notizie più lette, ^continua a leggere$, ^guarda il video`,
  comments: `
    ^commenti$, ^commento$, ^lascia un commento, ^scrivi un commento, ^aggiungi un commento,
    ^commenta$, ^mostra commenti, ^vedi i commenti, ^invia un commento, ^partecipa alla discussione`,
  adLabel: `
    ^pubblicità$, ^annuncio$, ^annunci$, ^sponsorizzato$, ^contenuto sponsorizzato$,
    ^continua a leggere dopo, ^messaggio pubblicitario$, ^continua dopo la pubblicità,
    ^l articolo continua, ^l articolo prosegue, ^scorri per continuare, ^contenuto promozionale,
    ^in collaborazione con`,
  wall: `
    per continuare a leggere, continua a leggere con, per leggere l articolo, per leggere tutto,
    contenuto riservato, riservato agli abbonati, solo per abbonati, articolo per abbonati,
    hai raggiunto il limite, articoli gratuiti, crea un account, registrati per leggere,
    registrati per continuare, accedi per leggere`,
  adBlocker: `
    ad blocker, adblock*`,
  login: `
    password, hai dimenticato, nome utente`,
  consent: `
    cookie*, accetta tutti, rifiuta tutti, continua senza accettare`,
  account: `
    ^accedi$, ^login$, ^il mio account, ^il mio profilo, ^profilo$, ^esci$, ^area riservata$`,
  menu: `
    ^menu$, ^apri il menu, ^apri menu, ^chiudi menu, ^cerca$, ^ricerca$, ^home$, ^sezioni$,
    ^vai al contenuto, ^navigazione$, ^contatti$, ^mappa del sito$, ^meteo$, ^politica$, ^economia$,
    ^top news$`,
  pageNote: `
    ^questo audio è stato generato, ^questo audio è generato, ^audio generato da, ^audio generato con,
    ^voce sintetica, ^letto da una voce, ^questo riassunto è stato generato, ^riassunto generato da,
    ^generato con ia, ^tradotto automaticamente`,
};
