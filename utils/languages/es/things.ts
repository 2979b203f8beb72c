import type { ThingWords } from '../quoting-words.ts';

/** Abbreviations without their final full stop, which does not end a sentence. */
export const abbreviations: readonly string[] = [
  'art', 'av', 'avda', 'cía', 'dña', 'dr', 'dra', 'ee', 'etc', 'excmo', 'gral', 'hno', 'hnos', 'ing', 'lic',
  'núm', 'pág', 'prof', 'sr', 'sra', 'ud', 'uds', 'uu', 'vs',
];

/** Words that do not mean people: documents, works, organisations, days and months; and abbreviations. */
export const things: ThingWords = {
  documentNouns: [
    'acta', 'acuerdo', 'análisis', 'artículo', 'atestado', 'boletín', 'carta', 'circular', 'comunicación',
    'comunicado', 'crónica', 'cuestionario', 'declaración', 'decreto', 'demanda', 'denuncia', 'dictamen',
    'documento', 'editorial', 'encuesta', 'escrito', 'estatuto', 'estudio', 'expediente', 'fallo', 'ficha',
    'folleto', 'informe', 'informes', 'ley', 'manifiesto', 'memorando', 'memoria', 'mensaje', 'minuta',
    'misiva', 'nota', 'ordenanza', 'panfleto', 'petición', 'pliego', 'pronunciamiento', 'protocolo',
    'providencia', 'publicación', 'querella', 'recurso', 'reglamento', 'reportaje', 'resolución', 'sentencia',
    'solicitud', 'sondeo', 'sumario', 'testamento', 'texto', 'tuit', 'tweet', 'veredicto',
  ],
  bodyNouns: [
    'academia', 'agencia', 'alcaldía', 'alianza', 'arzobispado', 'asamblea', 'asociación', 'ayuntamiento',
    'banca', 'banco', 'cabildo', 'cámara', 'cancillería', 'centro', 'club', 'coalición', 'cofradía',
    'colegio', 'comandancia', 'comisaría', 'comisión', 'comité', 'compañía', 'confederación', 'congreso',
    'consejería', 'consejo', 'consistorio', 'consorcio', 'consultora', 'contraloría', 'cooperativa',
    'corporación', 'defensoría', 'delegación', 'departamento', 'diócesis', 'diputación', 'dirección',
    'ejército', 'embajada', 'empresa', 'escuela', 'estado', 'facultad', 'federación', 'fiscalía',
    'fundación', 'generalitat', 'gobernación', 'gobierno', 'grupo', 'hermandad', 'hospital', 'iglesia',
    'instituto', 'intendencia', 'junta', 'juzgado', 'liga', 'ministerio', 'movimiento', 'municipalidad',
    'museo', 'observatorio', 'oficina', 'ong', 'organismo', 'organización', 'parlamento', 'partido',
    'patronal', 'plataforma', 'policía', 'prefectura', 'procuraduría', 'rectorado', 'red', 'república',
    'secretaría', 'senado', 'servicio', 'sindicato', 'sociedad', 'subdelegación', 'superintendencia',
    'tribunal', 'unión', 'universidad',
  ],
  timeNames: [
    'abril', 'agosto', 'diciembre', 'domingo', 'enero', 'febrero', 'jueves', 'julio', 'junio', 'lunes',
    'martes', 'marzo', 'mayo', 'miércoles', 'noviembre', 'octubre', 'sábado', 'septiembre', 'setiembre',
    'viernes',
  ],
  abbreviations,
};
