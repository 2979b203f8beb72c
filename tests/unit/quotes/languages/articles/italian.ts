/** Invented articles; how quotes are written in them is in `read-article.ts`. */
export const italianArticles: readonly string[] = [
  `Il vecchio ponte di Ellera resterà chiuso per tutta l’estate. Lo ha annunciato lunedì la sindaca Marta Lindani.

«[[Marta Lindani: I piloni reggono per abitudine]]», ha detto Lindani dopo il consiglio comunale.

Secondo Lindani la riparazione costerà «[[Marta Lindani: il doppio del previsto]]».

L’ingegnere Tommaso Bergamin non è d’accordo. «[[Tommaso Bergamin: Il ponte reggerà altri dieci anni]]», ha affermato.

«[[Tommaso Bergamin: Abbiamo controllato ogni trave]]», ha aggiunto Bergamin, «[[Tommaso Bergamin: e non abbiamo trovato nulla]]».

La portavoce della polizia, Petra Olmi, ha spiegato che la deviazione sarà «[[Petra Olmi: pronta da lunedì mattina]]».

“[[Anna Sorella: Passiamo di qui per andare a scuola]]”, racconta un’abitante, Anna Sorella. “[[Anna Sorella: Non c’è un’altra strada]]”.

«[[Giona Vicari: Perché lo sappiamo solo adesso?]]», ha chiesto il consigliere Giona Vicari.

«[[Marta Lindani: Perché prima non c’era una perizia]]», gli ha risposto la sindaca.

Il romanzo «Il ponte nella nebbia» è ambientato nello stesso luogo.`,
];
