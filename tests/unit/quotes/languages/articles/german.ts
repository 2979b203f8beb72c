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
];
