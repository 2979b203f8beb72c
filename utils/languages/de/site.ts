import type { PhraseBook } from '../../clutter/phrases/phrase-book.ts';
import type { BoilerplateBook } from '../boilerplate-book.ts';

/** Phrases with which sites in German ask for something, and phrases that rule that out. */
export const begging: PhraseBook = {
  newsletter: [
    'briefing … anmeldung', 'e mail abo*', 'infobrief*', 'infomail*', 'mail service', 'mailingliste*',
    'morgenmail', 'newsletter*', 'rundbrief*', 'täglichen überblick', 'täglicher überblick',
    'tägliches … briefing', 'unser … briefing', 'wöchentlicher überblick',
  ],
  ask: [
    '^abonniere', '^abonnieren sie', '^abonnieren$', '^bleib am ball', '^bleiben sie', '^erhalte', '^erhalten sie', '^geben sie … e mail', '^geben sie hier', '^gefällt ihnen dieser', '^gewinnen sie', '^hat dir dieser', '^hat ihnen der artikel', '^hat ihnen dieser', '^hier abonnieren', '^hier anmelden', '^hier eintragen', '^hier geht s zum newsletter', '^hinterlassen sie … e mail', '^hol dir', '^holen sie sich', '^ihre e mail adresse eingeben', '^immer informiert', '^in diesem newsletter', '^jede woche', '^jetzt abonnieren', '^jetzt anmelden', '^jetzt eintragen', '^jetzt kostenlos', '^keine neuigkeiten', '^kostenlos bestellen', '^lass dir', '^lassen sie sich', '^lieber … lesen', '^lust auf mehr', '^mehr … geschichten', '^mehr davon', '^melde dich', '^melden sie sich', '^möchten sie mehr', '^nichts mehr verpassen', '^nie mehr', '^sie möchten … informiert', '^sie wollen', '^starten sie … in den tag', '^trag dich', '^trage dich', '^tragen sie sich', '^verpasse', '^verpassen sie', '^wollen sie … erhalten', '^zur anmeldung', 'auf dem laufenden', 'bleiben sie stets informiert', 'dann verpassen sie', 'haben sich für … abo', 'hier geht es zur anmeldung', 'hier geht s zur anmeldung', 'kostenlos abonnieren', 'newsletter abonnieren', 'newsletter bestellen', 'schicken wir dir', 'schicken wir ihnen', 'und du erhältst', 'und sie erhalten', 'wir senden ihnen', 'zum newsletter anmelden',
  ],
  signUp: ['abonniere', 'abonnieren*', 'anmelden', 'anmeldung', 'bestellen', 'eintragen', 'registrieren'],
  inbox: [
    'aufs handy', 'deiner e mail*', 'direkt in dein', 'direkt in ihr', 'direkt per mail', 'ihrer e mail*', 'in dein postfach', 'in deinem postfach', 'in deinen posteingang', 'in den posteingang', 'in ihr postfach', 'in ihre mailbox', 'in ihrem posteingang', 'in ihrem postfach', 'in ihren posteingang', 'ins e mail postfach', 'ins postfach', 'per e mail', 'per mail',
  ],
  subscribe: [
    '^her damit$', '^jetzt … testen$', 'ab … im monat', 'ab … pro woche', 'abo abschließen', 'abo angebot*', 'abo angebote', 'abo auswählen', 'abo bestellen', 'abo sichern', 'abo testen', 'abonnent … ab nur', 'abonnent werden', 'abonnieren für die', 'alle abo', 'als abonnent', 'angebot sichern', 'angebot wählen', 'digitalabo … testen', 'förderer werden', 'fördermitglied werden', 'für das abo', 'gratis testen', 'jetzt … abonnieren', 'jetzt abo', 'jetzt abonnieren', 'jetzt bestellen', 'jetzt mitglied', 'jetzt sichern', 'jetzt testen', 'kostenlos testen', 'lesen sie … wochen', 'mitglied werden', 'monat … gratis', 'monat gratis', 'noch kein abo*', 'probeabo', 'testen sie unser', 'unterstützer werden', 'unverbindlich testen', 'vorteil sichern', 'weiterlesen für', 'werde mitglied', 'werden sie abonnent', 'werden sie mitglied', 'wochen … testen', 'zu den abos', 'zum abo', 'zum angebot',
  ],
  offer: [
    '^abo$', '^abos$', '^angebot ansehen$', '^mehr erfahren$', '^mehr infos$', '^weitere informationen$', '^zum angebot$', 'alle artikel lesen', 'auf allen geräten', 'danach … monat', 'digitalabo*', 'digitale ausgabe', 'e paper', 'einen monat gratis', 'erster monat', 'euro im', 'im abo', 'im ersten monat', 'im monat', 'jederzeit kündbar', 'mit … rabatt', 'monatlich kündbar', 'pro monat', 'pro woche', 'testmonat*', 'unbegrenzt* zugang', 'unbegrenzten zugriff', 'unbegrenzter zugang', 'voller zugriff', 'werbefrei*',
  ],
  donate: [
    '^jede spende', '^spende jetzt', '^spende$', '^spenden', '^unterstütze', '^unterstützen sie', '^unterstützen$', '^unterstützung$', 'auf menschen wie', 'auf sie kommt es an', 'brauchen wir deine', 'brauchen wir ihre', 'community finanziert*', 'deine spende', 'deine unterstützung', 'durch spenden finanziert', 'etwas wert ist', 'fördern sie', 'gefällt ihnen unsere arbeit', 'helfen sie … frei bleibt', 'helfen sie mit', 'helfen sie uns', 'hilf mit', 'hilf uns', 'ihr beitrag', 'ihre spende', 'ihre unterstützung', 'ist spendenfinanziert', 'jede spende zählt', 'jetzt spenden', 'jetzt unterstützen', 'kaffee spendieren', 'leserfinanziert*', 'menschen wie sie angewiesen', 'mit deiner spende', 'mit einer spende', 'mit ihrer spende', 'mit ihrer unterstützung', 'ohne werbung und ohne bezahlschranke', 'sichern sie … journalismus', 'sind gemeinnützig', 'spenden sie', 'uns unterstützen', 'unsere arbeit unterstützen', 'unsere arbeit wert', 'unserem journalismus', 'unterstütze unser', 'unterstützen sie den', 'unterstützen sie investigativ*', 'unterstützen sie meine', 'unterstützen sie unabhängig*', 'unterstützen sie uns', 'unterstützen sie unser', 'unterstützen sie unsere', 'unterstützt uns', 'unterstützt unsere', 'von leserinnen', 'von lesern bezahlt', 'von unseren lesern finanziert', 'werde unterstützer*', 'wir brauchen ihre hilfe', 'wir freuen uns über ihre', 'wir haben keinen eigentümer', 'wir sind auf … angewiesen',
  ],
  gift: [
    'banküberweisung', 'beitrag*', 'betrag', 'bitcoin', 'dauerauftrag', 'einmalig', 'gemeinnützig*', 'iban',
    'kreditkarte', 'kritischen journalismus', 'lastschrift', 'monatlich', 'paypal', 'spende*',
    'steuerlich absetzbar', 'überweisung', 'unabhängig von werbung', 'unabhängigen journalismus',
    'unabhängiger journalismus',
  ],
  app: [
    'app downloaden', 'app herunterladen', 'app installieren', 'app kostenlos', 'app laden', 'die app für', 'hol dir die app', 'holen sie sich die app', 'in der app', 'in der app lesen', 'in der app öffnen', 'in unserer app', 'jetzt app', 'jetzt die app', 'lade … app', 'laden sie … app', 'laden sie die app', 'mit unserer … app', 'per app', 'unsere app', 'unserer … app', 'zur app',
  ],
  push: [
    'benachrichtigung* erhalten', 'benachrichtigungen aktivieren', 'benachrichtigungen zulassen',
    'eilmeldungen aufs handy', 'eilmeldungen erhalten', 'eilmeldungen per', 'mitteilungen aktivieren',
    'push benachrichtigungen', 'push mitteilung*', 'push nachricht*',
  ],
  formNote: [
    '^abbrechen$', '^abonnieren$', '^absenden$', '^anmelden$', '^bestellen$', '^eintragen$', '^ja gerne$', '^jetzt abonnieren$', '^jetzt anmelden$', '^los$', '^nachname$', '^name$', '^nein danke$', '^nicht jetzt$', '^nicht mehr anzeigen$', '^schließen$', '^senden$', '^später$', '^vorname name e mail', '^vorname$', '^weiter$', '^zur anmeldung$', '1000 dank', 'abbestellen', 'abmeldung ist jederzeit', 'abmeldung jederzeit', 'austragen', 'bereits abonnent', 'bestätigungs e mail', 'bestätigungsmail', 'bitcoin', 'bitte bestätigen', 'datenschutz$', 'datenschutzbestimmungen', 'datenschutzerklärung', 'deine anmeldung', 'deine e mail', 'deine email', 'e mail adresse', 'einwilligung', 'email adresse', 'erfolgreich angemeldet', 'es gilt unsere', 'falls sie ein mensch', 'gültige e mail*', 'hinweise zum datenschutz', 'iban', 'ich akzeptiere', 'ich stimme zu', 'ich willige', 'ihre anmeldung', 'ihre e mail', 'ihre email', 'informationen zum datenschutz', 'ja schicken', 'jederzeit … abmelden', 'jederzeit widerrufen', 'kein spam', 'mailchimp', 'mit deiner anmeldung', 'mit der anmeldung', 'mit ihrer anmeldung', 'nutzungsbedingungen', 'pflichtfeld*', 'schon abonnent', 'spammen dich nicht', 'spamordner', 'tausend dank', 'wenn du ein mensch', 'widerrufsrecht',
  ],
  follow: [
    '^abonnieren sie unseren whatsapp', '^abonnieren sie unseren youtube', '^auf google news',
    '^bei google news', '^besuchen sie uns auf', '^finden sie uns auf', '^folge … auf', '^folge uns',
    '^folgen sie … auf', '^folgen sie uns', '^folgt … auf', '^folgt uns', '^social media$',
    '^soziale netzwerke$', 'bevorzugte quelle', 'telegram kanal', 'whatsapp kanal', 'youtube kanal',
  ],
  share: [
    '^artikel drucken', '^artikel teilen', '^artikeldrucken', '^ausdrucken$', '^drucken$', '^druckversion$',
    '^empfehlen$', '^merken$', '^per e mail teilen', '^per e mail versenden', '^teile das', '^teile diesen',
    '^teilen sie', '^teilen$', '^weitersagen', 'auf facebook teilen', 'auf twitter teilen',
    'mit whatsapp teilen',
  ],
  related: [
    '^ähnliche artikel', '^ähnliche beiträge', '^aktuelle beiträge', '^aktuelles$', '^am meisten gelesen',
    '^auch auf', '^auch interessant', '^auch spannend', '^aus dem ressort', '^beliebt*', '^das interessiert',
    '^das könnte dich', '^das könnte sie', '^dazu passend', '^dich interessiert', '^die meistgelesenen',
    '^empfehlung*', '^empfohlen*', '^hier lesen', '^hintergrund$', '^ihre favoriten', '^jetzt lesen',
    '^lesen sie auch', '^lesen sie dazu', '^lesen sie hier', '^lesen sie jetzt', '^lesen sie mehr', '^lesen$',
    '^lesetipp*', '^lies auch', '^mehr aus', '^mehr dazu', '^mehr lesen', '^mehr nachrichten', '^mehr über',
    '^mehr von', '^mehr zu', '^mehr zum thema', '^meistgelesen*', '^nächster artikel', '^nächster beitrag',
    '^neueste', '^passend dazu', '^passend zum thema', '^siehe auch', '^top themen', '^topaktuell$',
    '^unsere empfehlungen', '^unsere lesetipps', '^verwandte', '^vorheriger', '^weitere artikel',
    '^weitere beiträge', '^weitere meldungen', '^weitere nachrichten', '^weitere news', '^weitere themen',
    '^zum thema', '^zum weiterlesen',
  ],
  comments: [
    '^alle kommentare', '^debatte$', '^deine meinung', '^diskutiere mit', '^diskutieren sie', '^hinterlasse',
    '^hinterlassen sie', '^ihre meinung', '^jetzt mitreden', '^kommentar schreiben', '^kommentar verfassen',
    '^kommentar$', '^kommentare lesen', '^kommentare$', '^leserbriefe', '^leserkommentare', '^mitdiskutieren',
    '^mitreden', '^schreib einen kommentar', '^schreibe einen kommentar', '^schreiben sie … kommentar',
    '^unterhaltung beginnen', '^zu den kommentaren', 'ihren kommentar hier', 'kommentare anzeigen',
  ],
  adLabel: [
    '^advertorial$', '^anzeige$', '^anzeigen$', '^artikel geht nach', '^bezahlte anzeige',
    '^der artikel wird nach', '^ende der anzeige', '^gesponsert$', '^in kooperation mit',
    '^lesen sie nach der anzeige', '^nach der anzeige', '^sponsored$', '^weiterlesen nach der anzeige',
    '^werbeanzeige$', '^werbung$',
  ],
  wall: [
    'diesen artikel … mit', 'dieser artikel ist', 'exklusiv für abonnenten', 'freie artikel',
    'für abonnenten$', 'jetzt weiterlesen', 'kostenlos registrieren um', 'melden sie sich an um … zu lesen',
    'nur für abonnenten', 'pur abo', 'registrieren sie sich um', 'um den … artikel zu lesen',
    'um diesen artikel', 'um weiterzulesen', 'weiterlesen mit', 'weiterlesen sie mit',
  ],
  adBlocker: ['adblock', 'adblocker', 'werbeblocker'],
  login: ['angemeldet bleiben', 'benutzername', 'kennwort', 'passwort'],
  consent: ['alle ablehnen', 'alle akzeptieren', 'cookies'],
  account: [
    '^abmelden$', '^anmelden$', '^ausloggen$', '^einloggen$', '^konto$', '^login$', '^mein konto',
    '^mein profil', '^meine abos$', '^merkliste$', '^profil$',
  ],
  menu: [
    '^a z$', '^impressum$', '^kontakt$', '^menü öffnen', '^menü schließen', '^menü$', '^navigation$',
    '^politik$', '^ressorts$', '^sitemap$', '^sport$', '^startseite$', '^suche öffnen', '^suche$', '^suchen$',
    '^wetter$', '^wirtschaft$', '^zum hauptinhalt', '^zum inhalt',
  ],
  pageNote: [
    '^automatisch übersetzt', '^automatisch vorgelesen', '^die audioversion … ki',
    '^diese audioversion wurde', '^diese zusammenfassung wurde … ki', '^dieser artikel wird maschinell',
    '^dieser artikel wird von einer ki', '^dieser text wird maschinell vorgelesen', '^dieses audio wurde',
    '^ki generierte stimme', '^ki stimme', '^künstlich erzeugte stimme', '^maschinell vorgelesen',
    '^mit ki erstellt', '^mithilfe von ki erstellt', '^vorgelesen von einer ki',
    '^zusammenfassung … ki erstellt',
  ],
  own: ['mein', 'meine*', 'uns', 'unser*', 'wir'],
};

