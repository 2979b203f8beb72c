import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that say where words come from. */
export const sources: SourceWords = {
  sourcePhrases: [
    'med henvisning til', 'etter hans mening', 'etter hennes mening', 'etter hans syn', 'etter hennes syn',
    'i følge', 'etter det', 'ifølge ham', 'ifølge henne', 'ifølge han', 'ifølge dem', 'i følgje', 'ifølge',
    'ifølgje',
  ],
  impersonals: [
    'ble det ropt', 'ble det sagt', 'blir det sagt', 'det ble ropt', 'det ble sagt', 'det blir sagt',
    'det hviskes', 'det hørtes', 'det ropes', 'det sies', 'det vart sagt', 'hørte man', 'hørtes det',
    'man hørte', 'man ropte', 'man sa', 'man sier', 'sies det', 'vart det sagt',
  ],
  hearsay: [
    'ble det opplyst', 'blir det meldt', 'blir det opplyst', 'framgår det', 'fremgår det', 'går det fram',
    'går det frem', 'heiter det', 'het det', 'heter det', 'kan man lese', 'kunne man lese', 'leser man',
    'meldes det', 'opplyses det', 'skrives det', 'sto det', 'stod det', 'står det', 'står det å lese',
  ],
};
