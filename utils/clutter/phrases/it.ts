import type { PhraseBook } from './phrase-book.ts';

export const it: PhraseBook = {
  newsletter: `newsletter*, bollettino, notiziario via email, mailing list`,
  ask: `
    ^iscriviti, ^iscrivetevi, ^si iscriva, ^ricevi, ^ricevete, ^registrati, ^non perdere, ^non perderti,
    ^resta aggiornat*, ^rimani aggiornat*, ^inserisci la tua, ^vuoi ricevere, ^ti è piaciuto,
    ^voglio ricevere, ^abbonati gratuitamente`,
  signUp: `iscriviti, iscriversi, iscrizione, iscrivimi, ricevi, abbonati, registrati`,
  inbox: `nella tua casella, nella tua email, nella tua posta, via email, via mail, via e mail`,
  subscribe: `
    abbonati ora, abbonati subito, abbonati a, abbonati per, abbonati$, abbonamento a partire,
    scopri le offerte, vedi le offerte, diventa abbonato, diventa socio, diventa membro,
    attiva l abbonamento, non sei abbonato`,
  offer: `
    accesso illimitato, al mese, primo mese, prova gratuita, prova gratis, disdici quando, senza vincoli,
    abbonamento$, abbonamenti$, ^scopri di più$, ^scopri di piu$`,
  donate: `
    fai una donazione, fare una donazione, ^dona ora, ^dona$, ^sostieni, ^sostienici, sostieni il,
    sostieni il nostro, sostieni l informazione, il tuo contributo, il tuo sostegno,
    giornalismo indipendente, informazione indipendente, ^contribuisci`,
  gift: `donazione, donazioni, contributo, paypal, carta di credito, bonifico, cinque per mille, 5 per mille`,
  app: `
    scarica l app, scarica la nostra app, scarica la app, scaricate l app, apri nell app, leggi nell app,
    la nostra app`,
  push: `
    attiva le notifiche, ricevi le notifiche, ricevere notifiche, abilita le notifiche,
    consenti notifiche, notifiche push`,
  formNote: `
    la tua email, la tua e mail, la tua mail, il tuo indirizzo, indirizzo email, indirizzo e mail,
    campi obbligatori, campo obbligatorio, campi richiesti, cancellarti in qualsiasi,
    annullare l iscrizione, disiscriver*, informativa sulla privacy, privacy policy,
    trattamento dei dati, termini e condizioni, ho letto, grazie per esserti iscritto,
    grazie per l iscrizione, email di conferma, indirizzo valido, niente spam, sei già abbonato, ^nome$,
    ^cognome$, ^invia$, ^iscriviti$, ^chiudi$, ^no grazie$, ^non ora$, ^più tardi$, ^accedi$`,
  follow: `^seguici, ^segui, ^seguiteci, ^ci trovi su, ^social$`,
  share: `
    ^condividi$, ^condividi su, ^condividi questo, ^condividi l articolo, ^condividi via, ^condivisioni$,
    ^stampa$, ^invia per, ^invia ad un amico, ^copia link, ^tweet$`,
  related: `
    ^leggi anche, ^leggi di più, ^leggi tutto, ^articoli correlati, ^correlati$, ^notizie correlate,
    ^potrebbe interessarti, ^potrebbero interessarti, ^ti potrebbe interessare,
    ^ti potrebbero interessare, ^i più letti, ^più letti, ^le più lette, ^più lette, ^ultime notizie,
    ^ultimi articoli, ^altri articoli, ^altre notizie, ^altro da, ^consigliati, ^consigliat*,
    ^raccomandat*, ^vedi anche, ^guarda anche, ^in evidenza$, ^articolo precedente, ^articolo successivo,
    ^dello stesso autore, ^sullo stesso argomento, ^leggi$, ^approfondisci, ^da non perdere`,
  comments: `
    ^commenti$, ^commento$, ^lascia un commento, ^scrivi un commento, ^aggiungi un commento, ^commenta$,
    ^mostra commenti, ^vedi i commenti, ^invia un commento, ^partecipa alla discussione`,
  adLabel: `
    ^pubblicità$, ^annuncio$, ^annunci$, ^sponsorizzato$, ^contenuto sponsorizzato$, ^- pubblicità -$,
    ^continua a leggere dopo, ^messaggio pubblicitario$`,
  wall: `
    per continuare a leggere, continua a leggere con, per leggere l articolo, per leggere tutto,
    contenuto riservato, riservato agli abbonati, solo per abbonati, articolo per abbonati,
    hai raggiunto il limite, articoli gratuiti, crea un account, registrati per leggere,
    registrati per continuare, accedi per leggere`,
  adBlocker: `ad blocker, adblock*`,
  login: `password, hai dimenticato, nome utente`,
  consent: `cookie*, accetta tutti, rifiuta tutti, continua senza accettare`,
};
