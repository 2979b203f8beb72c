import { findDashSpeech } from '../speech-dashes.ts';
import type { LanguageData } from './language.ts';
import { OTHER_GRAMMAR } from './other-grammar.ts';

export const spanish: LanguageData = {
  code: 'es',
  ...OTHER_GRAMMAR,
  cueVerbs: `
dij/o/eron dic/e/en/ho dec/ía/laró/lara afirm/ó/a/aron asegur/ó/a/aron señal/ó/a explic/ó/a/aron añad/ió/e agreg/ó/a indic/ó/a manif/estó/iesta
subray/ó/a destac/ó/a sost/uvo/iene insist/ió/e advi/rtió/erte rec/ordó/uerda/onoce/lamó respond/ió/e con/testó/tó/cluyó/cluye/fesó/fiesa
pre/guntó/gunta/cisó/cisa escrib/ió/e cuenta anunci/ó/a reconoció admit/ió/e denunci/ó/a lament/ó/a critic/ó/a reiter/ó/a apunt/ó/a coment/ó/a
promet/ió/e exclam/ó/a zanjó opin/ó/a consider/a/ó expres/ó/a tuiteó remarcó resaltó sentenció exigió pid/ió/e celebró valoró relat/ó/a inform/ó/a
puntualizó argumentó defendió espetó bromea bromeó lament/a/ó/aba señal/a/ó/aba protest/a/ó suspir/a/ó ironiz/a/ó grit/a/ó confirm/a/ó opin/a/ó/aba
argument/a/ó celebr/a/ó coment/a/ó/aba detall/a/ó insist/e/ió/ía manifest/a/ó matiz/a/ó apunt/a/ó/aba puntualiz/a/ó recalc/a/ó reclam/a/ó replic/a/ó
respond/e/ió/ía resum/e/ió revel/a/ó sentenci/a/ó sosten/ía subray/a/ó/aba suger/ía sugiere sugirió valor/a/ó zanj/a/ó agreg/a/ó/aba asever/a/ó
cuestion/a/ó destac/a/ó/aba ech/a/ó apostill/a/ó espet/a/ó añad/e/ió/ía cont/aba explic/aba ríe sonríe rió sonrió`,
  phraseVerbs: 'calific/ó/a tachó llamó definió describió habló acusó',
  sourcePhrases: `
según_dijo según_afirmó según_explicó según_señaló según en_palabras_de de_acuerdo_con a_juicio_de en_opinión_de al_decir_de para según_él según_ella en_su_opinión`,
  auxiliaries: 'es son era//n ha han había//n he hemos ser/á/ fue//ron est/á/án/aba sido puede debe va',
  determiners: `
el la los las un una//s unos est/e/a/os/as ese esa cada vari/os/as dos tres ningún algun/os/as muchos`,
  possessives: 'su sus nuestr/o/a mi mis tu',
  he: 'él',
  she: 'ella',
  they: 'ell/os/as',
  otherPronouns: 'yo nosotros usted//es alguien nadie',
  objectPronouns: 'lo le les se me nos te',
  relatives: 'que quien//es cua/l/ndo donde cómo qué',
  prepositions: `
de a en con//tra sin por para entre sobre desde hasta hacia tras durante ante bajo según mediante al del`,
  conjunctions: 'y e o u pero sino aunque porque si cuando mientras como pues',
  adverbs: `
no tam/bién/poco ya más muy siempre nunca ayer hoy mañana después luego además todavía aún aquí allí así ahora entonces solo`,
  otherVerbs: 'hizo hace//n tiene//n tuvo qui/ere/so llegó viene vino quedó dejó puso ve sabe',
  complementisers: 'que',
  timeNames: `
lunes mar/tes/zo miércoles jueves viernes sábado domingo enero febrero abril mayo junio julio agosto septiembre octubre noviembre diciembre`,
  titles: `
president/e/a ministr/o/a primer//a vicepresident/e/a senador//a diputad/o/a alcalde//sa gobernador//a director//a general profesor//a doctor//a dr
dra sr sra señor//a don doña papa rey reina portavoz secretari/o/a consejer/o/a juez//a fiscal abogad/o/a líder economista historiador//a
investigador//a entrenador//a canciller concejal//a gerente comisari/o/a subdirector//a capitán coronel comandante obispo cardenal embajador//a
rector//a fiscal//a`,
  titlesHe: 'presidente ministro senador diputado alcalde director sr señor don rey papa',
  titlesShe: 'presidenta ministra senadora diputada alcaldesa directora sra señora doña reina',
  personNouns: `
hombre mujer vecin/o/a madre padre agricultor//a médic/o/a enfermera maestr/o/a dueñ/o/a responsable dirigente activista testigo//s autor//a
candidat/o/a expert/o/a fuente//s joven trabajador//a empresari/o/a ingenier/o/a act/or/riz direct/or/ora escrit/or/ora poeta músic/o/a cantante
pint/or/ora pescador//a/es estudiante científic/o/a psicólog/o/a periodista soldado oficial funcionari/o/a emplead/o/a pasajer/o/a conduct/or/ora
turista hij/o/a herman/o/a marido espos/o/a amig/o/a bombero arquitect/o/a ecologista concejal//a gerente guardabosques fundad/or/ora portavoz
coordinad/or/ora delegad/o/a voluntari/o/a especialista investigad/or/ora víctima compañer/o/a doctor//a paciente residente`,
  groupNouns:
    'gobierno policía partido ayuntamiento ministerio empresa sindicato oposición asociación comisión',
  documentNouns: 'comunicado carta informe texto mensaje nota',
  bodyNouns: 'universidad ministerio partido instituto banco',
  workNouns: `
libro novela película canción serie álbum obra programa título cuadro poema ópera periódico revista espectáculo documental artículo pódcast
titulad/o/a llamad/o/a denominad/o/a`,
  nameParticles: 'de del la los las y',
  abbreviations: 'sr sra dr dra ee uu etc núm',
  findDashSpeech,
  givenNamesHe: `
álvaro andrés ángel césar emilio gabriel gonzalo héctor ignacio iñigo jesús josep luís íñigo raúl santiago vicente abel adolfo adrián agustín aitor
alberto alfonso alfredo alonso álex aníbal antón armando arturo asier augusto aurelio baltasar bartolomé benito bernardo borja bruno camilo carlos
casimiro cayetano claudio cristian cristóbal damián daniel darío david diego domingo edgar edmundo eduardo efraín elías eloy enrique ernesto esteban
eugenio eusebio evaristo fabián felipe félix fermín fernando fidel francisco fulgencio germán gerardo gil gregorio guillermo gustavo hernán hilario
hugo humberto ibai iker isidro ismael iván jacinto jacobo jaime javier jerónimo joaquín jordi jorge josé juan juanjo julián julio justo leandro
leonardo leopoldo lorenzo lucas luciano luis manuel marcelino marcelo marcos mariano mario martín mateo matías mauricio máximo miguel miquel modesto
moisés narciso nicolás octavio óscar oriol pablo pascual patricio pau pedro pere pío quim rafael ramiro ramón raimundo regino ricardo rigoberto
roberto rodolfo rodrigo rogelio román rubén salvador samuel sancho saúl sebastián sergi sergio severo silvestre silvio simón teodoro teófilo tomás
unai valentín víctor vidal xabier xavier jonás`,
  givenNamesShe: `
adriana beatriz begoña cristina inés íñiga marta mercedes nuria rocío silvia soledad susana abril adela adelaida agustina ainhoa aitana alba alejandra
alicia almudena amalia amaya amparo ana andrea ángela ángeles antonia anabel araceli arantxa asunción aurora azucena bárbara belén berta blanca camila
candela carla carlota carmen carmela carolina catalina cecilia celia clara claudia concepción concha consuelo dolores débora diana edurne elena elisa
elvira emilia emma encarnación esperanza esther estela eugenia eulalia eva fátima felisa fernanda gabriela gema gloria graciela guadalupe helena
inmaculada irene iria isabel isabela jimena josefa josefina juana julia juliana laia laura leire leonor leticia lidia lola lorena lourdes lucía luisa
luz macarena magdalena maite manuela mara margarita maría mariana maribel marina mario marisa marisol martina matilde melisa mercè miriam mónica
montserrat natalia nerea nieves noelia nora ofelia olga olivia paloma patricia paula paz pepa petra pilar purificación ramona raquel rebeca remedios
rita rosa rosalía rosario ruth salomé sandra sara sofía sol sonia tamara tania teresa toñi trinidad úrsula valentina valeria verónica victoria violeta
virginia yolanda`,
  dropsSubjects: true,
  indefinites: `
un una unos unas otro otra varios algún alguna`,
  personNounsShe: `
mujer madre hija hermana esposa vecina actriz directora escritora cantante ingeniera concejala dueña fundadora gerenta amiga estudiante autora`,
  personNounsHe: `
hombre padre hijo hermano marido esposo vecino actor director escritor ingeniero dueño fundador amigo autor`,
  comparatives: `
como según`,
};
