import type { ThingWords } from '../quoting-words.ts';

/** Words for what is no person: documents, works, bodies, days and months; and short forms. */
export const things: ThingWords = {
  documentNouns: ['carta', 'comunicado', 'mensagem', 'nota', 'relatório', 'texto'],
  workNouns: [
    'álbum', 'artigo', 'canção', 'chamada', 'chamado', 'documentário', 'espetáculo', 'filme', 'intitulada',
    'intitulado', 'jornal', 'livro', 'ópera', 'peça', 'podcast', 'poema', 'programa', 'quadro', 'revista',
    'romance', 'série', 'título',
  ],
  bodyNouns: ['banco', 'instituto', 'ministério', 'partido', 'universidade'],
  timeNames: [
    'abril', 'agosto', 'dezembro', 'domingo', 'fevereiro', 'janeiro', 'julho', 'junho', 'maio', 'março',
    'novembro', 'outubro', 'quarta-feira', 'quinta-feira', 'sábado', 'segunda-feira', 'setembro',
    'sexta-feira', 'terça-feira',
  ],
  abbreviations: ['dr', 'dra', 'etc', 'sr', 'sra'],
};
