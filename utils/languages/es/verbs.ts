import type { VerbWords } from '../quoting-words.ts';

/** Verbs: those that report speech, in every form that stands with a speaker, and those that must not be taken for such. */
export const verbs: VerbWords = {
  cueVerbs: [
    'admite', 'admitió', 'advierte', 'advirtió', 'afirma', 'afirmaron', 'afirmó', 'agrega', 'agregaba',
    'agregó', 'anuncia', 'anunció', 'añade', 'añadía', 'añadió', 'apostilla', 'apostilló', 'apunta',
    'apuntaba', 'apuntó', 'argumenta', 'argumentó', 'asegura', 'aseguraron', 'aseguró', 'asevera', 'aseveró',
    'bromea', 'bromeó', 'celebra', 'celebró', 'comenta', 'comentaba', 'comentó', 'concluye', 'concluyó',
    'confesó', 'confiesa', 'confirma', 'confirmó', 'considera', 'consideró', 'contaba', 'contestó', 'contó',
    'critica', 'criticó', 'cuenta', 'cuestiona', 'cuestionó', 'decía', 'declara', 'declaró', 'defendió',
    'denuncia', 'denunció', 'destaca', 'destacaba', 'destacó', 'detalla', 'detalló', 'dice', 'dicen', 'dicho',
    'dijeron', 'dijo', 'echa', 'echó', 'escribe', 'escribió', 'espeta', 'espetó', 'exclama', 'exclamó',
    'exigió', 'explica', 'explicaba', 'explicaron', 'explicó', 'expresa', 'expresó', 'grita', 'gritó',
    'indica', 'indicó', 'informa', 'informó', 'insiste', 'insistía', 'insistió', 'ironiza', 'ironizó',
    'lamenta', 'lamentaba', 'lamentó', 'manifesta', 'manifestó', 'manifiesta', 'matiza', 'matizó', 'opina',
    'opinaba', 'opinó', 'pide', 'pidió', 'precisa', 'precisó', 'pregunta', 'preguntó', 'promete', 'prometió',
    'protesta', 'protestó', 'puntualiza', 'puntualizó', 'recalca', 'recalcó', 'reclama', 'reclamó',
    'reconoce', 'reconoció', 'recordó', 'recuerda', 'reitera', 'reiteró', 'relata', 'relató', 'remarcó',
    'replica', 'replicó', 'resaltó', 'responde', 'respondía', 'respondió', 'resume', 'resumió', 'revela',
    'reveló', 'ríe', 'rió', 'sentencia', 'sentenció', 'señala', 'señalaba', 'señaló', 'sonríe', 'sonrió',
    'sostenía', 'sostiene', 'sostuvo', 'subraya', 'subrayaba', 'subrayó', 'sugería', 'sugiere', 'sugirió',
    'suspira', 'suspiró', 'tuiteó', 'valora', 'valoró', 'zanja', 'zanjó',
  ],
  phraseVerbs: ['acusó', 'califica', 'calificó', 'definió', 'describió', 'habló', 'llamó', 'tachó'],
  auxiliaries: [
    'debe', 'era', 'eran', 'es', 'está', 'estaba', 'están', 'fue', 'fueron', 'ha', 'había', 'habían', 'han',
    'he', 'hemos', 'puede', 'ser', 'será', 'sido', 'son', 'va',
  ],
  otherVerbs: [
    'dejó', 'hace', 'hacen', 'hizo', 'llegó', 'puso', 'quedó', 'quiere', 'quiso', 'sabe', 'tiene', 'tienen',
    'tuvo', 've', 'viene', 'vino',
  ],
  pluralEndings: ['an', 'ron'],
};
