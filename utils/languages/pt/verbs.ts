import type { VerbWords } from '../quoting-words.ts';

/** Verbs: those that report speech, in every form that stands with a speaker, and those that must not be taken for such. */
export const verbs: VerbWords = {
  cueVerbs: [
    'acrescenta', 'acrescentava', 'acrescentou', 'adianta', 'adiantou', 'admite', 'admitia', 'admitiu',
    'afirma', 'afirmaram', 'afirmou', 'alerta', 'alertou', 'anuncia', 'anunciou', 'aponta', 'apontou',
    'argumenta', 'argumentou', 'assinala', 'assinalou', 'atirou', 'avança', 'avançou', 'avisa', 'avisou',
    'brinca', 'brincou', 'celebra', 'celebrou', 'comenta', 'comentava', 'comentou', 'completou', 'conclui',
    'concluiu', 'confessa', 'confessou', 'confirma', 'confirmou', 'considera', 'considerou', 'conta',
    'contava', 'contou', 'critica', 'criticou', 'declara', 'declarava', 'declarou', 'defende', 'defendeu',
    'defendia', 'denunciou', 'destaca', 'destacou', 'detalha', 'detalhou', 'disse', 'disseram', 'dito', 'diz',
    'dizem', 'dizia', 'enfatiza', 'enfatizou', 'esclarece', 'esclareceu', 'escreve', 'escreveu', 'exclama',
    'exclamou', 'explica', 'explicava', 'explicou', 'frisa', 'frisou', 'garante', 'garantiu', 'grita',
    'gritou', 'informa', 'informou', 'insiste', 'insistiu', 'ironiza', 'ironizou', 'lamenta', 'lamentava',
    'lamentou', 'lembra', 'lembrou', 'manifesta', 'manifestou', 'observa', 'observou', 'opina', 'opinou',
    'pergunta', 'perguntou', 'pondera', 'ponderou', 'pontua', 'pontuou', 'promete', 'prometeu', 'protesta',
    'protestou', 'realça', 'realçou', 'rebate', 'rebateu', 'reclama', 'reclamou', 'reconhece', 'reconheceu',
    'reconhecia', 'recorda', 'recordou', 'refere', 'referiu', 'reitera', 'reiterou', 'relata', 'relatava',
    'relatou', 'replica', 'replicou', 'responde', 'respondeu', 'respondia', 'ressalta', 'ressaltou', 'resume',
    'resumiu', 'revela', 'revelou', 'ri', 'riu', 'salienta', 'salientou', 'sorri', 'sorriu', 'sublinha',
    'sublinhou', 'sugere', 'sugeriu', 'suspira', 'suspirou', 'sustenta', 'sustentava', 'sustentou',
  ],
  phraseVerbs: ['acusou', 'apelidou', 'chamou', 'classificou', 'descreveu', 'falou'],
  auxiliaries: [
    'deve', 'é', 'era', 'eram', 'está', 'estão', 'estava', 'foi', 'foram', 'há', 'pode', 'são', 'ser', 'será',
    'sido', 'tem', 'têm', 'ter', 'tinha', 'tinham', 'vai',
  ],
  otherVerbs: [
    'chegou', 'deixou', 'faz', 'fazem', 'fez', 'ficou', 'pôs', 'quer', 'quis', 'sabe', 'vê', 'veio',
  ],
  pluralEndings: ['am', 'em', 'ram'],
};
