import type { VerbWords } from '../quoting-words.ts';

/** Verbs: those that report speech, in every form that stands with a speaker, and those that must not be taken for such. */
export const verbs: VerbWords = {
  cueVerbs: [
    'accusa', 'accusato', 'afferma', 'affermato', 'affermò', 'aggiunge', 'aggiungeva', 'aggiunse', 'aggiunto',
    'ammesso', 'ammette', 'ammetteva', 'ammonisce', 'ammonito', 'annuncia', 'annunciato', 'argomenta',
    'argomentato', 'assicura', 'assicurato', 'assicurava', 'attacca', 'attaccato', 'auspica', 'auspicato',
    'avverte', 'avvertito', 'chiede', 'chiesto', 'chiosa', 'chiosato', 'commenta', 'commentato', 'conclude',
    'concludeva', 'concluso', 'conferma', 'confermato', 'confessa', 'confessato', 'contesta', 'contestato',
    'continuato', 'denuncia', 'denunciato', 'detto', 'dice', 'diceva', 'dichiara', 'dichiarato', 'dichiarava',
    'dichiarò', 'dicono', 'disse', 'esclama', 'esclamato', 'evidenzia', 'evidenziato', 'grida', 'gridato',
    'insiste', 'insistito', 'ironizza', 'ironizzato', 'lamenta', 'lamentato', 'lamentava', 'nota', 'notato',
    'osserva', 'osservato', 'precisa', 'precisato', 'promesso', 'promette', 'prosegue', 'proseguito',
    'protesta', 'protestato', 'puntualizza', 'puntualizzato', 'racconta', 'raccontato', 'raccontava',
    'raccontò', 'replica', 'replicato', 'ribadisce', 'ribadito', 'riconosce', 'riconosciuto', 'ricorda',
    'ricordato', 'ricordava', 'riferisce', 'riferito', 'rileva', 'rilevato', 'rimarca', 'rimarcato',
    'risponde', 'rispondeva', 'rispose', 'risposto', 'rivela', 'rivelato', 'sbotta', 'sbottato', 'scherza',
    'scherzato', 'scrisse', 'scritto', 'scrive', 'segnala', 'segnalato', 'sospira', 'sospirato', 'sostenuto',
    'sostiene', 'sottolinea', 'sottolineato', 'spiega', 'spiegano', 'spiegato', 'spiegò', 'tuona', 'tuonato',
    'urla', 'urlato',
  ],
  phraseVerbs: ['accusato', 'chiama', 'chiamato', 'definisce', 'definito', 'descritto', 'parla', 'parlato'],
  auxiliaries: [
    'abbiamo', 'avere', 'aveva', 'avevano', 'deve', 'è', 'era', 'erano', 'essere', 'fu', 'furono', 'ha',
    'hanno', 'ho', 'può', 'sarà', 'sono', 'stata', 'stato', 'va',
  ],
  otherVerbs: ['fa', 'fanno', 'fece', 'mette', 'resta', 'sa', 'vede', 'venne', 'viene', 'volle', 'vuole'],
  pluralEndings: ['no'],
};
