import type { BoilerplateBook } from '../boilerplate-book.ts';

/** Boilerplate around articles on sites in Spanish. */
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
  notices: [
    '(?:inicia sesión|regístrate|identifícate) para (?:votar|comentar|reaccionar|guardar|seguir)\\b',
    'artículo (?:guardado|añadido a tus?)\\b',
    'est[ea] (?:artículo|resumen|traducción) .{0,30}\\b(?:generad|redactad|traducid|cread|elaborad)[oa]\\b.{0,30}\\b(?:IA|inteligencia artificial|automáticamente)\\b',
    'para ver este contenido\\b',
  ],
  credits: [
    '^\\W*(?:traducción (?:de|por)|traducido (?:del|por))(?: [^\\s,;]+){1,4}$',
    '^\\W*con información de (?:la )?(?:afp|ap|efe|reuters|ansa|dpa|europa press|agencias?)(?:(?:,| y) \\S+){0,3}\\W*$',
  ],
};
