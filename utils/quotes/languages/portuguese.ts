import { findDashSpeech } from '../speech-dashes.ts';
import type { LanguageData } from './language.ts';
import { OTHER_GRAMMAR } from './other-grammar.ts';

export const portuguese: LanguageData = {
  code: 'pt',
  ...OTHER_GRAMMAR,
  cueVerbs: `
disse//ram diz//em/ia dito afirm/ou/a/aram explic/ou/a acrescent/ou/a declar/ou/a garant/iu/e sublinh/ou/a salient/ou/a destac/ou/a escreve/u/
con/tou/ta/cluiu/clui/fessa avis/ou/a alert/ou/a responde/u/ pergunt/ou/a anunci/ou/a admit/iu/e reconhece/u/ lament/ou/a critic/ou/a defende/u/
reiter/ou/a lembr/ou/a record/ou/a consider/ou/a coment/ou/a promete/u/ confessou exclamou refer/iu/e realçou fris/ou/a insist/iu/e completou
ressalt/ou/a observ/ou/a inform/ou/a argument/ou/a denunciou relat/ou/a revel/ou/a atirou brinc/a/ou lament/a/ou/ava protest/a/ou suspir/a/ou
ironiz/a/ou grit/a/ou admit/e/iu/ia confirm/a/ou opin/a/ou celebr/a/ou coment/a/ou/ava detalh/a/ou manifest/a/ou apont/a/ou pontu/a/ou realç/a/ou
real/ça/çou reclam/a/ou relat/a/ou/ava replic/a/ou respond/e/eu/ia resum/e/iu sustent/a/ou/ava suger/e/iu declar/a/ou/ava defend/e/eu/ia enfatiz/a/ou
exclam/a/ou ponder/a/ou rebat/e/eu reconhec/e/eu/ia assinal/a/ou avanç/a/ou adiant/a/ou esclarec/e/eu acrescent/a/ava contava explic/a/ava ri sorri
riu sorriu`,
  phraseVerbs: 'classificou chamou descreveu falou acusou apelidou',
  sourcePhrases: `
segundo de_acordo_com nas_palavras_de para na_opinião_de no_entender_de segundo_ele segundo_ela na_opinião_dele na_opinião_dela`,
  auxiliaries: 'é são era//m tem têm tinha//m foi foram ser/á/ est/á/ão/ava sido ter pode deve vai há',
  determiners: `
o a os as um uma//s uns est/e/a/es/as ess/e/a cada vári/os/as dois duas três algu/ns/mas muitos`,
  possessives: 'seu//s sua//s noss/o/a meu minha del/e/a',
  he: 'ele',
  she: 'ela',
  they: 'eles elas',
  otherPronouns: 'eu nós você alguém ninguém',
  objectPronouns: 'lhe//s se me nos te',
  relatives: 'que//m qua/l/ndo onde como',
  prepositions: `
de em com sem por para contra entre sob/re/ desde até durante após perante segundo ao aos à às do da dos das no na nos nas pelo pela pelos pelas`,
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
investigador//a treinador//a chanceler vereador//a gerente comissári/o/a vice-presidente subdiretor//a capitão coronel comandante bispo cardeal
embaixador//a reitor//a`,
  titlesHe: `
ministro sen/ador/hor deputado prefeito diretor sr rei papa vereador secretário treinador`,
  titlesShe: `
ministra sen/adora/hora deputada prefeita diretora sra rainha vereadora secretária treinadora reitora embaixadora procuradora presidenta`,
  personNouns: `
homem mulher vizinh/o/a mãe pai agricultor//a médic/o/a enfermeira don/o/a responsável dirigente ativista testemunha//s autor//a candidat/o/a
especialista fonte//s jovem trabalhador//a empresári/o/a morador//a engenheir/o/a at/or/riz encenad/or/ora realizad/or/ora diret/or/ora escrit/or/ora
poeta músic/o/a cantor//a pint/or/ora pescador//a/es estudante cientista psicólog/o/a jornalista soldado oficial funcionári/o/a empregad/o/a
passageir/o/a motorista turista filh/o/a irm/ão/ã marido espos/o/a amig/o/a bombeir/o/a arquitet/o/a ecologista vereador//a gerente guarda-florestal
fundad/or/ora porta-voz coordenad/or/ora delegad/o/a voluntári/o/a investigad/or/ora vítima colega historiador//a doutor//a doente paciente`,
  groupNouns: 'governo polícia partido câmara ministério empresa sindicato oposição associação comissão',
  documentNouns: 'comunicado carta relatório texto mensagem nota',
  bodyNouns: 'universidade ministério partido instituto banco',
  workNouns: `
livro romance filme canção série álbum peça programa título quadro poema ópera jornal revista espetáculo documentário artigo podcast intitulad/o/a
chamad/o/a`,
  nameParticles: 'de da do dos das e',
  abbreviations: 'sr sra dr dra etc',
  findDashSpeech,
  givenNamesHe: `
aníbal duarte gonçalo henrique ivo joaquim nuno rui tiago vasco abel adão adelino adolfo adriano afonso agostinho albano alberto alcides alexandre
alfredo almir aloísio álvaro amadeu américo anderson andré ângelo anselmo antónio antônio armando arnaldo artur augusto aurélio baltazar bartolomeu
basílio belmiro benjamim bento bernardino bernardo bruno caetano caio carlos cássio celso césar cláudio conrado cristiano cristóvão custódio daniel
david davi denis dinis diogo domingos edgar edmundo edson eduardo elias elísio emanuel emílio ernesto estêvão eugénio evandro fábio faustino felipe
filipe félix fernando firmino flávio florêncio francisco frederico gabriel gaspar geraldo germano gil gilberto guilherme gustavo heitor hélder hélio
hermínio hugo humberto ígor inácio isaías ismael ivan jacinto jaime jair januário jerónimo joel jonas jorge josé josué juliano júlio justino lauro
leandro leonardo leonel lourenço lucas luciano lúcio luís luiz manoel manuel marcelo márcio marco marcos mariano mário martim mateus matias maurício
mauro miguel milton moisés murilo narciso nélson nelson nicolau octávio orlando óscar osvaldo otávio pascoal patrício paulo pedro plínio quintino
rafael raimundo ramiro raul reinaldo renato ricardo roberto rodolfo rodrigo rogério romeu rubens rúben salvador samuel santiago saulo sebastião sérgio
severino silvério silvestre simão tadeu telmo teodoro tomás tomé ubaldo valdemar valentim valter vicente victor virgílio vítor vladimir wagner
wellington xavier`,
  givenNamesShe: `
ana catarina filipa graça inês leonor mafalda mariana marisa raquel adelaide adélia adriana águeda albertina alda alessandra alice aline alzira amália
amanda amélia anabela andreia ângela angélica anita antónia antónia aparecida augusta aurora barbara bárbara beatriz benedita berta bianca branca
bruna camila cândida carina carla carlota carmen carolina cátia cecília celeste célia clara clarice cláudia conceição constança cristiana cristina
dalila daniela débora deolinda diana dora dulce edite eduarda elena eliana elisa elisabete elsa elvira ema emília ester estela eugénia eva fabiana
fátima fernanda filomena flávia flor florbela francisca gabriela georgina gilda gisela glória guiomar helena heloísa hermínia ilda ilma inácia irene
isabel isabela isaura ivone jacinta jandira janete joana joaquina josefa juliana júlia karina lara larissa laura leila leonilde letícia lídia lígia
lilian liliana lívia lorena lúcia luciana lucinda luísa luiza luzia madalena manuela mara márcia margarida maria marília marina marlene marta matilde
mercedes mirela miriam mónica mônica natália nádia natércia neusa noémia nora odete olga olinda olívia palmira patrícia paula petra priscila rafaela
rebeca regina renata rita roberta rosa rosália rosana rosário sandra sara selma silvana sílvia simone sofia sónia soraia susana tânia tatiana teresa
úrsula vanessa vera verónica vitória viviane yara zélia zulmira`,
  dropsSubjects: true,
  indefinites: `
um uma uns umas outro outra vários algum alguma`,
  personNounsShe: `
mulher mãe filha irmã esposa vizinha moradora atriz encenadora escritora cantora engenheira dona fundadora amiga autora`,
  personNounsHe: `
homem pai filho irmão marido esposo vizinho morador ator encenador escritor engenheiro dono fundador amigo autor`,
  comparatives: `
como conforme segundo`,
  hyphenPronouns: `
lhe lhes se me te nos vos`,
};
