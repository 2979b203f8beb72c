import type { PeopleWords } from '../quoting-words.ts';

/** Words for people and bodies that speak. */
export const people: PeopleWords = {
  titles: [
    'biskup', 'burmistrz', 'burmistrzyni', 'dowódca', 'dr', 'dyrektor', 'dyrektorka', 'ekonomista',
    'ekonomistka', 'generał', 'historyczka', 'historyk', 'inżynier', 'kanclerz', 'kapitan', 'kierowniczka',
    'kierownik', 'król', 'królowa', 'ksiądz', 'lider', 'liderka', 'major', 'marszałek', 'mecenas', 'minister',
    'ministra', 'ministrant', 'ministrantka', 'ordynator', 'ordynatorka', 'pan', 'pani', 'papież', 'poseł',
    'posłanka', 'premier', 'premierka', 'prezes', 'prezeska', 'prezydent', 'prof', 'profesor', 'prokurator',
    'pułkownik', 'radna', 'radny', 'rektor', 'rektorka', 'rzeczniczka', 'rzecznik', 'sekretarz', 'senator',
    'senatorka', 'sędzia', 'starosta', 'szef', 'szefowa', 'trener', 'trenerka', 'wiceminister', 'wicepremier',
    'wiceprezydent', 'wicestarosta', 'wojewoda', 'wojewodzina', 'wójt', 'zastępca', 'zastępczyni',
  ],
  titlesHe: ['ekonomista', 'historyk', 'król', 'pan', 'papież', 'poseł', 'prezes', 'rzecznik', 'szef'],
  titlesShe: [
    'burmistrzyni', 'dyrektorka', 'ekonomistka', 'kierowniczka', 'królowa', 'liderka', 'ministra', 'pani',
    'posłanka', 'premierka', 'prezeska', 'radna', 'rzeczniczka', 'senatorka', 'szefowa', 'trenerka',
  ],
  personNouns: [
    'aktor', 'aktorka', 'architekt', 'architektka', 'autor', 'autorka', 'badacz', 'badaczka', 'brat', 'córka',
    'dostawca', 'działacz', 'działaczka', 'dziennikarka', 'dziennikarz', 'ekolog', 'ekspert', 'ekspertka',
    'inżynier', 'kandydat', 'kandydatka', 'kierowca', 'kobieta', 'lekarka', 'lekarz', 'leśniczy',
    'leśniczyna', 'malarka', 'malarz', 'matka', 'mąż', 'mężczyzna', 'mieszkaniec', 'mieszkanka', 'muzyk',
    'nauczyciel', 'nauczycielka', 'naukowiec', 'oficer', 'ojciec', 'ordynator', 'ordynatorka', 'pacjent',
    'pacjentka', 'pasażer', 'pasażerka', 'pielęgniarka', 'piosenkarka', 'piosenkarz', 'pisarka', 'pisarz',
    'poeta', 'poetka', 'policjant', 'policjantka', 'polityk', 'pracownica', 'pracownik', 'przedsiębiorca',
    'przyjaciel', 'przyjaciółka', 'psycholog', 'radna', 'radny', 'ratownik', 'reżyser', 'reżyserka', 'rolnik',
    'rybacy', 'rybak', 'sąsiad', 'sąsiadka', 'siostra', 'socjolog', 'sprzedawca', 'sprzedawczyni', 'strażak',
    'student', 'studentka', 'syn', 'świadek', 'świadkowie', 'turysta', 'turystka', 'urzędniczka', 'urzędnik',
    'właściciel', 'właścicielka', 'wolontariusz', 'wolontariuszka', 'żołnierz', 'żona',
  ],
  personNounsHe: [
    'aktor', 'brat', 'inżynier', 'mąż', 'mężczyzna', 'ojciec', 'policjant', 'reżyser', 'rolnik', 'rybak',
    'strażak', 'syn',
  ],
  personNounsShe: [
    'aktorka', 'autorka', 'badaczka', 'córka', 'działaczka', 'dziennikarka', 'ekspertka', 'kandydatka',
    'kobieta', 'lekarka', 'malarka', 'matka', 'mieszkanka', 'nauczycielka', 'pielęgniarka', 'piosenkarka',
    'pisarka', 'poetka', 'przyjaciółka', 'reżyserka', 'sąsiadka', 'siostra', 'studentka', 'właścicielka',
    'żona',
  ],
  groupNouns: [
    'firma', 'komisja', 'ministerstwo', 'opozycja', 'partia', 'policja', 'prokuratura', 'rząd',
    'stowarzyszenie', 'związek',
  ],
};
