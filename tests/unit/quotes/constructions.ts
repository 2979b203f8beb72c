/** By construction: a text, and the speaker of each of its quotes. */
export type Constructions = Readonly<
  Record<string, readonly (readonly [text: string, ...speakers: (string | null)[]])[]>
>;

/** Invented English sentences on cue and clause. */
export const constructions: Constructions = {
  'quote, speaker said': [
    ['“The planks are rotten,” Mara Lindqvist said.', 'Mara Lindqvist'],
    ['“Why now?” Tomas Berg asked.', 'Tomas Berg'],
    ['“I saw the ice crack,” Henrik Falk later recalled.', 'Henrik Falk'],
  ],
  'quote, said speaker': [
    ['“The planks are rotten,” said Mara Lindqvist.', 'Mara Lindqvist'],
    ['“The wall will stand,” insisted Emil Sander, a historian at the college.', 'Emil Sander'],
    ['“Every boat was full,” said Harbour Commissioner Tomas Berg.', 'Tomas Berg'],
  ],
  'speaker said: quote': [
    ['Mara Lindqvist said: “The planks are rotten.”', 'Mara Lindqvist'],
    ['Petra Holm put it this way: “The water comes up every hour.”', 'Petra Holm'],
    ['In a letter to the town, Ines Okafor wrote: “The theatre stays open.”', 'Ines Okafor'],
  ],
  'speaker said that quote': [
    ['Mara Lindqvist said that the pier “will stay shut until the planks are safe.”', 'Mara Lindqvist'],
    ['Ines Okafor called the decision “a slap in the face of every actor.”', 'Ines Okafor'],
    ['Mara Lindqvist promised to “mend every plank by hand.”', 'Mara Lindqvist'],
  ],
  'told, wrote, according to': [
    ['According to Mara Lindqvist, “the planks are rotten through and through.”', 'Mara Lindqvist'],
    ['“The theatre stays open,” Ines Okafor wrote in an email to the paper.', 'Ines Okafor'],
    ['Emil Sander told students: “Walk the wall before you read about it.”', 'Emil Sander'],
  ],
  'broken quotes': [
    ['“The planks,” Mara Lindqvist said, “are rotten.”', 'Mara Lindqvist', 'Mara Lindqvist'],
    ['“You see,” Ines Okafor told the guests, “the curtain still works.”', 'Ines Okafor', 'Ines Okafor'],
    [
      '“Come in,” Mara Lindqvist said, opening the door. “Mind the planks.”',
      'Mara Lindqvist',
      'Mara Lindqvist',
    ],
  ],
  'goes on in the next paragraph': [
    [
      '“The planks are rotten,” Mara Lindqvist said.\n\n“We will not open before May.”',
      'Mara Lindqvist',
      'Mara Lindqvist',
    ],
    [
      'Petra Holm said she was “deeply worried.”\n\n“I don’t think it will stop. I don’t think it wants to.”',
      'Petra Holm',
      'Petra Holm',
    ],
    [
      '“It rained,” Petra Holm said.\n\nThen came the flood.\n\n“It came at night,” she said.',
      'Petra Holm',
      'Petra Holm',
    ],
  ],
  'appositions, relative clauses and long titles': [
    ['“The road is closed,” the police spokeswoman, Petra Holm, told the radio.', 'Petra Holm'],
    ['“We play for all,” said Ines Okafor, director of the Ellery Theatre.', 'Ines Okafor'],
    ['“It was cold,” said Olaf Renner, 61, a fisherman from Ellery.', 'Olaf Renner'],
  ],
  pronouns: [
    ['Mara Lindqvist opened the meeting.\n\n“The planks are rotten,” she said.', 'Mara Lindqvist'],
    [
      '“I knew nothing,” Henrik Falk said. He said he had “only signed the papers.”',
      'Henrik Falk',
      'Henrik Falk',
    ],
    [
      'Olaf Renner — who owns two boats — told The Ellery Post he would stay. He said he “never thought of leaving.”',
      'Olaf Renner',
    ],
  ],
};
