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
  `Dopo dieci anni la regista Ines Alberti torna a teatro.

«[[Ines Alberti: Non ho riconosciuto il palco]]», confessa Alberti.

Suo marito, l’attore Bernardo Pomari, scherza: «[[Bernardo Pomari: Il palco però ha riconosciuto te]]».

«[[Ines Alberti: Cominciamo con una commedia]]», dice lei.

La direttrice del teatro, Nora Falconi, ha confermato che i biglietti sono andati via «[[Nora Falconi: in una sola mattina]]».

«[[Nora Falconi: La fila arrivava fino al mercato!]]», ha esclamato la direttrice.

Per Bernardo Pomari «[[Bernardo Pomari: le prove durano fino a mezzanotte]]».

«[[Ines Alberti: Il pubblico è stanco del buio]]», sospira Ines Alberti. «[[Ines Alberti: Vuole ridere]]».`,
  `I pescatori di Ellera chiedono un incontro con il governo. La ministra dell’Economia Clara Vossi è arrivata al porto.

"[[Clara Vossi: Il porto non sarà venduto]]", ha assicurato Vossi.

Il presidente del sindacato, Emilio Sandri, avverte: «[[Emilio Sandri: Se in una settimana non cambia niente, bloccheremo il canale]]».

«[[Emilio Sandri: Ci nutrono di promesse e non di pesce]]», ha protestato Sandri.

«[[Clara Vossi: Capisco la vostra rabbia]]», ha ammesso la ministra.

A detta di Sandri, «[[Emilio Sandri: è già troppo tardi per parlare]]».

Vossi ha promesso «[[Clara Vossi: una discussione tranquilla con tutti]]».`,
  `L’ospedale di Valverde aspetta da sei mesi una nuova macchina. La primaria Rosa Climenti ne ha parlato con gli abitanti.

«[[Rosa Climenti: Le nostre macchine sono più vecchie degli specializzandi]]», ha osservato Climenti.

«[[Paolo Stefanini: I soldi ci sono, manca la firma]]», ha replicato il vicepresidente della provincia, Paolo Stefanini.

Secondo Stefanini le carte saranno «[[Paolo Stefanini: firmate nel corso del mese]]».

«[[Rosa Climenti: I pazienti non hanno un mese!]]», gli ha risposto la dottoressa Climenti.

Il volontario Giulio Tassi ha definito la situazione «[[Giulio Tassi: una vergogna per tutta la provincia]]».

“[[Sofia Rebora: Mia madre l’hanno portata a cento chilometri]]”, racconta la studentessa Sofia Rebora.

«[[Giulio Tassi: La raccolta]]», aggiunge Giulio Tassi, «[[Giulio Tassi: si chiude questo fine settimana]]».`,
  `La biblioteca della Costa riapre di notte. La direttrice Olga Pancheri ha spiegato perché.

«[[Olga Pancheri: Gli studenti lo chiedevano da due anni]]», ha raccontato.

Il custode Stefano Fontana ha confessato: «[[Stefano Fontana: Di notte qui è più tranquillo che nel bosco]]».

Secondo Fontana, «[[Stefano Fontana: vengono soprattutto medici]]».

«[[Olga Pancheri: I libri non dormono]]», ride la direttrice.

Lo studente Daniele Ucci ha aggiunto che a casa «[[Daniele Ucci: non ci si concentra per colpa dei vicini]]».`,
];
