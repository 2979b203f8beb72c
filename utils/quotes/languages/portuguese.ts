import type { LanguageData } from './language.ts';

export const portuguese: LanguageData = {
  code: 'pt',
  cueVerbs: `disse diz dizem disseram dizia dito afirmou afirma afirmaram explicou explica acrescentou acrescenta declarou declara
garantiu garante sublinhou sublinha salientou salienta destacou destaca escreveu escreve contou conta avisou avisa alertou alerta
respondeu responde perguntou pergunta anunciou anuncia admitiu admite reconheceu reconhece lamentou lamenta criticou critica
defendeu defende reiterou reitera lembrou lembra recordou recorda considerou considera comentou comenta concluiu conclui prometeu
promete confessou confessa exclamou referiu refere realçou frisou frisa insistiu insiste completou ressaltou ressalta observou
observa informou informa argumentou argumenta denunciou relatou relata revelou revela atirou`,
  phraseVerbs: 'classificou chamou descreveu falou acusou apelidou',
  sourcePhrases: 'segundo de_acordo_com nas_palavras_de para',
  auxiliaries:
    'é são era eram tem têm tinha tinham foi foram será está estão estava sido ser ter pode deve vai há',
  determiners:
    'o a os as um uma uns umas este esta estes estas esse essa cada vários várias dois duas três alguns algumas muitos ao do da dos das no na nos nas pelo pela',
  possessives: 'seu sua seus suas nosso nossa meu minha dele dela',
  he: 'ele',
  she: 'ela',
  they: 'eles elas',
  otherPronouns: 'eu nós você alguém ninguém',
  objectPronouns: 'lhe lhes se me nos te',
  relatives: 'que quem qual onde quando como',
  prepositions: 'de a em com sem por para contra entre sobre desde até durante após perante sob segundo',
  conjunctions: 'e ou mas porém se quando enquanto porque pois embora',
  adverbs:
    'não também já mais muito sempre nunca ontem hoje amanhã depois ainda aqui ali assim agora então só apenas',
  otherVerbs: 'fez faz fazem quer quis chegou veio ficou deixou pôs vê sabe',
  complementisers: 'que',
  timeNames:
    'segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  titles: `presidente primeiro-ministro primeira-ministra ministro ministra senador senadora deputado deputada autarca prefeito prefeita
governador governadora diretor diretora general professor professora doutor doutora dr dra sr sra senhor senhora papa rei rainha
porta-voz secretário secretária juiz juíza procurador procuradora advogado advogada líder economista historiador historiadora
investigador investigadora treinador treinadora chanceler vereador vereadora`,
  titlesHe: 'ministro senador deputado prefeito diretor sr senhor rei papa',
  titlesShe: 'ministra senadora deputada prefeita diretora sra senhora rainha',
  personNouns: `homem mulher vizinho vizinha mãe pai agricultor agricultora médico médica enfermeira dono dona responsável dirigente
ativista testemunha testemunhas autor autora candidato candidata especialista fonte fontes jovem trabalhador trabalhadora empresário
empresária morador moradora`,
  groupNouns: 'governo polícia partido câmara ministério empresa sindicato oposição associação comissão',
  documentNouns: 'comunicado carta relatório texto mensagem nota',
  bodyNouns: 'universidade ministério partido instituto banco',
  workNouns: 'livro romance filme canção série álbum peça programa título',
  nameParticles: 'de da do dos das e',
  abbreviations: 'sr sra dr dra etc',
  speechDashes: true,
};
