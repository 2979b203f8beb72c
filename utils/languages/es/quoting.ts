import type { LanguageData } from '../../quotes/languages/language.ts';
import { OTHER_GRAMMAR } from '../../quotes/languages/other-grammar.ts';
import { findDashSpeech } from '../../quotes/speech-dashes.ts';

export const spanish: LanguageData = {
  code: 'es',
  ...OTHER_GRAMMAR,
  cueVerbs: `
admit/e/ió advi/erte/rtió afirm/a/ó/aron agreg/a/ó/aba anunci/a/ó apostill/a/ó apunt/a/ó/aba argument/a/ó asegur/a/ó/aron asever/a/ó añad/e/ió/ía
brome/a/ó celebr/a/ó coment/a/ó/aba concluy/e/ó conf/esó/iesa/irma/irmó consider/a/ó cont/ó/aba/estó critic/a/ó cuenta cuestion/a/ó declar/a/ó decía
defendió denunci/a/ó destac/a/ó/aba detall/a/ó dic/e/en/ho dij/o/eron ech/a/ó escrib/e/ió espet/a/ó exclam/a/ó exigió explic/a/ó/aba/aron expres/a/ó
grit/a/ó indic/a/ó inform/a/ó insist/e/ió/ía ironiz/a/ó lament/a/ó/aba manif/esta/estó/iesta matiz/a/ó opin/a/ó/aba pid/e/ió precis/a/ó pregunt/a/ó
promet/e/ió protest/a/ó puntualiz/a/ó rec/alca/alcó/lama/lamó/ordó/onoce/uerda/onoció reiter/a/ó relat/a/ó remarcó replic/a/ó resaltó respond/e/ió/ía
resum/e/ió revel/a/ó rió ríe sentenci/a/ó señal/a/ó/aba sonr/ió/íe sost/uvo/enía/iene subray/a/ó/aba sug/ería/iere/irió suspir/a/ó tuiteó valor/a/ó
zanj/a/ó`,
  phraseVerbs: `
acusó calific/a/ó de/finió/scribió habló llamó tachó`,
  sourcePhrases: `
según_dijo según_afirmó según_explicó según_señaló según en_palabras_de de_acuerdo_con a_juicio_de en_opinión_de al_decir_de para según_él según_ella en_su_opinión`,
  impersonals: `
se_oía se_oían se_oyó se_oyeron se_oye se_oyen se_escuchaba se_escuchaban se_escuchó se_escucharon se_escucha se_escuchan se_decía se_gritaba se_coreaba se_repetía se_leía podía_oírse podía_escucharse`,
  auxiliaries: `
debe era//n es est/á/án/aba fue//ron ha//n/bía/bían he//mos puede ser//á sido son va`,
  determiners: `
algun/as/os cada dos el es/a/e/ta/te/tas/tos la= los muchos ningún tres un//a/as/os vari/as/os`,
  possessives: 'su sus nuestr/o/a mi mis tu',
  he: 'él preguntado consultado',
  she: 'ella preguntada consultada',
  they: 'ell/os/as',
  otherPronouns: 'yo nosotros usted//es alguien nadie',
  hearsay: 'se_lee se_leía puede_leerse',
  firstPerson: 'yo me mi mis nos nosotros nosotras nuestro nuestra nuestros nuestras',
  objectPronouns: 'lo le les se me nos te',
  relatives: 'que quien//es cua/l/ndo donde cómo qué',
  prepositions: `
a//l/nte bajo con//tra de//l/sde durante en//tre ha/cia/sta mediante para por s/in/egún/obre tras`,
  conjunctions: `
aunque como cuando e mientras o p/ero/ues/orque si//no u y`,
  adverbs: `
a/sí/ún/llí/quí/yer/hora/demás después entonces hoy luego m/uy/ás/añana no nunca siempre solo tam/bién/poco todavía ya`,
  otherVerbs: `
dejó hace//n hizo llegó puso qu/edó/iso/iere sabe tiene//n tuvo ve vi/no/ene`,
  complementisers: 'que',
  timeNames: `
abril agosto diciembre domingo enero febrero ju/lio/nio/eves lunes ma/yo/rzo/rtes miércoles noviembre octubre septiembre sábado viernes`,
  titles: `
abogad/a/o alcalde//sa ca/pitán/rdenal/nciller comandante comisari/a/o concejal//a consejer/a/o coronel diputad/a/o director//a doctor//a don doña
dr//a economista embajador//a entrenador//a fiscal//a ge/neral/rente gobernador//a historiador//a investigador//a juez//a líder ministr/a/o obispo
papa portavoz president/a/e primer//a profesor//a rector//a reina rey secretari/a/o senador//a señor//a sr//a subdirector//a vicepresident/a/e`,
  titlesHe: `
alcalde di/putado/rector don ministro papa presidente rey se/ñor/nador sr`,
  titlesShe: `
alcaldesa di/putada/rectora doña ministra presidenta reina se/ñora/nadora sra`,
  personNouns: `
act/or/riz/ivista agricultor//a amig/a/o arquitect/a/o autor//a bombero candidat/a/o cantante científic/a/o compañer/a/o concejal//a conductor//a
coordinador//a delegad/a/o director//a dirigente doctor//a dueñ/a/o ecologista emplead/a/o empresari/a/o enfermera escritor//a esp/osa/oso/ecialista
estudiante expert/a/o fuente= funcionari/a/o fundador//a gerente guardabosques herman/a/o hij/a/o hombre ingenier/a/o investigador//a joven madre
maestr/a/o marido mujer médic/a/o músic/a/o oficial paciente padre pasajer/a/o periodista pescador//a/es pintor//a po/eta/rtavoz psicólog/a/o
res/idente/ponsable soldado testigo= trabajador//a turista vecin/a/o voluntari/a/o víctima`,
  groupNouns:
    'gobierno policía partido ayuntamiento ministerio empresa sindicato oposición asociación comisión',
  documentNouns: `
comunicado carta informe texto mensaje nota`,
  bodyNouns: `
universidad ministerio partido instituto banco`,
  workNouns: `
artículo canción cuadro denominad/a/o documental espectáculo libro llamad/a/o novela obra p/oema/ódcast/elícula/rograma/eriódico revista serie
titulad/a/o título álbum ópera`,
  nameParticles: 'de del la los las y',
  abbreviations: 'sr sra dr dra ee uu etc núm',
  findDashSpeech,
  givenNamesHe: `
a/bel/itor/ntón/sier/dolfo/drián/lonso/ndrés/níbal/rturo/gustín/lberto/lfonso/lfredo/rmando/ugusto/urelio b/orja/runo/enito/altasar/ernardo/artolomé
ca/milo/rlos/simiro/yetano claudio crist/ian/óbal césar da/río/vid/mián/niel diego domingo
e/loy/dgar/lías/fraín/milio/dmundo/duardo/nrique/rnesto/steban/ugenio/usebio/varisto f/idel/élix/abián/elipe/ermín/ernando/rancisco/ulgencio
g/il/ermán/abriel/erardo/onzalo/ustavo/regorio/uillermo h/ugo/ernán/éctor/ilario/umberto i/bai/ker/ván/ñigo/sidro/smael/gnacio ja/ime/cobo/vier/cinto
je/sús/rónimo jo/sé/nás/rdi/rge/sep/aquín ju/an/lio/sto/anjo/lián le/andro/onardo/opoldo lorenzo lu/is/ís/cas/ciano
ma/rio/teo/nuel/rcos/rtín/tías/rcelo/riano/uricio/rcelino mi/guel/quel mo/isés/desto máximo narciso nicolás octavio oriol pa/u/blo/scual/tricio
pe/re/dro pío quim ra/úl/món/fael/miro/imundo regino ri/cardo/goberto ro/mán/berto/dolfo/drigo/gelio rubén sa/úl/muel/ncho/lvador/ntiago
se/rgi/rgio/vero/bastián silv/io/estre simón te/odoro/ófilo tomás unai v/idal/íctor/icente/alentín xa/bier/vier ál/ex/varo ángel íñigo óscar`,
  givenNamesShe: `
a/na/lba/bril/dela/maya/inhoa/itana/licia/malia/mparo/nabel/ndrea/urora/driana/ntonia/raceli/rantxa/zucena/delaida/gustina/lmudena/sunción/lejandra
be/lén/rta/goña/atriz blanca bárbara ca/rla/mila/rmen/ndela/rlota/rmela/rolina/talina ce/lia/cilia cla/ra/udia con/cha/suelo/cepción cristina
d/iana/ébora/olores e/va/mma/lena/lisa/durne/lvira/milia/stela/sther/ugenia/ulalia/speranza/ncarnación fe/lisa/rnanda fátima
g/ema/loria/abriela/raciela/uadalupe helena in/és/maculada ir/ia/ene isabel//a jimena josef/a/ina juana julia//na la/ia/ura le/ire/onor/ticia lidia
lo/la/rena/urdes lu/z/cía/isa macarena magdalena maite manuela mar/a/io/ta/ía/ina/isa/iana/ibel/isol/tina/garita matilde melisa merc/è/edes miriam
montserrat mónica n/ora/erea/uria/ieves/oelia/atalia ofelia ol/ga/ivia pa/z/ula/loma/tricia pe/pa/tra pilar purificación ra/mona/quel re/beca/medios
rita rocío rosa//lía/rio ruth sa/ra/lomé/ndra silvia so/l/fía/nia/ledad susana t/oñi/ania/amara/eresa/rinidad vale/ria/ntina verónica
vi/oleta/ctoria/rginia yolanda ángel/a/es íñiga úrsula`,
  dropsSubjects: true,
  pluralEndings: 'ron an',
  indefinites: `
alg/ún/una otr/a/o un//a/as/os varios`,
  personNounsShe: `
a/miga/ctriz/utora cantante concejala directora dueña es/posa/critora/tudiante fundadora gerenta hermana hija ingeniera madre mujer vecina`,
  personNounsHe: `
a/ctor/migo/utor director dueño es/poso/critor fundador h/ijo/ombre/ermano ingeniero marido padre vecino`,
  comparatives: `
como según`,
};
