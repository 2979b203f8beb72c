import type { LanguageData } from './language.ts';

export const spanish: LanguageData = {
  code: 'es',
  cueVerbs: `dijo dice dicen dijeron decía dicho afirmó afirma afirmaron aseguró asegura aseguraron señaló señala explicó explica
explicaron añadió añade agregó agrega declaró declara indicó indica manifestó manifiesta subrayó subraya destacó destaca sostuvo
sostiene insistió insiste advirtió advierte recordó recuerda respondió responde contestó preguntó pregunta escribió escribe contó
cuenta anunció anuncia reconoció reconoce admitió admite denunció denuncia lamentó lamenta criticó critica reiteró reitera apuntó
apunta precisó precisa concluyó concluye confesó confiesa comentó comenta prometió promete exclamó exclama zanjó opinó opina
considera consideró expresó expresa tuiteó remarcó resaltó sentenció reclamó exigió pidió pide celebró valoró relató relata
informó informa puntualizó argumentó defendió espetó`,
  phraseVerbs: 'calificó califica tachó llamó definió describió habló acusó',
  sourcePhrases: 'según en_palabras_de de_acuerdo_con a_juicio_de',
  auxiliaries:
    'es son era eran ha han había habían he hemos será fue fueron está están estaba sido ser puede debe va',
  determiners:
    'el la los las un una unos unas este esta estos estas ese esa cada varios varias dos tres ningún algunos algunas muchos al del',
  possessives: 'su sus nuestro nuestra mi mis tu',
  he: 'él',
  she: 'ella',
  they: 'ellos ellas',
  otherPronouns: 'yo nosotros usted ustedes alguien nadie',
  objectPronouns: 'lo le les se me nos te',
  relatives: 'que quien quienes cual donde cuando cómo qué',
  prepositions:
    'de a en con sin por para contra entre sobre desde hasta hacia tras durante ante bajo según mediante',
  conjunctions: 'y e o u pero sino aunque porque si cuando mientras como pues',
  adverbs:
    'no también ya más muy siempre nunca ayer hoy mañana después luego además todavía aún aquí allí así ahora entonces tampoco solo',
  otherVerbs: 'hizo hace hacen tiene tienen tuvo quiere quiso llegó viene vino quedó dejó puso ve sabe',
  complementisers: 'que',
  timeNames:
    'lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  titles: `presidente presidenta ministro ministra primer primera vicepresidente vicepresidenta senador senadora diputado diputada
alcalde alcaldesa gobernador gobernadora director directora general profesor profesora doctor doctora dr dra sr sra señor señora don
doña papa rey reina portavoz secretario secretaria consejero consejera juez jueza fiscal abogado abogada líder economista
historiador historiadora investigador investigadora entrenador entrenadora canciller`,
  titlesHe: 'presidente ministro senador diputado alcalde director sr señor don rey papa',
  titlesShe: 'presidenta ministra senadora diputada alcaldesa directora sra señora doña reina',
  personNouns: `hombre mujer vecino vecina madre padre agricultor agricultora médico médica enfermera maestro maestra dueño dueña
responsable dirigente activista testigo testigos autor autora candidato candidata experto experta fuente fuentes joven trabajador
trabajadora empresario empresaria`,
  groupNouns:
    'gobierno policía partido ayuntamiento ministerio empresa sindicato oposición asociación comisión',
  documentNouns: 'comunicado carta informe texto mensaje nota',
  bodyNouns: 'universidad ministerio partido instituto banco',
  workNouns: 'libro novela película canción serie álbum obra programa título',
  nameParticles: 'de del la los las y',
  abbreviations: 'sr sra dr dra ee uu etc núm',
  speechDashes: true,
};
