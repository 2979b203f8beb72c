import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that introduce a source. */
export const sources: SourceWords = {
  sourcePhrases: [
    'nach den worten des', 'nach den worten der', 'in den worten des', 'in den worten der',
    'in den augen von', 'in den augen des', 'in den augen der', 'nach den worten von', 'in den worten von',
    'nach ansicht des', 'nach ansicht der', 'nach meinung des', 'nach meinung der', 'nach aussage des',
    'nach aussage der', 'nach aussagen von', 'nach aussagen des', 'nach aussagen der', 'nach auffassung von',
    'nach auffassung des', 'nach auffassung der', 'nach einschätzung von', 'nach einschätzung des',
    'nach einschätzung der', 'nach überzeugung von', 'nach überzeugung des', 'nach überzeugung der',
    'nach darstellung von', 'nach darstellung des', 'nach darstellung der', 'nach eigenen angaben',
    'nach eigenen worten', 'aus sicht des', 'aus sicht der', 'nach seiner ansicht', 'nach ihrer ansicht',
    'nach seiner meinung', 'nach ihrer meinung', 'nach seiner einschätzung', 'nach ihrer einschätzung',
    'nach seiner überzeugung', 'nach ihrer überzeugung', 'aus seiner sicht', 'aus ihrer sicht',
    'seiner ansicht nach', 'ihrer ansicht nach', 'seinen angaben zufolge', 'ihren angaben zufolge',
    'seinen worten zufolge', 'ihren worten zufolge', 'unter berufung auf', 'unter verweis auf',
    'nach angaben von', 'nach angaben des', 'nach angaben der', 'nach ansicht von', 'nach meinung von',
    'nach aussage von', 'den angaben zufolge', 'aus sicht von', 'nach seinen worten', 'nach ihren worten',
    'nach seinen angaben', 'nach ihren angaben', 'seiner meinung nach', 'ihrer meinung nach', 'laut ihm',
    'laut ihr', 'so', 'laut', 'wie',
  ],
};
