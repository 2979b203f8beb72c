import type { Constructions } from './constructions.ts';

/** Invented English sentences on how quotes are marked and laid out. */
export const marks: Constructions = {
  'straight marks': [
    ['"The planks are rotten," Mara Lindqvist said.', 'Mara Lindqvist'],
    ['"I knew nothing," Henrik Falk said. "Ask the bank."', 'Henrik Falk', 'Henrik Falk'],
    [
      '"Every boat was full" -- that is how Olaf Renner put it: "Every single one of them."',
      'Olaf Renner',
      'Olaf Renner',
    ],
  ],
  'low, high and angled marks': [
    ['„The planks are rotten,“ Mara Lindqvist said.', 'Mara Lindqvist'],
    ["``The purse is empty,'' Jonas Wieck said.", 'Jonas Wieck'],
    ['「We play for all,」 Ines Okafor said.', 'Ines Okafor'],
  ],
  'single marks and apostrophes': [
    ['‘The planks are rotten,’ Mara Lindqvist said.', 'Mara Lindqvist'],
    ['Henrik Falk said: ‘I only signed the bank’s papers.’', 'Henrik Falk'],
    ['According to Mara Lindqvist, ‘nobody’s boat is safe.’ The fishermen’s union agreed.', 'Mara Lindqvist'],
  ],
  'quotes within quotes': [
    ['“He said ‘never’ and left,” Mara Lindqvist said.', 'Mara Lindqvist'],
    ['‘She shouted “Fire!” and ran,’ Henrik Falk said.', 'Henrik Falk'],
    ['Mara Lindqvist said: “I read ‘The Long Pier’ twice.”', 'Mara Lindqvist'],
  ],
  'paragraphs that open anew': [
    ['“The planks are rotten.\n\n“We will not open before May,” Mara Lindqvist said.', 'Mara Lindqvist'],
    ['‘We play for all.\n\n‘We always have,’ Ines Okafor said.', 'Ines Okafor'],
    ['«The fleet is home.\n\n«Nobody was lost,» Tomas Berg said.', 'Tomas Berg'],
  ],
  'a closing mark that is missing': [
    ['Mara Lindqvist said: “The planks are rotten.\n\nThe meeting ended at noon.', 'Mara Lindqvist'],
    ['Ines Okafor said: “We play for all who come.\n\nThe show was full.', 'Ines Okafor'],
    ['Olaf Renner replied: «We were here before the pier was.\n\nThe hall applauded.', 'Olaf Renner'],
  ],
  'block quotes and pull quotes': [
    [
      '“Nobody walks out there until every plank is safe,” said Mara Lindqvist.\n\n“Nobody walks out there until every plank is safe”\n\nThe ferry runs.',
      'Mara Lindqvist',
    ],
    [
      'Emil Sander put it this way:\n\n“Every stone in that wall was carried by somebody’s grandmother.”',
      'Emil Sander',
    ],
    [
      'The last page of Emil Sander’s book says it best. Sander writes:\n\n“A town is a wall that learned to open.”',
      'Emil Sander',
    ],
  ],
  'interviews and transcripts': [
    [
      'REPORTER: When does the pier open?\n\nLINDQVIST: Not before May.\n\nREPORTER: Who pays?\n\nLINDQVIST: The town does.',
      'REPORTER',
      'LINDQVIST',
      'REPORTER',
      'LINDQVIST',
    ],
    [
      'JUDGE HOLM: Did you sign this?\n\nMR. FALK: I did.\n\nJUDGE HOLM: Did you read it?\n\nMR. FALK: I did not.',
      'HOLM',
      'FALK',
      'HOLM',
      'FALK',
    ],
    [
      'Olaf Renner met us at the quay.\n\nCourier: How many boats are left?\n\nOlaf Renner: Two of mine.\n\nCourier: And the others?\n\nOlaf Renner: Sold, all of them.',
      'Courier',
      'Olaf Renner',
      'Courier',
      'Olaf Renner',
    ],
  ],
  'posts and messages': [
    ['“Nobody asked us,” Olaf Renner tweeted.', 'Olaf Renner'],
    ['Emil Sander shared a picture of the wall and wrote: “Still standing.”', 'Emil Sander'],
    [
      '“See you on the pier!” Mara Lindqvist wrote under a photograph of the first new plank.',
      'Mara Lindqvist',
    ],
  ],
};
