import type { ThingWords } from '../quoting-words.ts';

/** Abbreviations without their final full stop, which does not end a sentence. */
export const abbreviations: readonly string[] = [
  'art', 'av', 'cia', 'dr', 'dra', 'eng', 'etc', 'gen', 'ltda', 'núm', 'pág', 'prof', 'profa', 'séc', 'sr',
  'sra', 'sto', 'vs',
];

/** Words that do not mean people: documents, works, organisations, days and months; and abbreviations. */
export const things: ThingWords = {
  documentNouns: [
    'acórdão', 'análise', 'ata', 'boletim', 'carta', 'circular', 'comunicação', 'comunicado', 'declaração',
    'decreto', 'denúncia', 'despacho', 'documento', 'dossiê', 'e-mail', 'estatuto', 'estudo', 'inquérito',
    'laudo', 'manifesto', 'memorando', 'mensagem', 'mensagens', 'moção', 'nota', 'ofício', 'petição',
    'portaria', 'postagem', 'protocolo', 'publicação', 'queixa-crime', 'questionário', 'regulamento',
    'relatório', 'reportagem', 'requerimento', 'resolução', 'sentença', 'sondagem', 'testamento', 'texto',
    'tratado', 'tuíte', 'tweet', 'veredito',
  ],
  bodyNouns: [
    'academia', 'administração', 'agência', 'agrupamento', 'aliança', 'assembleia', 'associação',
    'autarquia', 'banco', 'câmara', 'centro', 'clube', 'colégio', 'coletivo', 'coligação', 'comando',
    'comissão', 'comité', 'comitê', 'companhia', 'confederação', 'congresso', 'conselho', 'consórcio',
    'cooperativa', 'corporação', 'defensoria', 'delegacia', 'departamento', 'diocese', 'direção',
    'diretoria', 'embaixada', 'empresa', 'entidade', 'escola', 'estado', 'exército', 'faculdade',
    'federação', 'fiscalia', 'fórum', 'fundação', 'gabinete', 'governo', 'grupo', 'hospital', 'igreja',
    'instituição', 'instituto', 'junta', 'liga', 'ministério', 'ministérios', 'movimento', 'museu',
    'observatório', 'ong', 'ordem', 'organização', 'parlamento', 'partido', 'polícia', 'prefeitura',
    'procuradoria', 'república', 'secretaria', 'senado', 'sindicato', 'sociedade', 'superintendência',
    'tribunal', 'união', 'universidade', 'vaticano',
  ],
  timeNames: [
    'abril', 'agosto', 'dezembro', 'domingo', 'fevereiro', 'janeiro', 'julho', 'junho', 'maio', 'março',
    'novembro', 'outubro', 'quarta-feira', 'quinta-feira', 'sábado', 'segunda-feira', 'setembro',
    'sexta-feira', 'terça-feira',
  ],
  abbreviations,
};
