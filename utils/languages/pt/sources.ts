import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that introduce a source. */
export const sources: SourceWords = {
  sourcePhrases: [
    'de acordo com ele', 'de acordo com ela', 'no dizer de', 'na avaliação de', 'na visão de',
    'no entendimento de', 'aos olhos de', 'a acreditar em', 'na perspetiva de', 'na perspectiva de',
    'na ótica de', 'no parecer de', 'em sua opinião', 'na sua opinião', 'no seu entender',
    'na avaliação dele', 'na avaliação dela', 'na visão dele', 'na visão dela', 'de acordo com',
    'nas palavras de', 'na opinião de', 'no entender de', 'na opinião dele', 'na opinião dela',
    'segundo disse', 'segundo afirmou', 'segundo explicou', 'conforme disse', 'conforme explicou',
    'conforme afirmou', 'segundo ele', 'segundo ela', 'segundo', 'para',
  ],
};
