import type { LanguageData } from '../../quotes/languages/language.ts';
import { OTHER_GRAMMAR } from '../../quotes/languages/other-grammar.ts';
import { findDashSpeech } from '../../quotes/speech-dashes.ts';

export const portuguese: LanguageData = {
  code: 'pt',
  ...OTHER_GRAMMAR,
  cueVerbs: `
acrescent/a/ou/ava adiant/a/ou admit/e/ia/iu afirm/a/ou/aram alert/a/ou anunci/a/ou apont/a/ou argument/a/ou assinal/a/ou atirou avanç/a/ou avis/a/ou
brinc/a/ou celebr/a/ou coment/a/ou/ava completou conclui//u confess/a/ou confirm/a/ou consider/a/ou cont/a/ou/ava critic/a/ou declar/a/ou/ava
defend/e/eu/ia denunciou destac/a/ou detalh/a/ou disse//ram dito diz//em/ia enfatiz/a/ou esclarece//u escreve//u exclam/a/ou explic/a/ou/ava fris/a/ou
garant/e/iu grit/a/ou inform/a/ou insist/e/iu ironiz/a/ou lament/a/ou/ava lembr/a/ou manifest/a/ou observ/a/ou opin/a/ou pergunt/a/ou ponder/a/ou
pontu/a/ou promete//u protest/a/ou realç/a/ou rebate//u reclam/a/ou reconhec/e/eu/ia record/a/ou refer/e/iu reiter/a/ou relat/a/ou/ava replic/a/ou
respond/e/eu/ia ressalt/a/ou resum/e/iu revel/a/ou ri//u salient/a/ou sorri//u sublinh/a/ou suger/e/iu suspir/a/ou sustent/a/ou/ava`,
  phraseVerbs: `
classificou chamou descreveu falou acusou apelidou`,
  sourcePhrases: `
segundo de_acordo_com nas_palavras_de para na_opinião_de no_entender_de segundo_ele segundo_ela na_opinião_dele na_opinião_dela`,
  impersonals: `
dizia_se escutava_se gritava_se murmurava_se ouve_se ouvi/a_se/u_se/am_se/ram_se podia_ouvir_se se_dizia se_gritava se_ouv/e/ia/iu/iam`,
  auxiliaries: `
deve era//m est/á/ão/ava fo/i/ram há pode ser//á sido são te/m/r tinha//m têm vai é`,
  determiners: `
a algu/ns/mas as cada dois duas ess/a/e esta= este= muitos o= três um uma= uns vári/as/os`,
  possessives: `
del/a/e meu minha noss/a/o seu= sua=`,
  he: 'ele questionado perguntado',
  she: 'ela questionada perguntada',
  they: 'eles elas',
  otherPronouns: 'eu nós você alguém ninguém',
  hearsay: 'lê-se lia-se pode_ler-se',
  firstPerson: `
eu me meu= mim minha= nos nossa= nosso= nós`,
  objectPronouns: 'lhe//s se me nos te',
  relatives: 'que//m qua/l/ndo onde como',
  prepositions: `
ao= após até co/m/ntra da= de//sde do= durante em entre na= no= para pela= pelo= perante por se/m/gundo sob//re à=`,
  conjunctions: `
e//mbora/nquanto mas ou po/is/rém/rque quando se`,
  adverbs: `
a/li/qui/gora/inda/ssim/manhã/penas depois então hoje já mais muito nunca não ontem sempre só também`,
  otherVerbs: `
chegou deixou faz//em fez ficou pôs qu/er/is sabe veio vê`,
  complementisers: 'que',
  timeNames: `
abril agosto dezembro domingo fevereiro janeiro ju/lho/nho ma/io/rço novembro outubro qu/arta-feira/inta-feira se/tembro/xta-feira/gunda-feira sábado
terça-feira`,
  titles: `
presidente advogad/a/o autarca bispo ca/pitão/rdeal chanceler comandante comissári/a/o coronel deputad/a/o diretor//a doutor//a dr//a economista embaixador//a
ge/neral/rente governador//a historiador//a investigador//a ju/iz/íza líder ministr/a/o papa porta-voz prefeit/a/o primeir/a-ministra/o-ministro
procurador//a professor//a rainha rei reitor//a secretári/a/o senador//a senhor//a sr//a subdiretor//a treinador//a vereador//a vice-presidente`,
  titlesHe: `
deputado diretor ministro papa prefeito rei se/nhor/nador/cretário sr treinador vereador`,
  titlesShe: `
deputada diretora embaixadora ministra pr/efeita/esidenta/ocuradora rainha reitora se/nhora/nadora/cretária sra treinadora vereadora`,
  personNouns: `
administrador//a agricultor//a amig/a/o arquitet/a/o at/or/riz/ivista autor//a barbeiro bibliotecári/a/o bombeir/a/o camionista candidat/a/o cantor//a
carpinteiro cientista colega comerciante coordenador//a costureira cozinheir/a/o delegad/a/o dentista diretor//a dirigente doente don/a/o doutor//a
ecologista eletricista empregad/a/o empresári/a/o encenador//a enfermeir/a/o engenheir/a/o escritor//a esp/osa/oso/ecialista estudante farmacêutic/a/o
filh/a/o fonte= funcionári/a/o fundador//a gerente gu/ia/arda-florestal historiador//a homem investigador//a irmã//o jardineir/a/o jo/vem/rnalista
lojista mari/do/nheiro morador//a motorista mulher mãe médic/a/o músic/a/o notári/a/o oficial operári/a/o paciente padeir/a/o padre pai passageir/a/o
pedreiro pescador//a/es pintor//a poeta port/eira/eiro/a-voz psicólog/a/o realizador//a reformad/a/o responsável s/oldado/apateiro/indicalista taxista
testemunha= trabalhador//a turista vendedor//a vereador//a veterinári/a/o vizinh/a/o voluntári/a/o vítima`,
  groupNouns: `
governo polícia partido câmara ministério empresa sindicato oposição associação comissão`,
  documentNouns: `
comunicado carta relatório texto mensagem nota`,
  bodyNouns: `
universidade ministério partido instituto banco`,
  workNouns: `
artigo canção chamad/a/o documentário espetáculo filme intitulad/a/o jornal livro p/eça/oema/odcast/rograma quadro revista romance série título álbum
ópera`,
  nameParticles: 'de da do dos das e',
  abbreviations: 'sr sra dr dra etc',
  findDashSpeech,
  givenNamesHe: `
abel ad/ão/olfo/elino/riano afonso agostinho al/mir/bano/berto/cides/fredo/oísio/exandre am/adeu/érico an/dré/íbal/selmo/tónio/tônio/derson
ar/tur/mando/naldo au/gusto/rélio ba/sílio/ltazar/rtolomeu belmiro ben/to/jamim bernard/o/ino bruno
c/aio/elso/ésar/arlos/ássio/aetano/láudio/onrado/ustódio/ristiano/ristóvão d/avi/avid/enis/inis/iogo/aniel/uarte/omingos
e/dgar/dson/lias/lísio/mílio/dmundo/duardo/manuel/rnesto/stêvão/ugénio/vandro
f/ábio/élix/elipe/ilipe/lávio/irmino/austino/ernando/lorêncio/rancisco/rederico g/il/aspar/abriel/eraldo/ermano/onçalo/ustavo/ilberto/uilherme
he/itor/nrique/rmínio hu/go/mberto hél/io/der i/vo/van/nácio/saías/smael ja/ir/ime/cinto/nuário jerónimo jo/el/sé/nas/rge/sué/aquim ju/liano/stino
júlio lauro leandro leon/el/ardo lourenço lu/iz/ís/cas/ciano lúcio ma/rco/uro/noel/nuel/rcos/rtim/teus/tias/rcelo/riano/urício mi/guel/lton moisés
murilo már/io/cio n/uno/elson/élson/arciso/icolau o/távio/ctávio/rlando/svaldo pa/ulo/scoal/trício pedro plínio quintino ra/ul/fael/miro/imundo
re/nato/inaldo ricardo ro/meu/berto/dolfo/drigo/gério ru/i/bens rúben sa/ulo/muel/lvador/ntiago se/verino/bastião silv/ério/estre simão sérgio
t/omé/adeu/elmo/iago/omás/eodoro ubaldo val/ter/demar/entim vasco vi/ctor/cente/rgílio vladimir vítor wagner wellington xavier álvaro ângelo ígor
óscar`,
  givenNamesShe: `
ad/élia/riana/elaide al/da/ice/ine/zira/bertina/essandra am/anda/ália/élia an/a/ita/abela/dreia/tónia/gélica aparecida au/rora/gusta
b/erta/runa/ianca/ranca/arbara/eatriz/árbara/enedita camila car/la/ina/men/lota/olina catarina ce/cília/leste clar/a/ice cláudia con/ceição/stança
cristi/na/ana cátia cândida célia d/ora/iana/ulce/alila/ébora/aniela/eolinda ed/ite/uarda el/sa/ena/isa/iana/vira/isabete em/a/ília este/r/la eugénia
eva f/lor/ilipa/lávia/átima/abiana/ernanda/ilomena/lorbela/rancisca g/ilda/raça/isela/lória/uiomar/abriela/eorgina he/lena/loísa/rmínia il/da/ma
in/ês/ácia irene isabel//a isaura ivone ja/nete/cinta/ndira jo/ana/sefa/aquina juliana júlia karina la/ra/ura/rissa le/ila/onor/tícia/onilde lilian//a
lorena lu/iza/zia/ísa/ciana/cinda lí/dia/gia/via lúcia madalena mafalda manuela mar/a/ia/ta/ina/isa/iana/lene/ília/garida matilde mercedes mir/ela/iam
márcia mónica mônica n/ora/eusa/ádia/oémia/atália/atércia odete ol/ga/inda/ívia pa/ula/lmira/trícia petra priscila ra/quel/faela re/beca/gina/nata
rita roberta ros/a/ana/ália/ário s/ara/elma/ofia/ónia/andra/imone/oraia/usana/ílvia/ilvana t/ânia/eresa/atiana vanessa ver/a/ónica vi/tória/viane yara
zulmira zélia águeda ângela úrsula`,
  dropsSubjects: true,
  pluralEndings: 'ram am em',
  indefinites: `
algum//a outr/a/o um uma= uns vários`,
  personNounsShe: `
a/miga/triz/utora/dministradora bibliotecária cantora co/stureira/zinheira dona en/cenadora/fermeira/genheira es/posa/critora
f/ilha/undadora/armacêutica irmã jardineira m/ãe/ulher/oradora notária operária padeira porteira reformada ve/ndedora/terinária vizinha`,
  personNounsHe: `
a/tor/migo/utor/dministrador barbeiro bibliotecário carpinteiro cozinheiro dono en/cenador/fermeiro/genheiro es/poso/critor f/ilho/undador/armacêutico
homem irmão jardineiro mari/do/nheiro morador notário operário pa/i/dre/deiro pedreiro porteiro reformado sapateiro ve/ndedor/terinário vizinho`,
  comparatives: `
co/mo/nforme segundo`,
  hyphenPronouns: `
lhe= me nos se te vos`,
};
