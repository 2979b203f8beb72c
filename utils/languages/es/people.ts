import type { PeopleWords } from '../quoting-words.ts';

/** Words for people and bodies that speak. */
export const people: PeopleWords = {
  titles: [
    'abogada', 'abogado', 'alcalde', 'alcaldesa', 'canciller', 'capitán', 'cardenal', 'comandante',
    'comisaria', 'comisario', 'concejal', 'concejala', 'consejera', 'consejero', 'coronel', 'diputada',
    'diputado', 'director', 'directora', 'doctor', 'doctora', 'don', 'doña', 'dr', 'dra', 'economista',
    'embajador', 'embajadora', 'entrenador', 'entrenadora', 'fiscal', 'fiscala', 'general', 'gerente',
    'gobernador', 'gobernadora', 'historiador', 'historiadora', 'investigador', 'investigadora', 'juez',
    'jueza', 'líder', 'ministra', 'ministro', 'obispo', 'papa', 'portavoz', 'presidenta', 'presidente',
    'primer', 'primera', 'profesor', 'profesora', 'rector', 'rectora', 'reina', 'rey', 'secretaria',
    'secretario', 'senador', 'senadora', 'señor', 'señora', 'sr', 'sra', 'subdirector', 'subdirectora',
    'vicepresidenta', 'vicepresidente',
  ],
  titlesHe: [
    'alcalde', 'diputado', 'director', 'don', 'ministro', 'papa', 'presidente', 'rey', 'senador', 'señor',
    'sr',
  ],
  titlesShe: [
    'alcaldesa', 'diputada', 'directora', 'doña', 'ministra', 'presidenta', 'reina', 'senadora', 'señora',
    'sra',
  ],
  personNouns: [
    'activista', 'actor', 'actriz', 'agricultor', 'agricultora', 'amiga', 'amigo', 'arquitecta', 'arquitecto',
    'autor', 'autora', 'bombero', 'candidata', 'candidato', 'cantante', 'científica', 'científico',
    'compañera', 'compañero', 'concejal', 'concejala', 'conductor', 'conductora', 'coordinador',
    'coordinadora', 'delegada', 'delegado', 'director', 'directora', 'dirigente', 'doctor', 'doctora',
    'dueña', 'dueño', 'ecologista', 'empleada', 'empleado', 'empresaria', 'empresario', 'enfermera',
    'escritor', 'escritora', 'especialista', 'esposa', 'esposo', 'estudiante', 'experta', 'experto', 'fuente',
    'fuentes', 'funcionaria', 'funcionario', 'fundador', 'fundadora', 'gerente', 'guardabosques', 'hermana',
    'hermano', 'hija', 'hijo', 'hombre', 'ingeniera', 'ingeniero', 'investigador', 'investigadora', 'joven',
    'madre', 'maestra', 'maestro', 'marido', 'médica', 'médico', 'mujer', 'música', 'músico', 'oficial',
    'paciente', 'padre', 'pasajera', 'pasajero', 'periodista', 'pescador', 'pescadora', 'pescadores',
    'pintor', 'pintora', 'poeta', 'portavoz', 'psicóloga', 'psicólogo', 'residente', 'responsable', 'soldado',
    'testigo', 'testigos', 'trabajador', 'trabajadora', 'turista', 'vecina', 'vecino', 'víctima',
    'voluntaria', 'voluntario',
  ],
  personNounsHe: [
    'actor', 'amigo', 'autor', 'director', 'dueño', 'escritor', 'esposo', 'fundador', 'hermano', 'hijo',
    'hombre', 'ingeniero', 'marido', 'padre', 'vecino',
  ],
  personNounsShe: [
    'actriz', 'amiga', 'autora', 'cantante', 'concejala', 'directora', 'dueña', 'escritora', 'esposa',
    'estudiante', 'fundadora', 'gerenta', 'hermana', 'hija', 'ingeniera', 'madre', 'mujer', 'vecina',
  ],
  groupNouns: [
    'asociación', 'ayuntamiento', 'comisión', 'empresa', 'gobierno', 'ministerio', 'oposición', 'partido',
    'policía', 'sindicato',
  ],
};
