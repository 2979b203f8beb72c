import type { BoilerplateBook } from '../boilerplate-book.ts';

/** What sites in German print around an article. */
export const boilerplate: BoilerplateBook = {
  endHeadings: [
    'ähnliche (?:artikel|beiträge)',
    'auch interessant',
    'das (?:könnte|konnte).*',
    'kommentare?(?: .*)?',
    'lesen sie auch.*',
    'mehr (?:zum thema|aus|von|über|uber|artikel|news).*',
    'meistgelesen.*',
    'passend dazu',
    'schlagwort\\w*',
    'schreibe? einen kommentar.*',
    'teilen',
    'themen',
    'über den autor.*',
    'verwandte .*',
    'weitere (?:artikel|themen|nachrichten|meldungen|beitrage|beiträge|infos|informationen).*',
    'zum thema',
  ],
  pointers: [
    'auch interessant',
    'hier lesen',
    'lesen sie (?:auch|hier|mehr)',
    'lies auch',
    'mehr(?: dazu| zum thema| lesen)?',
    'siehe auch',
  ],
  walls: [
    'jetzt (?:weiterlesen|freischalten|abonnieren)',
    'mit .{2,20}\\+? (?:lesen|weiterlesen)',
    'um weiterzulesen',
    'weiterlesen mit',
  ],
  credits: [
    '\\b(?:arbeitet|schreibt|ist) (?:als|für|seit|redakteur\\w*|freie\\w*|autor\\w*|journalist\\w*)\\b.{0,200}$',
  ],
};
