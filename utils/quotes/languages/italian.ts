import type { LanguageData } from './language.ts';

export const italian: LanguageData = {
  code: 'it',
  cueVerbs: `detto dice dicono disse diceva dichiarato dichiara affermato afferma affermò spiegato spiega spiegò aggiunto aggiunge
aggiunse sottolineato sottolinea scritto scrive scrisse assicurato assicura ricordato ricorda commentato commenta osservato osserva
sostenuto sostiene ribadito ribadisce avvertito avverte risposto risponde rispose chiesto chiede raccontato racconta raccontò
annunciato annuncia ammesso ammette concluso conclude precisato precisa riferito riferisce denunciato denuncia replicato replica
attaccato attacca confermato conferma promesso promette confessato confessa esclamato esclama evidenziato evidenzia insistito
insiste continuato prosegue proseguito dichiarò notato nota`,
  phraseVerbs: 'definito definisce parlato parla chiamato chiama descritto accusato',
  sourcePhrases: 'secondo per a_detta_di stando_a',
  auxiliaries:
    'è sono era erano ha hanno aveva avevano ho abbiamo sarà fu furono stato stata essere avere può deve va',
  determiners:
    'il lo la i gli le un uno una questo questa questi queste ogni due tre alcuni alcune molti del della dei delle al alla dal dalla nel nella sul sulla l',
  possessives: 'suo sua suoi sue loro nostro nostra mio mia',
  he: 'lui egli',
  she: 'lei ella',
  they: 'loro essi',
  otherPronouns: 'io noi qualcuno nessuno',
  objectPronouns: 'gli ci si mi ti vi ne lo',
  relatives: 'che cui chi quale dove quando come cosa',
  prepositions:
    'di d a da in con su per tra fra contro senza dopo prima durante verso presso secondo sotto sopra',
  conjunctions: 'e ed o ma però se quando mentre perché anche',
  adverbs:
    'non più già ancora sempre mai oggi ieri domani poi inoltre infine così qui lì molto solo invece ora',
  otherVerbs: 'fa fanno fece viene venne resta vuole volle mette vede sa',
  complementisers: 'che',
  timeNames:
    'lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  titles: `presidente presidentessa premier ministro ministra senatore senatrice deputato deputata sindaco sindaca governatore
governatrice direttore direttrice generale professore professoressa dottor dottoressa dott signor signora papa re regina portavoce
segretario segretaria assessore assessora giudice procuratore avvocato avvocata leader economista storico storica ricercatore
ricercatrice allenatore allenatrice cancelliere`,
  titlesHe: 'ministro senatore deputato sindaco direttore signor re papa professore dottor',
  titlesShe: 'ministra senatrice deputata sindaca direttrice signora regina professoressa dottoressa',
  personNouns: `uomo donna vicino vicina madre padre agricoltore medico infermiera maestro maestra titolare responsabile dirigente
attivista testimone testimoni autore autrice candidato candidata esperto esperta fonte fonti ragazzo ragazza imprenditore
imprenditrice abitante`,
  groupNouns:
    'governo polizia partito comune ministero azienda sindacato opposizione associazione commissione procura',
  documentNouns: 'comunicato lettera rapporto testo messaggio nota',
  bodyNouns: 'università ministero partito istituto banca',
  workNouns: 'libro romanzo film canzone serie album opera programma titolo',
  nameParticles: 'de di del della la lo da',
  abbreviations: 'sig dott prof on ecc',
  elisions: 'l d un dell all dall nell sull quest quell c s m t n',
};
