import { findDashSpeech } from '../speech-dashes.ts';
import type { LanguageData } from './language.ts';

export const portuguese: LanguageData = {
  code: 'pt',
  cueVerbs: `
disse//ram diz//em/ia dito afirm/ou/a/aram explic/ou/a acrescent/ou/a declar/ou/a garant/iu/e sublinh/ou/a salient/ou/a destac/ou/a escreve/u/
con/tou/ta/cluiu/clui/fessa avis/ou/a alert/ou/a responde/u/ pergunt/ou/a anunci/ou/a admit/iu/e reconhece/u/ lament/ou/a critic/ou/a defende/u/
reiter/ou/a lembr/ou/a record/ou/a consider/ou/a coment/ou/a promete/u/ confessou exclamou refer/iu/e realçou fris/ou/a insist/iu/e completou
ressalt/ou/a observ/ou/a inform/ou/a argument/ou/a denunciou relat/ou/a revel/ou/a atirou`,
  phraseVerbs: 'classificou chamou descreveu falou acusou apelidou',
  sourcePhrases: 'segundo de_acordo_com nas_palavras_de para',
  auxiliaries: 'é são era//m tem têm tinha//m foi foram ser/á/ est/á/ão/ava sido ter pode deve vai há',
  determiners: `
o a os as um uma//s uns est/e/a/es/as ess/e/a cada vári/os/as dois duas três algu/ns/mas muitos ao do da dos das no na nos nas pel/o/a`,
  possessives: 'seu//s sua//s noss/o/a meu minha del/e/a',
  he: 'ele',
  she: 'ela',
  they: 'eles elas',
  otherPronouns: 'eu nós você alguém ninguém',
  objectPronouns: 'lhe//s se me nos te',
  relatives: 'que//m qua/l/ndo onde como',
  prepositions: 'de a em com sem por para contra entre sob/re/ desde até durante após perante segundo',
  conjunctions: 'e ou mas por/ém/que se quando enquanto pois embora',
  adverbs: `
não também já mais muito sempre nunca ontem hoje amanhã depois ainda aqui ali assim agora então só apenas`,
  otherVerbs: 'fez faz//em quer quis chegou veio ficou deixou pôs vê sabe',
  complementisers: 'que',
  timeNames: `
segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo janeiro fevereiro março abril maio junho julho agosto setembro outubro
novembro dezembro`,
  titles: `
pre/feito/feita primeiro-ministro primeira-ministra ministr/o/a sen/ador/adora/hor/hora deputad/o/a autarca governador//a diretor//a general
professor//a doutor//a dr dra sr sra papa rei rainha porta-voz secretári/o/a juiz juíza procurador//a advogad/o/a líder economista historiador//a
investigador//a treinador//a chanceler vereador//a`,
  titlesHe: 'ministro sen/ador/hor deputado prefeito diretor sr rei papa',
  titlesShe: 'ministra sen/adora/hora deputada prefeita diretora sra rainha',
  personNouns: `
homem mulher vizinh/o/a mãe pai agricultor//a médic/o/a enfermeira don/o/a responsável dirigente ativista testemunha//s autor//a candidat/o/a
especialista fonte//s jovem trabalhador//a empresári/o/a morador//a`,
  groupNouns: 'governo polícia partido câmara ministério empresa sindicato oposição associação comissão',
  documentNouns: 'comunicado carta relatório texto mensagem nota',
  bodyNouns: 'universidade ministério partido instituto banco',
  workNouns: 'livro romance filme canção série álbum peça programa título',
  nameParticles: 'de da do dos das e',
  abbreviations: 'sr sra dr dra etc',
  findDashSpeech,
  givenNamesHe: `
aníbal duarte gonçalo henrique ivo joaquim nuno rui tiago vasco`,
  givenNamesShe: `
ana catarina filipa graça inês leonor mafalda mariana marisa raquel`,
};
