import type { Constructions } from './constructions.ts';

/** Invented English sentences whose clauses lead astray whoever takes the nearest name. */
export const clauses: Constructions = {
  'said in a recording': [
    ['The advertisement uses footage of Mara Lindqvist asking, “Who needs a pier?”', 'Mara Lindqvist'],
    ['The film ends with a recording of Olaf Renner saying, “Nobody asked us.”', 'Olaf Renner'],
    ['The station played a tape of Jonas Wieck warning: “There is no money left.”', 'Jonas Wieck'],
    ['The report opens with a picture of Petra Holm shouting, “Get off the ice!”', 'Petra Holm'],
  ],
  'told to somebody else': [
    [
      'Mara Lindqvist was adamant about the pier, telling Tomas Berg they would “never close it again.”',
      'Mara Lindqvist',
    ],
    ['Olaf Renner left early, telling Ines Okafor: “The tide waits for nobody.”', 'Olaf Renner'],
    [
      'Jonas Wieck signed the letter, assuring Petra Holm that “every village will have light by spring.”',
      'Jonas Wieck',
    ],
  ],
  'dashes as they are typed': [
    [
      'Emil Sander, the chief of Ellery Stone -- the company that repairs the wall, which is as old as the town -- told the council, “We are masons, not magicians.”',
      'Emil Sander',
    ],
    ['Olaf Renner - the oldest of the fishermen - said: “Nobody asked us.”', 'Olaf Renner'],
    [
      '“We wait for spring” -- Tomas Berg said it twice -- “and for nothing else.”',
      'Tomas Berg',
      'Tomas Berg',
    ],
  ],
  'numbers in names': [
    [
      'The local station Channel 4 is reporting that the pier was “held up by nothing but paint.”',
      'Channel 4',
    ],
    ['Radio Ellery 7 said there was “a very long queue for bread.”', 'Radio Ellery 7'],
    [
      '“They choose between bread and boots,” Fight for $15 organising director Petra Holm told the crowd.',
      'Petra Holm',
    ],
  ],
  'by way of “who”': [
    ['The council heard Emil Sander, who said: “Every stone is numbered.”', 'Emil Sander'],
    ['It was Ines Okafor who warned that “nobody leaves before the end.”', 'Ines Okafor'],
    [
      'He refused to pay a mason who said he was cheated, and Petra Holm replied: “Nobody was cheated.”',
      'Petra Holm',
    ],
  ],
};
