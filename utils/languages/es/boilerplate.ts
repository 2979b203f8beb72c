import type { BoilerplateBook } from '../boilerplate-book.ts';

/** What sites in Spanish print around an article. */
export const boilerplate: BoilerplateBook = {
  endHeadings: [
    'archivado en',
    'artículos relacionados',
    'comentarios?(?: .*)?',
    'compartir.*',
    'deja (?:un|una) (?:comentario|respuesta).*',
    'etiquetas',
    'lee también.*',
    'leer también.*',
    'lo más (?:leído|visto).*',
    'más (?:noticias|información|sobre|en).*',
    'noticias relacionadas',
    'relacionad\\w+',
    'te puede interesar.*',
    'te recomendamos.*',
    'temas',
    'ver también',
  ],
  pointers: [
    '(?:también )?le puede interesar',
    'además',
    'lea también',
    'lee(?:r)?(?: también| más| además)?',
    'mire también',
    'te puede interesar',
    'te recomendamos',
    'vea también',
    'ver también',
  ],
  walls: ['contenido exclusivo', 'para (?:seguir|continuar) leyendo', 'solo para suscriptores'],
};
