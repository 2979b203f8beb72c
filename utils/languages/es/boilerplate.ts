import type { BoilerplateBook } from '../boilerplate-book.ts';

export const boilerplate: BoilerplateBook = {
  endHeadings: [
    'relacionad\\w+|noticias relacionadas|artículos relacionados|te puede interesar.*|te recomendamos.*|más (?:noticias|información|sobre|en).*|comentarios?(?: .*)?|lo más (?:leído|visto).*|lee también.*|leer también.*|ver también|compartir.*|deja (?:un|una) (?:comentario|respuesta).*|etiquetas|temas|archivado en',
  ],
  pointers: [
    '(?:también )?le puede interesar|lea también|vea también|mire también|te recomendamos|lee(?:r)?(?: también| más| además)?|te puede interesar|ver también|además',
  ],
  walls: ['para (?:seguir|continuar) leyendo|contenido exclusivo|solo para suscriptores'],
};
