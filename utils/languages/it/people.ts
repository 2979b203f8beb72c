import type { PeopleWords } from '../quoting-words.ts';

/** Words for people and bodies that speak. */
export const people: PeopleWords = {
  titles: [
    'allenatore', 'allenatrice', 'ambasciatore', 'ambasciatrice', 'assessora', 'assessore', 'avvocata',
    'avvocato', 'cancelliere', 'capitano', 'cardinale', 'colonnello', 'comandante', 'commissaria',
    'commissario', 'consigliera', 'consigliere', 'deputata', 'deputato', 'direttore', 'direttrice', 'dott',
    'dottor', 'dottoressa', 'economista', 'generale', 'giudice', 'governatore', 'governatrice', 'ingegnera',
    'ingegnere', 'leader', 'ministra', 'ministro', 'papa', 'portavoce', 'premier', 'presidente',
    'presidentessa', 'procuratore', 'procuratrice', 'professore', 'professoressa', 're', 'regina', 'rettore',
    'rettrice', 'ricercatore', 'ricercatrice', 'segretaria', 'segretario', 'senatore', 'senatrice', 'signor',
    'signora', 'sindaca', 'sindaco', 'storica', 'storico', 'vescovo', 'vicepresidente', 'vicesindaca',
    'vicesindaco',
  ],
  titlesHe: [
    'deputato', 'direttore', 'dottor', 'ministro', 'papa', 'professore', 're', 'senatore', 'signor',
    'sindaco',
  ],
  titlesShe: [
    'ambasciatrice', 'assessora', 'avvocata', 'consigliera', 'deputata', 'direttrice', 'dottoressa',
    'ministra', 'presidentessa', 'professoressa', 'regina', 'rettrice', 'senatrice', 'signora', 'sindaca',
  ],
  personNouns: [
    'abitante', 'agricoltore', 'allevatore', 'allevatrice', 'amica', 'amico', 'architetta', 'architetto',
    'artigiana', 'artigiano', 'attivista', 'attore', 'attrice', 'autista', 'autore', 'autrice', 'barista',
    'bibliotecaria', 'bibliotecario', 'bidella', 'bidello', 'cameriera', 'cameriere', 'camionista',
    'candidata', 'candidato', 'cantante', 'collega', 'commerciante', 'consigliera', 'consigliere',
    'contadina', 'contadino', 'coordinatore', 'coordinatrice', 'cuoca', 'cuoco', 'custode', 'delegata',
    'delegato', 'dentista', 'dipendente', 'dirigente', 'donna', 'dottore', 'dottoressa', 'ecologista',
    'elettricista', 'esperta', 'esperto', 'falegname', 'farmacista', 'figlia', 'figlio', 'fondatore',
    'fondatrice', 'fonte', 'fonti', 'fornaia', 'fornaio', 'fratello', 'funzionaria', 'funzionario',
    'giardiniera', 'giardiniere', 'giornalista', 'guardaboschi', 'guida', 'idraulico', 'impiegata',
    'impiegato', 'imprenditore', 'imprenditrice', 'infermiera', 'ingegnera', 'ingegnere', 'investigatore',
    'investigatrice', 'libraia', 'libraio', 'macellaio', 'madre', 'maestra', 'maestro', 'marinaio', 'marito',
    'medico', 'moglie', 'musicista', 'negoziante', 'notaio', 'operaia', 'operaio', 'padre', 'panettiera',
    'panettiere', 'parroco', 'passeggera', 'passeggero', 'paziente', 'pensionata', 'pensionato', 'pescatore',
    'pescatori', 'pittore', 'pittrice', 'poeta', 'poetessa', 'pompiere', 'preside', 'primaria', 'primario',
    'proprietaria', 'proprietario', 'psicologa', 'psicologo', 'ragazza', 'ragazzo', 'rappresentante',
    'regista', 'residente', 'responsabile', 'sarta', 'scienziata', 'scienziato', 'scrittore', 'scrittrice',
    'soldato', 'sorella', 'specialista', 'storica', 'storico', 'studente', 'studentessa', 'tassista',
    'testimone', 'testimoni', 'titolare', 'turista', 'ufficiale', 'uomo', 'veterinaria', 'veterinario',
    'vicina', 'vicino', 'vittima', 'volontaria', 'volontario',
  ],
  personNounsHe: [
    'allevatore', 'amico', 'artigiano', 'attore', 'autore', 'bibliotecario', 'bidello', 'cameriere',
    'consigliere', 'contadino', 'cuoco', 'falegname', 'figlio', 'fondatore', 'fornaio', 'fratello',
    'giardiniere', 'idraulico', 'impiegato', 'libraio', 'macellaio', 'marinaio', 'marito', 'notaio',
    'operaio', 'padre', 'panettiere', 'parroco', 'pensionato', 'pittore', 'proprietario', 'scrittore',
    'studente', 'uomo', 'veterinario', 'vicino',
  ],
  personNounsShe: [
    'allevatrice', 'amica', 'artigiana', 'attrice', 'autrice', 'bibliotecaria', 'bidella', 'cameriera',
    'consigliera', 'contadina', 'cuoca', 'donna', 'figlia', 'fondatrice', 'fornaia', 'giardiniera',
    'impiegata', 'libraia', 'madre', 'moglie', 'operaia', 'panettiera', 'pensionata', 'pittrice',
    'proprietaria', 'sarta', 'scrittrice', 'sorella', 'studentessa', 'veterinaria', 'vicina',
  ],
  groupNouns: [
    'associazione', 'azienda', 'commissione', 'comune', 'governo', 'ministero', 'opposizione', 'partito',
    'polizia', 'procura', 'sindacato',
  ],
};