/** Boilerplate around articles on sites in German. */
export const boilerplate: BoilerplateBook = {
  endHeadings: [
    'ähnliche (?:artikel|beiträge)',
    'auch interessant',
    'das (?:könnte|konnte).*',
    'kommentare?(?: .*)?',
    'lesen sie auch.*',
    'mehr (?:zum thema|aus|von|über|uber|artikel|news).*',
    'meistgelesen.*',
    'passend dazu',
    'schlagwort\\w*',
    'schreibe? einen kommentar.*',
    'teilen',
    'themen',
    'über den autor.*',
    'verwandte .*',
    'weitere (?:artikel|themen|nachrichten|meldungen|beitrage|beiträge|infos|informationen).*',
    'zum thema',
  ],
  pointers: [
    'auch interessant',
    'hier lesen',
    'lesen sie (?:auch|hier|mehr)',
    'lies auch',
    'mehr(?: dazu| zum thema| lesen)?',
    'siehe auch',
  ],
  walls: [
    'jetzt (?:weiterlesen|freischalten|abonnieren)',
    'mit .{2,20}\\+? (?:lesen|weiterlesen)',
    'um weiterzulesen',
    'weiterlesen mit',
  ],
  credits: [
    '\\bist (?:(?:freie|feste|leitende)\\w* )?(?:redakteur|autor|journalist)\\w*\\b.{0,200}$',
    '^[^\\p{L}]*abgelegt unter\\b.{0,80}$',
    '^\\W*(?:(?:aus dem \\p{L}+en )?übersetzt von|aus dem (?:\\p{L}+isch|deutsch)en von)(?: [^\\s,;]+){1,4}(?:\\n.{0,80})?$',
    '^\\W*(?:dieses thema im programm|über dieses thema berichtete|zitiervorschlag|erstveröffentlichung|zuerst erschienen)\\b[^,;]{0,120}$',
    '^\\W*(?:redaktion|faktencheck|übersetzung|schlussredaktion|bildredaktion|fotoredaktion|mitarbeit|recherche|lektorat|produktion|illustration|grafik)\\s*:',
    '^\\W*(?:schreib(?:en sie|t|e)?(?: uns)?|wir freuen uns auf)\\b.{0,20} (?:ihre|eure|deine) kommentare?\\b.{0,60}$',
    '^\\W*(?!(?:sie|er|es|wer|niemand|die|der|das)\\b)(?:\\S+ ){1,6}(?:arbeitet|schreibt) (?:als|für|seit)(?!\\p{L}).{0,200}$',
    '^\\W*mit (?:(?:material|informationen) (?:von|der) )?(?:dpa|afp|ap|epd|kna|rtr|sid|reuters)(?:(?:,| und|/) ?\\S+){0,3}\\W*$',
  ],
  notices: [
    '(?:artikel|beitrag) (?:wurde )?(?:gespeichert|gemerkt|auf der merkliste)\\b',
    '(?:bitte )?(?:melden sie sich|melde dich|loggen sie sich|logge dich) .{0,30}\\b(?:abzustimmen|kommentieren|bewerten|speichern|merken|folgen)',
    '(?:die|der) (?:mit|durch) .{0,30}gekennzeichneten links\\b|(?:in diesem|dieser) (?:artikel|text|beitrag) .{0,30}(?:affiliate|provisions)',
    '(?:ich bin (?:damit )?einverstanden|ich stimme zu|hiermit stimme ich zu),? .{0,40}\\bextern\\w* inhalt',
    '(?:teile?n? (?:deine|eure) (?:meinung|tipps|erfahrung(?:en)?)|diskutieren sie mit|diskutiere mit)\\b',
    'an dieser stelle (?:finden sie|findest du|steht|befindet sich) .{0,60}\\bextern',
    'bitte (?:be)?achten sie,? (?:darauf, )?dass (?:ihre|eure) kommentare\\b',
    'diese[rs]? (?:artikel|beitrag|zusammenfassung|übersetzung) .{0,40}\\b(?:KI|künstliche[rn]? intelligenz|automatisch|maschinell) (?:.{0,60} )?(?:erstellt|erzeugt|generiert|übersetzt|vorgelesen|zusammengefasst|unterstützt)',
    'empfohlener (?:redaktioneller |externer )?inhalt\\b',
    'externe[nr]? inhalte? (?:anzeigen|laden|aktivieren|von \\S+\\W*$)',
    'sie können (?:den newsletter jederzeit|sich jederzeit (?:wieder )?abmelden)\\b',
  ],
};
