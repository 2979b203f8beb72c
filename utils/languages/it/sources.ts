import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that say where words come from. */
export const sources: SourceWords = {
  sourcePhrases: [
    'secondo quanto riferito da', 'secondo quanto dichiarato da', 'secondo quanto affermato da',
    'secondo quanto spiegato da', 'secondo quanto riportato da', 'stando alle parole di',
    'stando alle dichiarazioni di', 'secondo le parole di', 'con le parole di', 'secondo quanto riferisce',
    'secondo quanto scrive', 'nell opinione di', 'ad avviso di', 'a dire di', 'a suo avviso',
    'a suo giudizio', 'a suo parere', 'agli occhi di', 'a detta di', 'a giudizio di', 'a parere di',
    'nelle parole di', 'a suo dire', 'a sentire', 'stando a', 'secondo lui', 'secondo lei', 'secondo', 'per',
  ],
  impersonals: [
    'si cantava', 'si dice', 'si diceva', 'si è sentito', 'si è udito', 'si grida', 'si gridava',
    'si mormora', 'si mormorava', 'si ode', 'si poteva sentire', 'si potevano sentire', 'si racconta',
    'si raccontava', 'si sente', 'si sentì', 'si sentirono', 'si sentiva', 'si sentivano', 'si sono sentiti',
    'si sussurra', 'si udì', 'si udirono', 'si udiva', 'si udivano', 'si urlava', 'si vocifera',
  ],
  speechNouns: [
    'accusa', 'accuse', 'ammissione', 'analisi', 'annuncio', 'appello', 'avvertimento', 'commenti',
    'commento', 'confessione', 'confidenza', 'critica', 'denuncia', 'dichiarazione', 'dichiarazioni',
    'domanda', 'giudizio', 'grido', 'invito', 'lamento', 'messaggio', 'monito', 'opinione', 'osservazione',
    'parere', 'parole', 'pensiero', 'promessa', 'provocazione', 'racconti', 'racconto', 'reazione',
    'replica', 'richiesta', 'ricordo', 'risposta', 'sfogo', 'spiegazione', 'testimonianza', 'testimonianze',
    'urla', 'urlo', 'verità', 'versione',
  ],
  hearsay: ['si legge', 'si leggeva', 'si poteva leggere', 'si può leggere'],
};
