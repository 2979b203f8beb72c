import type { BoilerplateBook } from '../boilerplate-book.ts';

/** Boilerplate around articles on sites in Portuguese. */
export const boilerplate: BoilerplateBook = {
  endHeadings: [
    'artigos relacionados',
    'comentários',
    'leia (?:também|mais).*',
    'mais lidas',
    'relacionadas',
    'veja também.*',
  ],
  pointers: ['leia (?:também|mais)', 'veja (?:também|mais)'],
  walls: ['exclusivo para assinantes', 'para continuar lendo'],
  notices: [
    '(?:faça login|entre|cadastre-se|inicie sessão) para (?:votar|comentar|reagir|salvar|guardar|seguir)\\b',
    'est[ea] (?:artigo|resumo|matéria|tradução) .{0,30}\\b(?:gerad|escrit|traduzid|criad)[oa]\\b.{0,30}\\b(?:IA|inteligência artificial|automaticamente)\\b',
  ],
  credits: [
    '^\\W*com (?:informações d[aeo]s? )?(?:agências?(?: internacionais)?|agência \\S+|reuters|afp|ap|efe|ansa)(?:(?:,| e) \\S+){0,3}\\W*$',
    '^\\W*tradução (?:de|por)(?: [^\\s,;]+){1,4}$',
  ],
};
