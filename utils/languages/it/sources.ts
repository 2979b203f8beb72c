import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that introduce a source. */
export const sources: SourceWords = {
  sourcePhrases: [
    'secondo quanto riferito da', 'secondo quanto dichiarato da', 'secondo quanto affermato da',
    'secondo quanto spiegato da', 'secondo quanto riportato da', 'stando alle parole di',
    'stando alle dichiarazioni di', 'secondo le parole di', 'con le parole di', 'secondo quanto riferisce',
    'secondo quanto scrive', 'nell opinione di', 'ad avviso di', 'a dire di', 'a suo avviso',
    'a suo giudizio', 'a suo parere', 'agli occhi di', 'a detta di', 'a giudizio di', 'a parere di',
    'nelle parole di', 'a suo dire', 'a sentire', 'stando a', 'secondo lui', 'secondo lei', 'secondo', 'per',
  ],
};
