import type { NameWords } from '../quoting-words.ts';

/** Names of people. */
export const names: NameWords = {
  nameParticles: ['de', 'van', 'von'],
  maleGivenNames: [
    'adam', 'aleksander', 'andrzej', 'antoni', 'arkadiusz', 'artur', 'bartłomiej', 'bartosz', 'bogdan',
    'bogusław', 'bolesław', 'bronisław', 'cezary', 'czesław', 'damian', 'daniel', 'dariusz', 'dawid',
    'dominik', 'donald', 'edward', 'emil', 'eryk', 'eugeniusz', 'feliks', 'filip', 'franciszek', 'fryderyk',
    'grzegorz', 'gustaw', 'henryk', 'hubert', 'ignacy', 'igor', 'jacek', 'jakub', 'jan', 'janusz', 'jarosław',
    'jerzy', 'jonasz', 'józef', 'julian', 'juliusz', 'kacper', 'kajetan', 'kamil', 'karol', 'kazimierz',
    'konrad', 'kornel', 'krystian', 'krzysztof', 'lech', 'leon', 'leszek', 'lucjan', 'ludwik', 'łukasz',
    'maciej', 'maksymilian', 'marcin', 'marek', 'marian', 'mariusz', 'mateusz', 'michał', 'mieczysław',
    'mikołaj', 'mirosław', 'natan', 'norbert', 'olaf', 'olgierd', 'oskar', 'patryk', 'paweł', 'przemysław',
    'radosław', 'rafał', 'robert', 'roman', 'ryszard', 'sebastian', 'seweryn', 'sławomir', 'stanisław',
    'stefan', 'sylwester', 'szymon', 'tadeusz', 'tymoteusz', 'wacław', 'waldemar', 'wiesław', 'wiktor',
    'wincenty', 'witold', 'władysław', 'włodzimierz', 'wojciech', 'zbigniew', 'zdzisław', 'zenon', 'zygmunt',
  ],
  femaleGivenNames: [
    'aldona', 'aleksandra', 'alicja', 'alina', 'anita', 'anna', 'antonina', 'barbara', 'beata', 'bożena',
    'celina', 'dagmara', 'danuta', 'dominika', 'dorota', 'edyta', 'eliza', 'elżbieta', 'emilia', 'eugenia',
    'ewa', 'ewelina', 'felicja', 'gabriela', 'grażyna', 'halina', 'hanna', 'helena', 'honorata', 'inga',
    'irena', 'iwona', 'izabela', 'jadwiga', 'janina', 'joanna', 'jolanta', 'judyta', 'julia', 'justyna',
    'kamila', 'karolina', 'katarzyna', 'kinga', 'klara', 'klaudia', 'kornelia', 'krystyna', 'laura', 'lena',
    'lidia', 'liliana', 'lucyna', 'magda', 'magdalena', 'maja', 'małgorzata', 'mara', 'maria', 'marianna',
    'mariola', 'marta', 'martyna', 'marzena', 'michalina', 'milena', 'mirosława', 'monika', 'natalia', 'nina',
    'olga', 'oliwia', 'patrycja', 'paulina', 'petra', 'renata', 'roksana', 'róża', 'sabina', 'sandra',
    'stefania', 'sylwia', 'teresa', 'urszula', 'wanda', 'weronika', 'wiesława', 'wiktoria', 'zofia',
    'zuzanna', 'żaneta',
  ],
  nameEndings: [
    'a', 'ą', 'e', 'ego', 'ej', 'em', 'emu', 'ę', 'i', 'ią', 'ie', 'iego', 'iej', 'iem', 'iemu', 'im', 'o',
    'owi', 'owie', 'u', 'y', 'ym',
  ],
};
