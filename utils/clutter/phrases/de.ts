import type { PhraseBook } from './phrase-book.ts';

export const de: PhraseBook = {
  newsletter: `
    newsletter*, rundbrief*, mailingliste*, infobrief*, infomail*, morgenmail, e mail abo*, mail service,
    täglicher überblick, täglichen überblick`,
  ask: `
    ^abonnieren sie, ^abonniere, ^jetzt abonnieren, ^jetzt anmelden, ^jetzt eintragen, ^hier eintragen,
    ^hier anmelden, ^hier abonnieren, ^melden sie sich, ^melde dich, ^tragen sie sich, ^trage dich,
    ^trag dich, ^bleiben sie, ^bleib … auf dem laufenden, ^bleibe … auf dem laufenden, ^erhalten sie,
    ^erhalte, ^verpassen sie, ^verpasse, ^keine neuigkeiten, ^nichts mehr verpassen, ^hat ihnen dieser,
    ^hat ihnen der artikel, ^hat dir dieser, ^gefällt ihnen dieser, ^geben sie … e mail, ^geben sie hier,
    ^jede woche, bleiben sie stets informiert, auf dem laufenden, dann verpassen sie, wir senden ihnen,
    und du erhältst, und sie erhalten, newsletter abonnieren, newsletter bestellen,
    zum newsletter anmelden, kostenlos abonnieren, ^abonnieren$`,
  signUp: `abonnieren*, abonniere, anmelden, anmeldung, eintragen, registrieren, bestellen`,
  inbox: `
    in ihr postfach, in dein postfach, in ihrem postfach, in deinem postfach, ins postfach, per e mail,
    per mail, deiner e mail*, ihrer e mail*`,
  subscribe: `
    jetzt abo, abo abschließen, abo bestellen, abo sichern, jetzt digital abonnieren, jetzt testen,
    kostenlos testen, gratis testen, probeabo, zum abo, zu den abos, abo angebot*, lesen sie … wochen,
    abonnent werden, mitglied werden, werden sie mitglied, werde mitglied, noch kein abo*, ^her damit$`,
  offer: `
    unbegrenzt* zugang, unbegrenzten zugriff, alle artikel lesen, digitale ausgabe, digitalabo*,
    monatlich kündbar, jederzeit kündbar, im monat, pro monat, pro woche, erster monat, euro im, e paper,
    ^abo$, ^abos$, ^mehr erfahren$`,
  donate: `
    ^spenden, ^spende$, jetzt spenden, mit einer spende, unterstützen sie uns, unterstützen sie unsere, unterstützen sie meine, unterstützen sie unabhängig*,
    ^unterstützen sie, ^unterstütze uns, ^unterstütze unsere, ^unterstütze, ^unterstützung$,
    mit ihrer unterstützung, ihre unterstützung, deine unterstützung, unsere arbeit wert,
    sichern sie … journalismus, helfen sie mit, unabhängigen journalismus, auf sie kommt es an,
    wir brauchen ihre hilfe, wir freuen uns über ihre, ohne werbung und ohne bezahlschranke`,
  gift: `spende*, paypal, kreditkarte, banküberweisung, überweisung, dauerauftrag, iban, bitcoin, spendenfinanziert, beitrag*, steuerlich absetzbar`,
  app: `
    app herunterladen, app laden, jetzt app, laden sie … app, lade … app, hol dir die app,
    holen sie sich die app, in der app öffnen, in der app lesen, unsere app`,
  push: `
    benachrichtigungen aktivieren, benachrichtigungen erhalten, benachrichtigungen zulassen,
    push nachrichten, push mitteilungen, push benachrichtigungen, eilmeldungen erhalten,
    eilmeldungen aufs handy`,
  formNote: `
    ihre e mail, deine e mail, ihre email, deine email, e mail adresse, email adresse, pflichtfeld*,
    datenschutzerklärung, datenschutzbestimmungen, datenschutz$, jederzeit … austragen,
    jederzeit abmelden, jederzeit wieder abbestellen, jederzeit widerrufen, abbestellen, austragen,
    kein spam, spammen dich nicht, nutzungsbedingungen, vielen dank für ihre anmeldung,
    danke für deine anmeldung, erfolgreich angemeldet, bestätigungs e mail, bestätigungsmail,
    gültige e mail*, ich akzeptiere, ich stimme zu, ich willige, mailchimp, ^vorname$, ^nachname$,
    ^vorname name e mail, ^name$, ^absenden$, ^anmelden$, ^abonnieren$, ^eintragen$, ^bestellen$,
    ^senden$, ^schließen$, ^nein danke$, ^später$, ^nicht jetzt$, schon abonnent, bereits abonnent,
    1000 dank, tausend dank, iban, bitcoin`,
  follow: `
    ^folgen sie uns, ^folge uns, ^folgt uns, ^besuchen sie uns auf, ^finden sie uns auf, ^social media$,
    ^soziale netzwerke$`,
  share: `
    ^teilen$, ^teilen sie, ^teile das, ^teile diesen, ^artikel teilen, ^artikel drucken, ^artikeldrucken,
    ^drucken$, ^ausdrucken$, ^per e mail versenden, ^per e mail teilen, auf facebook teilen,
    auf twitter teilen, mit whatsapp teilen, ^weitersagen, ^merken$, ^druckversion$, ^empfehlen$`,
  related: `
    ^mehr zum thema, ^zum thema, ^mehr lesen, ^lesen sie auch, ^lesen sie mehr, ^lesen sie hier,
    ^lesen sie dazu, ^lies auch, ^auch interessant, ^das könnte sie, ^das könnte dich,
    ^dich interessiert, ^weitere artikel, ^weitere beiträge, ^weitere themen, ^weitere meldungen,
    ^ähnliche artikel, ^ähnliche beiträge, ^verwandte, ^meistgelesen*, ^am meisten gelesen, ^beliebt*,
    ^empfohlen*, ^empfehlung*, ^unsere empfehlungen, ^unsere lesetipps, ^lesetipps, ^neueste artikel,
    ^neueste beiträge, ^aktuelle beiträge, ^aktuelles$, ^mehr aus, ^mehr von, ^mehr über,
    ^ihre favoriten, ^siehe auch, ^vorheriger, ^nächster artikel, ^nächster beitrag, ^top themen,
    ^topaktuell$, ^lesen$, ^mehr dazu, ^auch spannend, ^zum weiterlesen`,
  comments: `
    ^kommentare$, ^kommentar$, ^kommentar schreiben, ^kommentar verfassen, ^kommentare anzeigen,
    ^alle kommentare, ^leserkommentare, ^leserbriefe, ^schreiben sie … kommentar,
    ^schreibe einen kommentar, ^hinterlassen sie, ^hinterlasse, ^diskutieren sie, ^jetzt mitreden,
    ^mitdiskutieren, ^unterhaltung beginnen, ihren kommentar hier`,
  adLabel: `
    ^anzeige$, ^anzeigen$, ^werbung$, ^werbeanzeige$, ^gesponsert$, ^- anzeige -$, ^advertorial$`,
  wall: `
    um weiterzulesen, weiterlesen mit, weiterlesen sie mit, jetzt weiterlesen, um den … artikel zu lesen,
    um diesen artikel, diesen artikel … mit, exklusiv für abonnenten, nur für abonnenten,
    für abonnenten$, dieser artikel ist, registrieren sie sich um, melden sie sich an um … zu lesen,
    kostenlos registrieren um, freie artikel, pur abo`,
  adBlocker: `adblocker, werbeblocker, adblock`,
  login: `passwort, kennwort, benutzername, angemeldet bleiben`,
  consent: `wir verwenden cookies, verwenden wir cookies, cookies, alle akzeptieren, alle ablehnen`,
};
