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
  `Il traghetto per l’isola di Gorra non partirà più prima dell’alba. Lo ha deciso martedì sera il consiglio d’amministrazione della compagnia, tra le proteste dei pendolari.

«[[Livia Marangon: Non possiamo navigare al buio con un solo ufficiale a bordo]]», ha dichiarato la presidente della compagnia, Livia Marangon, al termine di una riunione durata cinque ore. «[[Livia Marangon: Se succede qualcosa, la colpa è mia]]».

Marangon ha poi precisato che la misura resterà in vigore «[[Livia Marangon: almeno fino a settembre]]».

Diversa l’opinione di Ettore Basso, che ogni mattina attraversa lo stretto con il suo furgone. «[[Ettore Basso: Il mio pane deve arrivare caldo, non a mezzogiorno]]», protesta il fornaio.

Anche sua moglie, Carla Venier, è furiosa: «[[Carla Venier: Ci avevano promesso due corse in più e ce ne tolgono una]]».

Il sindaco di Gorra, Umberto Salis, ha scritto una lettera alla regione. «[[?: Senza traghetto l’isola muore]]», vi si legge. In un’intervista Salis ha definito la decisione «[[Umberto Salis: un regalo a chi vuole svuotare le nostre case]]».

«[[Bruno Tedeschi: Nessuno vuole svuotare niente]]», replica a distanza l’assessore regionale ai trasporti Bruno Tedeschi. «[[Bruno Tedeschi: Abbiamo offerto alla compagnia altri due ufficiali]]», sostiene, «[[Bruno Tedeschi: ma non ci ha ancora risposto]]».

La risposta di Marangon non si è fatta attendere: «[[Livia Marangon: Gli ufficiali offerti dalla regione non hanno la patente per le nostre navi]]».

Secondo il sindacato dei marittimi, «[[il sindacato: il problema è vecchio di vent’anni]]». A dirlo è la segretaria Marina Orrù, che lavora sui traghetti dal 1998. «[[Marina Orrù: Di notte siamo in tre su una nave di cento metri]]», racconta Orrù.

Tra i passeggeri c’è chi prova a ridere. «[[Gino Ferrua: Imparerò a nuotare]]», scherza Gino Ferrua, studente di vent’anni. E aggiunge: «[[Gino Ferrua: Tanto l’esame è a giugno]]».

«[[Gino Ferrua: Lei ha mai perso una nave?]]», chiede al cronista.

Per la preside del liceo, Teresa Lunardi, il nuovo orario è «[[Teresa Lunardi: un problema serio per novanta ragazzi]]». La preside ha annunciato che le lezioni cominceranno più tardi: «[[Teresa Lunardi: Alle nove e mezza, se il mare lo permette]]».

«[[Umberto Salis: Faremo ricorso]]», ha concluso il sindaco.

Carla Venier non ha dubbi: «[[Carla Venier: A settembre saremo ancora qui a discutere]]».`,
];
