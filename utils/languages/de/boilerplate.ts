import type { BoilerplateBook } from '../boilerplate-book.ts';

export const boilerplate: BoilerplateBook = {
  endHeadings: [
    'das (?:könnte|konnte).*|mehr (?:zum thema|aus|von|über|uber|artikel|news).*|auch interessant|weitere (?:artikel|themen|nachrichten|meldungen|beitrage|beiträge|infos|informationen).*|ähnliche (?:artikel|beiträge)|kommentare?(?: .*)?|meistgelesen.*|lesen sie auch.*|zum thema|themen|schlagwort\\w*|schreibe? einen kommentar.*|über den autor.*|verwandte .*|passend dazu|teilen',
  ],
  pointers: [
    'mehr(?: dazu| zum thema| lesen)?|lesen sie (?:auch|hier|mehr)|lies auch|siehe auch|auch interessant|hier lesen',
  ],
  walls: [
    'um weiterzulesen|weiterlesen mit|jetzt (?:weiterlesen|freischalten|abonnieren)|mit .{2,20}\\+? (?:lesen|weiterlesen)',
  ],
  credits: [
    '\\b(?:arbeitet|schreibt|ist) (?:als|für|seit|redakteur\\w*|freie\\w*|autor\\w*|journalist\\w*)\\b.{0,200}$',
  ],
};
