import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that say where words come from. */
export const sources: SourceWords = {
  sourcePhrases: [
    'secondo', 'per', 'a detta di', 'stando a', 'a giudizio di', 'a parere di', 'nelle parole di',
    'secondo lui', 'secondo lei', 'a suo dire',
  ],
  impersonals: [
    'si diceva', 'si gridava', 'si mormorava', 'si ode', 'si poteva sentire', 'si potevano sentire',
    'si sente', 'si sentì', 'si sentirono', 'si sentiva', 'si sentivano', 'si udì', 'si udirono', 'si udiva',
    'si udivano',
  ],
  hearsay: ['si legge', 'si leggeva'],
};
