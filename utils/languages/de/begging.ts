import type { PhraseBook } from '../../clutter/phrases/phrase-book.ts';

export const begging: PhraseBook = {
  newsletter: `
    newsletter*, rundbrief*, mailingliste*, infobrief*, infomail*, morgenmail, e mail abo*,
    mail service, täglicher überblick, täglichen überblick, unser … briefing, tägliches … briefing,
    wöchentlicher überblick, briefing … anmeldung`,
  ask: `
    ^abonnieren sie, ^abonniere, ^jetzt abonnieren, ^jetzt anmelden, ^jetzt eintragen, ^hier eintragen,
    ^hier anmelden, ^hier abonnieren, ^melden sie sich, ^melde dich, ^tragen sie sich, ^trage dich,
    ^trag dich, ^bleiben sie, ^erhalten sie, ^erhalte, ^verpassen sie, ^verpasse, ^keine neuigkeiten,
    ^nichts mehr verpassen, ^hat ihnen dieser, ^hat ihnen der artikel, ^hat dir dieser,
    ^gefällt ihnen dieser, ^geben sie … e mail, ^geben sie hier, ^jede woche,
    bleiben sie stets informiert, auf dem laufenden, dann verpassen sie, wir senden ihnen,
    und du erhältst, und sie erhalten, newsletter abonnieren, newsletter bestellen,
    zum newsletter anmelden, kostenlos abonnieren, ^abonnieren$, hier geht es zur anmeldung,
    hier geht s zur anmeldung, ^zur anmeldung, ^hier geht s zum newsletter, ^jetzt kostenlos,
    ^gewinnen sie, ^immer informiert, ^nie mehr, ^lassen sie sich, ^lass dir,
    ^sie möchten … informiert, ^sie wollen, ^wollen sie … erhalten, ^lieber … lesen, ^hol dir,
    ^holen sie sich, ^in diesem newsletter, ^bleib am ball, schicken wir dir, schicken wir ihnen`,
  signUp: `
    abonnieren*, abonniere, anmelden, anmeldung, eintragen, registrieren, bestellen`,
  inbox: `
    in ihr postfach, in dein postfach, in ihrem postfach, in deinem postfach, ins postfach, per e mail,
    per mail, deiner e mail*, ihrer e mail*, ins e mail postfach, in ihre mailbox, direkt in ihr,
    direkt in dein, aufs handy, in den posteingang, in ihren posteingang, in deinen posteingang`,
  subscribe: `
    jetzt abo, abo abschließen, abo bestellen, abo sichern, jetzt testen, kostenlos testen,
    gratis testen, probeabo, zum abo, zu den abos, abo angebot*, lesen sie … wochen, abonnent werden,
    mitglied werden, werden sie mitglied, werde mitglied, noch kein abo*, ^her damit$,
    abonnieren für die, jetzt mitglied, unterstützer werden, förderer werden, fördermitglied werden,
    jetzt … abonnieren, abo testen, angebot sichern, vorteil sichern, jetzt sichern, jetzt bestellen,
    unverbindlich testen, wochen … testen, monat … gratis, zum angebot, alle abo, als abonnent,
    weiterlesen für`,
  offer: `
    unbegrenzt* zugang, unbegrenzten zugriff, alle artikel lesen, digitale ausgabe, digitalabo*,
    monatlich kündbar, jederzeit kündbar, im monat, pro monat, pro woche, erster monat, euro im,
    e paper, ^abo$, ^abos$, ^mehr erfahren$, mit … rabatt, im ersten monat, danach … monat, werbefrei*,
    im abo, testmonat*, ^zum angebot$, ^angebot ansehen$, ^mehr infos$, ^weitere informationen$`,
  donate: `
    ^spenden, ^spende$, jetzt spenden, mit einer spende, unterstützen sie uns, unterstützen sie unsere,
    unterstützen sie meine, unterstützen sie unabhängig*, ^unterstützen sie, ^unterstütze,
    ^unterstützung$, mit ihrer unterstützung, ihre unterstützung, deine unterstützung,
    unsere arbeit wert, sichern sie … journalismus, helfen sie mit, auf sie kommt es an,
    wir brauchen ihre hilfe, wir freuen uns über ihre, ohne werbung und ohne bezahlschranke,
    ^spende jetzt, ^jede spende, jede spende zählt, mit ihrer spende, mit deiner spende, ihre spende,
    deine spende, brauchen wir deine, brauchen wir ihre, hilf mit, helfen sie uns, hilf uns,
    unterstütze unser, unterstützen sie unser, unterstützen sie investigativ*, unterstützen sie den,
    unterstützt unsere, unterstützt uns, ist spendenfinanziert, durch spenden finanziert,
    leserfinanziert*, von unseren lesern finanziert, community finanziert*, uns unterstützen,
    unsere arbeit unterstützen, wir sind auf … angewiesen, fördern sie, gefällt ihnen unsere arbeit,
    werde unterstützer*, jetzt unterstützen, kaffee spendieren, ^unterstützen$`,
  gift: `
    spende*, paypal, kreditkarte, banküberweisung, überweisung, dauerauftrag, iban, bitcoin, beitrag*,
    steuerlich absetzbar, lastschrift, monatlich, einmalig, gemeinnützig*, betrag,
    unabhängigen journalismus, unabhängiger journalismus, kritischen journalismus,
    unabhängig von werbung`,
  app: `
    app herunterladen, app laden, jetzt app, laden sie … app, lade … app, hol dir die app,
    holen sie sich die app, in der app öffnen, in der app lesen, unsere app, app kostenlos, zur app,
    app downloaden, die app für, jetzt die app, per app, app installieren`,
  push: `
    benachrichtigungen aktivieren, benachrichtigungen zulassen, push benachrichtigungen,
    eilmeldungen erhalten, eilmeldungen aufs handy, push nachricht*, push mitteilung*,
    benachrichtigung* erhalten, mitteilungen aktivieren, eilmeldungen per`,
  formNote: `
    ihre e mail, deine e mail, ihre email, deine email, e mail adresse, email adresse, pflichtfeld*,
    datenschutzerklärung, datenschutzbestimmungen, datenschutz$, jederzeit abmelden,
    jederzeit widerrufen, abbestellen, austragen, kein spam, spammen dich nicht, nutzungsbedingungen,
    erfolgreich angemeldet, bestätigungs e mail, bestätigungsmail, gültige e mail*, ich akzeptiere,
    ich stimme zu, ich willige, mailchimp, ^vorname$, ^nachname$, ^vorname name e mail, ^name$,
    ^absenden$, ^anmelden$, ^abonnieren$, ^eintragen$, ^bestellen$, ^senden$, ^schließen$,
    ^nein danke$, ^später$, ^nicht jetzt$, schon abonnent, bereits abonnent, 1000 dank, tausend dank,
    iban, bitcoin, ^jetzt anmelden$, ^jetzt abonnieren$, ^ja gerne$, ^weiter$, ^abbrechen$,
    ^nicht mehr anzeigen$, ^zur anmeldung$, widerrufsrecht, informationen zum datenschutz,
    hinweise zum datenschutz, einwilligung, mit der anmeldung, mit ihrer anmeldung,
    mit deiner anmeldung, falls sie ein mensch, wenn du ein mensch, spamordner, bitte bestätigen,
    ihre anmeldung, deine anmeldung`,
  follow: `
    ^folgen sie uns, ^folge uns, ^folgt uns, ^besuchen sie uns auf, ^finden sie uns auf,
    ^social media$, ^soziale netzwerke$, ^folge … auf, ^folgen sie … auf, ^folgt … auf, whatsapp kanal,
    telegram kanal, youtube kanal, ^bei google news, ^auf google news, bevorzugte quelle,
    ^abonnieren sie unseren whatsapp, ^abonnieren sie unseren youtube`,
  share: `
    ^teilen$, ^teilen sie, ^teile das, ^teile diesen, ^artikel teilen, ^artikel drucken,
    ^artikeldrucken, ^drucken$, ^ausdrucken$, ^per e mail versenden, ^per e mail teilen,
    auf facebook teilen, auf twitter teilen, mit whatsapp teilen, ^weitersagen, ^merken$,
    ^druckversion$, ^empfehlen$`,
  related: `
    ^mehr zum thema, ^zum thema, ^mehr lesen, ^lesen sie auch, ^lesen sie mehr, ^lesen sie hier,
    ^lesen sie dazu, ^lies auch, ^auch interessant, ^das könnte sie, ^das könnte dich,
    ^dich interessiert, ^weitere artikel, ^weitere beiträge, ^weitere themen, ^weitere meldungen,
    ^ähnliche artikel, ^ähnliche beiträge, ^verwandte, ^meistgelesen*, ^am meisten gelesen, ^beliebt*,
    ^empfohlen*, ^empfehlung*, ^unsere empfehlungen, ^unsere lesetipps, ^aktuelle beiträge,
    ^aktuelles$, ^mehr aus, ^mehr von, ^mehr über, ^ihre favoriten, ^siehe auch, ^vorheriger,
    ^nächster artikel, ^nächster beitrag, ^top themen, ^topaktuell$, ^lesen$, ^mehr dazu,
    ^auch spannend, ^zum weiterlesen, ^lesetipp*, ^passend dazu, ^passend zum thema, ^mehr nachrichten,
    ^weitere nachrichten, ^weitere news, ^das interessiert, ^auch auf, ^jetzt lesen,
    ^hier lesen, ^lesen sie jetzt, ^dazu passend, ^die meistgelesenen, ^neueste,
    ^aus dem ressort, ^hintergrund$, ^mehr zu`,
  comments: `
    ^kommentare$, ^kommentar$, ^kommentar schreiben, ^kommentar verfassen, ^alle kommentare,
    ^leserkommentare, ^leserbriefe, ^schreiben sie … kommentar, ^schreibe einen kommentar,
    ^hinterlassen sie, ^hinterlasse, ^diskutieren sie, ^jetzt mitreden, ^mitdiskutieren,
    ^unterhaltung beginnen, ihren kommentar hier, ^diskutiere mit, ^ihre meinung, ^deine meinung,
    ^zu den kommentaren, ^kommentare lesen, kommentare anzeigen, ^schreib einen kommentar, ^debatte$,
    ^mitreden`,
  adLabel: `
    ^anzeige$, ^anzeigen$, ^werbung$, ^werbeanzeige$, ^gesponsert$, ^advertorial$,
    ^weiterlesen nach der anzeige, ^artikel geht nach, ^nach der anzeige, ^lesen sie nach der anzeige,
    ^der artikel wird nach, ^ende der anzeige, ^sponsored$, ^in kooperation mit, ^bezahlte anzeige`,
  wall: `
    um weiterzulesen, weiterlesen mit, weiterlesen sie mit, jetzt weiterlesen,
    um den … artikel zu lesen, um diesen artikel, diesen artikel … mit, exklusiv für abonnenten,
    nur für abonnenten, für abonnenten$, dieser artikel ist, registrieren sie sich um,
    melden sie sich an um … zu lesen, kostenlos registrieren um, freie artikel, pur abo`,
  adBlocker: `
    adblocker, werbeblocker, adblock`,
  login: `
    passwort, kennwort, benutzername, angemeldet bleiben`,
  consent: `
    cookies, alle akzeptieren, alle ablehnen`,
  account: `
    ^anmelden$, ^einloggen$, ^login$, ^abmelden$, ^ausloggen$, ^mein konto, ^meine abos$, ^mein profil,
    ^profil$, ^konto$, ^merkliste$`,
  menu: `
    ^menü$, ^menü öffnen, ^menü schließen, ^suche$, ^suchen$, ^suche öffnen, ^startseite$, ^ressorts$,
    ^navigation$, ^zum inhalt, ^zum hauptinhalt, ^a z$, ^kontakt$, ^impressum$, ^sitemap$, ^wetter$,
    ^politik$, ^wirtschaft$, ^sport$`,
  pageNote: `
    ^dieser text wird maschinell vorgelesen, ^dieser artikel wird maschinell,
    ^dieser artikel wird von einer ki, ^dieses audio wurde, ^diese audioversion wurde,
    ^die audioversion … ki, ^maschinell vorgelesen, ^automatisch vorgelesen, ^vorgelesen von einer ki,
    ^ki generierte stimme, ^ki stimme, ^künstlich erzeugte stimme, ^zusammenfassung … ki erstellt,
    ^diese zusammenfassung wurde … ki, ^mit ki erstellt, ^mithilfe von ki erstellt,
    ^automatisch übersetzt`,
};
