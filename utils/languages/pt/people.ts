import type { PeopleWords } from '../quoting-words.ts';

/** Words for people and bodies that speak. */
export const people: PeopleWords = {
  titles: [
    'advogada', 'advogado', 'autarca', 'bispo', 'capitão', 'cardeal', 'chanceler', 'comandante', 'comissária',
    'comissário', 'coronel', 'deputada', 'deputado', 'diretor', 'diretora', 'doutor', 'doutora', 'dr', 'dra',
    'economista', 'embaixador', 'embaixadora', 'general', 'gerente', 'governador', 'governadora',
    'historiador', 'historiadora', 'investigador', 'investigadora', 'juiz', 'juíza', 'líder', 'ministra',
    'ministro', 'papa', 'porta-voz', 'prefeita', 'prefeito', 'presidente', 'primeira-ministra',
    'primeiro-ministro', 'procurador', 'procuradora', 'professor', 'professora', 'rainha', 'rei', 'reitor',
    'reitora', 'secretária', 'secretário', 'senador', 'senadora', 'senhor', 'senhora', 'sr', 'sra',
    'subdiretor', 'subdiretora', 'treinador', 'treinadora', 'vereador', 'vereadora', 'vice-presidente',
  ],
  titlesHe: [
    'deputado', 'diretor', 'ministro', 'papa', 'prefeito', 'rei', 'secretário', 'senador', 'senhor', 'sr',
    'treinador', 'vereador',
  ],
  titlesShe: [
    'deputada', 'diretora', 'embaixadora', 'ministra', 'prefeita', 'presidenta', 'procuradora', 'rainha',
    'reitora', 'secretária', 'senadora', 'senhora', 'sra', 'treinadora', 'vereadora',
  ],
  personNouns: [
    'administrador', 'administradora', 'agricultor', 'agricultora', 'amiga', 'amigo', 'arquiteta',
    'arquiteto', 'ativista', 'ator', 'atriz', 'autor', 'autora', 'barbeiro', 'bibliotecária', 'bibliotecário',
    'bombeira', 'bombeiro', 'camionista', 'candidata', 'candidato', 'cantor', 'cantora', 'carpinteiro',
    'cientista', 'colega', 'comerciante', 'coordenador', 'coordenadora', 'costureira', 'cozinheira',
    'cozinheiro', 'delegada', 'delegado', 'dentista', 'diretor', 'diretora', 'dirigente', 'doente', 'dona',
    'dono', 'doutor', 'doutora', 'ecologista', 'eletricista', 'empregada', 'empregado', 'empresária',
    'empresário', 'encenador', 'encenadora', 'enfermeira', 'enfermeiro', 'engenheira', 'engenheiro',
    'escritor', 'escritora', 'especialista', 'esposa', 'esposo', 'estudante', 'farmacêutica', 'farmacêutico',
    'filha', 'filho', 'fonte', 'fontes', 'funcionária', 'funcionário', 'fundador', 'fundadora', 'gerente',
    'guarda-florestal', 'guia', 'historiador', 'historiadora', 'homem', 'investigador', 'investigadora',
    'irmã', 'irmão', 'jardineira', 'jardineiro', 'jornalista', 'jovem', 'lojista', 'mãe', 'marido',
    'marinheiro', 'médica', 'médico', 'morador', 'moradora', 'motorista', 'mulher', 'música', 'músico',
    'notária', 'notário', 'oficial', 'operária', 'operário', 'paciente', 'padeira', 'padeiro', 'padre', 'pai',
    'passageira', 'passageiro', 'pedreiro', 'pescador', 'pescadora', 'pescadores', 'pintor', 'pintora',
    'poeta', 'porta-voz', 'porteira', 'porteiro', 'psicóloga', 'psicólogo', 'realizador', 'realizadora',
    'reformada', 'reformado', 'responsável', 'sapateiro', 'sindicalista', 'soldado', 'taxista', 'testemunha',
    'testemunhas', 'trabalhador', 'trabalhadora', 'turista', 'vendedor', 'vendedora', 'vereador', 'vereadora',
    'veterinária', 'veterinário', 'vítima', 'vizinha', 'vizinho', 'voluntária', 'voluntário',
  ],
  personNounsHe: [
    'administrador', 'amigo', 'ator', 'autor', 'barbeiro', 'bibliotecário', 'carpinteiro', 'cozinheiro',
    'dono', 'encenador', 'enfermeiro', 'engenheiro', 'escritor', 'esposo', 'farmacêutico', 'filho',
    'fundador', 'homem', 'irmão', 'jardineiro', 'marido', 'marinheiro', 'morador', 'notário', 'operário',
    'padeiro', 'padre', 'pai', 'pedreiro', 'porteiro', 'reformado', 'sapateiro', 'vendedor', 'veterinário',
    'vizinho',
  ],
  personNounsShe: [
    'administradora', 'amiga', 'atriz', 'autora', 'bibliotecária', 'cantora', 'costureira', 'cozinheira',
    'dona', 'encenadora', 'enfermeira', 'engenheira', 'escritora', 'esposa', 'farmacêutica', 'filha',
    'fundadora', 'irmã', 'jardineira', 'mãe', 'moradora', 'mulher', 'notária', 'operária', 'padeira',
    'porteira', 'reformada', 'vendedora', 'veterinária', 'vizinha',
  ],
  groupNouns: [
    'associação', 'câmara', 'comissão', 'empresa', 'governo', 'ministério', 'oposição', 'partido', 'polícia',
    'sindicato',
  ],
};
