/** Invented articles; how quotes are written in them is in `read-article.ts`. */
export const germanArticles: readonly string[] = [
  `Die alte Brücke in Ellerstadt bleibt den ganzen Sommer gesperrt. Das teilte Oberbürgermeisterin Mara Lindner am Montag mit.

„[[Mara Lindner: Die Pfeiler halten nur noch aus Gewohnheit]]“, sagte Lindner nach der Sitzung des Stadtrats.

Laut Lindner wird die Reparatur „[[Mara Lindner: doppelt so teuer wie geplant]]“.

Der Ingenieur Tomas Berg sieht das anders. „[[Tomas Berg: Die Brücke hält noch zehn Jahre]]“, betonte er. „[[Tomas Berg: Wir haben jeden Balken geprüft.]]“

„[[Tomas Berg: Wer etwas anderes behauptet]]“, so Berg, „[[Tomas Berg: hat die Brücke nie von unten gesehen.]]“

Polizeisprecherin Petra Holm erklärte, die Umleitung werde „[[Petra Holm: ab Montag für alle Lastwagen gelten]]“.

Nach Angaben von Holm sei der Weg „[[Petra Holm: gut ausgeschildert und sicher]]“.

»[[Jonas Wieck: Warum erfahren wir das erst jetzt?]]«, fragte der Stadtrat Jonas Wieck (Grüne).

»[[Mara Lindner: Weil es vorher kein Gutachten gab]]«, antwortete ihm die Oberbürgermeisterin.

Der Roman „Die Brücke im Nebel“ spielt an derselben Stelle.`,
  `Nach zehn Jahren kehrt die Regisseurin Ines Albers an das Theater zurück.

„[[Ines Albers: Ich habe die Bühne nicht wiedererkannt]]“, gestand Albers.

Ihr Mann, der Schauspieler Bernd Albers, scherzte: „[[Bernd Albers: Dafür hat die Bühne dich erkannt.]]“

„[[Ines Albers: Wir fangen mit einer Komödie an]]“, sagt Ines Albers.

Die Intendantin Nora Falk bestätigte, die Karten seien „[[Nora Falk: an einem einzigen Vormittag weg gewesen]]“.

„[[Nora Falk: Die Schlange reichte bis zum Markt!]]“, rief sie.

Bernd Albers zufolge dauern die Proben „[[Bernd Albers: jeden Tag bis kurz vor Mitternacht]]“.

„[[Ines Albers: Das Publikum]]“, sagt die Regisseurin, „[[Ines Albers: ist müde von der Dunkelheit.]]“`,
  `Die Fischer von Ellerstadt fordern ein Gespräch mit der Regierung. Wirtschaftsministerin Clara Voss kam am Morgen in den Hafen.

"[[Clara Voss: Der Hafen wird nicht verkauft]]", versicherte Voss.

Der Vorsitzende des Verbandes, Emil Sander, drohte: „[[Emil Sander: Wenn sich in einer Woche nichts ändert, sperren wir den Kanal.]]“

„[[Emil Sander: Man füttert uns mit Versprechen und nicht mit Fisch]]“, schimpfte Sander.

Es gehe um „[[Clara Voss: ein ruhiges Gespräch mit allen Beteiligten]]“, sagte Ministerin Voss.

Wie Sander mitteilte, werde man „[[Emil Sander: noch bis Freitag warten und dann handeln]]“.`,
  `Das Krankenhaus von Grünau wartet seit einem halben Jahr auf ein neues Gerät. Chefärztin Rosa Klimke sprach darüber mit den Bewohnern.

„[[Rosa Klimke: Unsere Technik ist älter als die Assistenzärzte]]“, bemerkte Klimke.

„[[Paul Stetten: Das Geld ist da, es fehlt die Unterschrift]]“, entgegnete der stellvertretende Landrat Paul Stetten.

Die Papiere würden „[[Paul Stetten: im Laufe des Monats unterschrieben]]“, versprach Stetten.

„[[Rosa Klimke: So viel Zeit haben die Patienten nicht!]]“, antwortete ihm die Chefärztin.

Der Helfer Jürgen Dachs nannte die Lage „[[Jürgen Dachs: eine Schande für den ganzen Kreis]]“.

„[[Sofia Rebmann: Meine Mutter wurde hundert Kilometer weit gefahren]]“, erzählt die Studentin Sofia Rebmann. „[[Sofia Rebmann: Das darf nicht sein.]]“

Dachs zufolge wird die Sammlung „[[Jürgen Dachs: an diesem Wochenende geschlossen]]“.`,
  `Die Bücherei am Hang hat wieder nachts geöffnet. Leiterin Greta Pansch erklärte den Grund.

„[[Greta Pansch: Zwei Jahre lang haben uns Studenten darum gebeten]]“, so Pansch.

Der Wachmann Stefan Brunn gab zu: „[[Stefan Brunn: Nachts ist es hier stiller als im Wald.]]“

Laut Brunn kommen „[[Stefan Brunn: vor allem angehende Ärzte]]“.

„[[Greta Pansch: Bücher schlafen nicht]]“, lachte die Leiterin.

Der Student Daniel Huck ergänzte, zu Hause könne man sich „[[Daniel Huck: wegen der Nachbarn nicht sammeln]]“.`,
];
