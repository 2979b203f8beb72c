import type { Constructions } from './constructions.ts';

/** Invented English sentences whose clauses lead astray whoever takes the nearest name. */
export const clauses: Constructions = {
  'said in a recording': [
    ['The programme began with old film of Tomas Berg promising: “The sand will come back.”', 'Tomas Berg'],
    ['A camera caught Ines Okafor saying: “We open tonight.”', 'Ines Okafor'],
    ['The footage showed Jonas Wieck shouting, “Shut the gate!”', 'Jonas Wieck'],
    ['The video shows Henrik Falk telling a guard, “I have a key of my own.”', 'Henrik Falk'],
    ['On the recording, Emil Sander can be heard saying: “Do not touch that stone.”', 'Emil Sander'],
    ['The spot closes with audio of Mara Lindqvist saying she “never liked the old pier.”', 'Mara Lindqvist'],
    ['In the video, Olaf Renner says: “The nets are gone.”', 'Olaf Renner'],
    ['The advertisement uses footage of Mara Lindqvist asking, “Who needs a pier?”', 'Mara Lindqvist'],
    ['The film ends with a recording of Olaf Renner saying, “Nobody asked us.”', 'Olaf Renner'],
    ['The station played a tape of Jonas Wieck warning: “There is no money left.”', 'Jonas Wieck'],
    ['The report opens with a picture of Petra Holm shouting, “Get off the ice!”', 'Petra Holm'],
  ],
  'told to somebody else': [
    ['Tomas Berg met the fishermen at dawn, promising them “a dry berth for every boat.”', 'Tomas Berg'],
    ['“The wall is safe,” Emil Sander assured Mara Lindqvist.', 'Emil Sander'],
    ['Petra Holm told Jonas Wieck: “Your men left the gate open.”', 'Petra Holm'],
    ['Ines Okafor reminded Henrik Falk that the curtain “was paid for by the town.”', 'Ines Okafor'],
    ['“You knew it all along,” Olaf Renner told Tomas Berg.', 'Olaf Renner'],
    ['Henrik Falk wrote to Mara Lindqvist: “I resign from today.”', 'Henrik Falk'],
    ['Asked by Ines Okafor about the purse, Jonas Wieck said: “It is empty.”', 'Jonas Wieck'],
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
    ['“The planks are rotten” -- so said Mara Lindqvist.', 'Mara Lindqvist'],
    ['Petra Holm -- who had not slept -- said: “The road will not hold.”', 'Petra Holm'],
    ['Jonas Wieck - and he alone - warned: “The purse is empty.”', 'Jonas Wieck'],
    ['“Not one nail is where it was” -- Tomas Berg said so himself.', 'Tomas Berg'],
    ['Emil Sander - a historian - explained, “The wall is older than the town.”', 'Emil Sander'],
    ['Ines Okafor — the actress, not the mayor — replied: “I only sing here.”', 'Ines Okafor'],
    ['“We slept in the boat,” Henrik Falk -- a clerk until May -- recalled.', 'Henrik Falk'],
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
    ['“The queue was longer than the street,” Channel 9 reported.', 'Channel 9'],
    ['Unit 12 said the tunnel was “dry for the first time in years.”', 'Unit 12'],
    ['“Nobody was told,” Local 305 said in a letter.', 'Local 305'],
    ['“We will march on Sunday,” Ward 6 councillor Tomas Berg said.', 'Tomas Berg'],
    ['The 46-year-old said: “I have walked this pier since I was six.”', 'The 46-year-old'],
    ['Pier 21 said the plan “leaves out everybody under thirty.”', 'Pier 21'],
    ['“Five boats were lost,” 1st Lt. Petra Holm said.', 'Petra Holm'],
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
    ['Reporters found Olaf Renner, who told them: “Nobody asked us.”', 'Olaf Renner'],
    ['The letter came from Mara Lindqvist, who wrote that the pier “must stay shut.”', 'Mara Lindqvist'],
    ['Among them was Henrik Falk, who recalled: “We slept in the boat.”', 'Henrik Falk'],
    ['Nobody was angrier than Tomas Berg, who called the plan “a gift to the sea.”', 'Tomas Berg'],
    ['The prize went to Jonas Wieck, who joked: “I shall spend it before you can tax it.”', 'Jonas Wieck'],
    ['It was the mayor, Mara Lindqvist, who said, “The planks are rotten.”', 'Mara Lindqvist'],
    ['A woman who gave her name as Ana Holm said: “The ferry is late again.”', 'Ana Holm'],
    ['Petra Holm, who led the search, said: “We turned every stone.”', 'Petra Holm'],
    ['The council heard Emil Sander, who said: “Every stone is numbered.”', 'Emil Sander'],
    ['It was Ines Okafor who warned that “nobody leaves before the end.”', 'Ines Okafor'],
    [
      'He refused to pay a mason who said he was cheated, and Petra Holm replied: “Nobody was cheated.”',
      'Petra Holm',
    ],
  ],
};
