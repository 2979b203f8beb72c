import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that say where words come from. */
export const sources: SourceWords = {
  sourcePhrases: [
    'med henvisning til', 'efter hans mening', 'efter hendes mening', 'efter hans opfattelse',
    'efter hendes opfattelse', 'i følge', 'ifølge ham', 'ifølge hende', 'ifølge dem', 'ifølge',
  ],
  impersonals: [
    'blev det sagt', 'der blev råbt', 'der kunne høres', 'der lød', 'der råbes', 'det blev sagt',
    'det hviskes', 'det lød', 'det siges', 'hørte man', 'man hørte', 'man råbte', 'man sagde', 'man siger',
    'siges det',
  ],
  hearsay: [
    'fremgår det', 'hed det', 'hedder det', 'kan man læse', 'kunne man læse', 'lyder det', 'læser man',
    'lød det', 'meldes det', 'oplyses det', 'skrives der', 'skrives det', 'stod der', 'står der',
    'står det skrevet',
  ],
};
