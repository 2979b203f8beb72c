import type { ThingWords } from '../quoting-words.ts';

/** Words for what is no person: documents, works, bodies, days and months; and short forms. */
export const things: ThingWords = {
  documentNouns: ['carta', 'comunicado', 'informe', 'mensaje', 'nota', 'texto'],
  workNouns: [
    'álbum', 'artículo', 'canción', 'cuadro', 'denominada', 'denominado', 'documental', 'espectáculo',
    'libro', 'llamada', 'llamado', 'novela', 'obra', 'ópera', 'película', 'periódico', 'pódcast', 'poema',
    'programa', 'revista', 'serie', 'titulada', 'titulado', 'título',
  ],
  bodyNouns: ['banco', 'instituto', 'ministerio', 'partido', 'universidad'],
  timeNames: [
    'abril', 'agosto', 'diciembre', 'domingo', 'enero', 'febrero', 'jueves', 'julio', 'junio', 'lunes',
    'martes', 'marzo', 'mayo', 'miércoles', 'noviembre', 'octubre', 'sábado', 'septiembre', 'viernes',
  ],
  abbreviations: ['dr', 'dra', 'ee', 'etc', 'núm', 'sr', 'sra', 'uu'],
};
