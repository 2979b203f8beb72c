import type { Constructions } from './constructions.ts';

/** Invented English sentences whose clauses lead astray whoever takes the nearest name. */
export const clauses: Constructions = {
  'said in a recording': [
    ['The report opens with a picture of Petra Holm shouting, “Get off the ice!”', 'Petra Holm'],
  ],
  'told to somebody else': [
    ['Tomas Berg met the fishermen at dawn, promising them “a dry berth for every boat.”', 'Tomas Berg'],
    ['Asked by Ines Okafor about the purse, Jonas Wieck said: “It is empty.”', 'Jonas Wieck'],
    [
      'Jonas Wieck signed the letter, assuring Petra Holm that “every village will have light by spring.”',
      'Jonas Wieck',
    ],
  ],
  'dashes as they are typed': [
    ['“The planks are rotten” -- so said Mara Lindqvist.', 'Mara Lindqvist'],
    ['“We slept in the boat,” Henrik Falk -- a clerk until May -- recalled.', 'Henrik Falk'],
    [
      '“We wait for spring” -- Tomas Berg said it twice -- “and for nothing else.”',
      'Tomas Berg',
      'Tomas Berg',
    ],
  ],
  'numbers in names': [
    ['“The queue was longer than the street,” Channel 9 reported.', 'Channel 9'],
    ['“Five boats were lost,” 1st Lt. Petra Holm said.', 'Petra Holm'],
    [
      '“They choose between bread and boots,” Fight for $15 organising director Petra Holm told the crowd.',
      'Petra Holm',
    ],
  ],
  'by way of “who”': [
    ['Reporters found Olaf Renner, who told them: “Nobody asked us.”', 'Olaf Renner'],
    ['Petra Holm, who led the search, said: “We turned every stone.”', 'Petra Holm'],
    [
      'He refused to pay a mason who said he was cheated, and Petra Holm replied: “Nobody was cheated.”',
      'Petra Holm',
    ],
  ],
};
