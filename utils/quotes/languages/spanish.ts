import { findDashSpeech } from '../speech-dashes.ts';
import type { LanguageData } from './language.ts';

export const spanish: LanguageData = {
  code: 'es',
  cueVerbs: `
dij/o/eron dic/e/en/ho dec/ía/laró/lara afirm/ó/a/aron asegur/ó/a/aron señal/ó/a explic/ó/a/aron añad/ió/e agreg/ó/a indic/ó/a manif/estó/iesta
subray/ó/a destac/ó/a sost/uvo/iene insist/ió/e advi/rtió/erte rec/ordó/uerda/onoce/lamó respond/ió/e con/testó/tó/cluyó/cluye/fesó/fiesa
pre/guntó/gunta/cisó/cisa escrib/ió/e cuenta anunci/ó/a reconoció admit/ió/e denunci/ó/a lament/ó/a critic/ó/a reiter/ó/a apunt/ó/a coment/ó/a
promet/ió/e exclam/ó/a zanjó opin/ó/a consider/a/ó expres/ó/a tuiteó remarcó resaltó sentenció exigió pid/ió/e celebró valoró relat/ó/a inform/ó/a
puntualizó argumentó defendió espetó`,
  phraseVerbs: 'calific/ó/a tachó llamó definió describió habló acusó',
  sourcePhrases: 'según en_palabras_de de_acuerdo_con a_juicio_de',
  auxiliaries: 'es son era//n ha han había//n he hemos ser/á/ fue//ron est/á/án/aba sido puede debe va',
  determiners: `
el la los las un una//s unos est/e/a/os/as ese esa cada vari/os/as dos tres ningún algun/os/as muchos al del`,
  possessives: 'su sus nuestr/o/a mi mis tu',
  he: 'él',
  she: 'ella',
  they: 'ell/os/as',
  otherPronouns: 'yo nosotros usted//es alguien nadie',
  objectPronouns: 'lo le les se me nos te',
  relatives: 'que quien//es cua/l/ndo donde cómo qué',
  prepositions:
    'de a en con//tra sin por para entre sobre desde hasta hacia tras durante ante bajo según mediante',
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
investigador//a entrenador//a canciller`,
  titlesHe: 'presidente ministro senador diputado alcalde director sr señor don rey papa',
  titlesShe: 'presidenta ministra senadora diputada alcaldesa directora sra señora doña reina',
  personNouns: `
hombre mujer vecin/o/a madre padre agricultor//a médic/o/a enfermera maestr/o/a dueñ/o/a responsable dirigente activista testigo//s autor//a
candidat/o/a expert/o/a fuente//s joven trabajador//a empresari/o/a`,
  groupNouns:
    'gobierno policía partido ayuntamiento ministerio empresa sindicato oposición asociación comisión',
  documentNouns: 'comunicado carta informe texto mensaje nota',
  bodyNouns: 'universidad ministerio partido instituto banco',
  workNouns: 'libro novela película canción serie álbum obra programa título',
  nameParticles: 'de del la los las y',
  abbreviations: 'sr sra dr dra ee uu etc núm',
  findDashSpeech,
  givenNamesHe: `
álvaro andrés ángel césar emilio gabriel gonzalo héctor ignacio iñigo jesús josep luís íñigo raúl santiago vicente`,
  givenNamesShe: `
adriana beatriz begoña cristina inés íñiga marta mercedes nuria rocío silvia soledad susana`,
};
