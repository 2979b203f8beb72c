import type { Constructions } from './constructions.ts';

/** Invented English sentences on who speaks and who that is. */
export const speakers: Constructions = {
  'said by way of somebody else': [
    [
      'The harbour office said Olaf Renner insisted that “the fleet will keep its old berths.”',
      'Olaf Renner',
    ],
    [
      'The ministry said that Jonas Wieck stressed that “no village will be left without light.”',
      'Jonas Wieck',
    ],
  ],
  'in the passive': [
    [
      'Mara Lindqvist was quoted as saying that “the planks are rotten through and through.”',
      'Mara Lindqvist',
    ],
    ['“The road will not hold,” Petra Holm was cited as saying.', 'Petra Holm'],
  ],
  'denied, not said, asked': [
    ['Mara Lindqvist did not say whether the pier “will ever open to the public again.”', 'Mara Lindqvist'],
    ['Asked whether the road would hold, Petra Holm said: “No.”', 'Petra Holm'],
    ['“I won’t answer that,” Henrik Falk replied.', 'Henrik Falk'],
  ],
  'the same speaker goes on without a cue': [
    [
      '“The planks are rotten,” Mara Lindqvist said. “We will not open before May.”',
      'Mara Lindqvist',
      'Mara Lindqvist',
    ],
    [
      '“We play for all,” Ines Okafor said. She pointed at the empty seats. “For them, too.”',
      'Ines Okafor',
      'Ines Okafor',
    ],
    [
      'Tomas Berg was blunt: “We cannot wait.” And again: “We cannot wait another winter.”',
      'Tomas Berg',
      'Tomas Berg',
    ],
  ],
  'two speak together': [
    [
      '“We will not leave,” Mara Lindqvist and Tomas Berg said in a joint letter.',
      'Mara Lindqvist and Tomas Berg',
    ],
    ['“Nobody asked us,” Olaf Renner and Henrik Falk complained.', 'Olaf Renner and Henrik Falk'],
    ['“I was first,” said Mara Lindqvist, and Tomas Berg laughed.', 'Mara Lindqvist'],
  ],
  'people who share a surname': [
    ['David Okafor and Helen Okafor run the theatre.\n\n“We play for all,” Ms. Okafor said.', 'Helen Okafor'],
    ['Helen Okafor and David Okafor met the press. “We sold every seat,” David said.', 'David Okafor'],
    ['Helen Okafor and David Okafor own the hall. “It leaks,” he said.', 'David Okafor'],
  ],
  'the holder of a role': [
    ['Mayor Mara Lindqvist closed the pier. “The planks are rotten,” the mayor said.', 'Mara Lindqvist'],
    ['Senator Tomas Berg came late. “The train was full,” the senator said.', 'Tomas Berg'],
    [
      'Governor Mara Lindqvist toured the harbour. The governor said: “We start on Monday.”',
      'Mara Lindqvist',
    ],
  ],
  'sources without a name': [
    ['“The planks are rotten,” said a senior official, who asked not to be named.', 'a senior official'],
    ['“We saw the water rise,” another neighbour said.', 'another neighbour'],
    ['Two officials said the plan was “dead before it was born.”', 'Two officials'],
  ],
  'bodies and documents': [
    ['“The pier stays shut,” the council said in a statement.', 'the council'],
    ['According to the report, “every third plank is rotten.”', 'the report'],
    ['The letter said: “Nobody will be paid before winter.”', 'The letter'],
  ],
  'later mentions of a name': [
    ['Mara J. Lindqvist opened the meeting. “The planks are rotten,” Lindqvist said.', 'Mara J. Lindqvist'],
    ['Petra van der Holm closed the road. “It will not hold,” van der Holm said.', 'Petra van der Holm'],
    ['Mary-Ann Lindqvist opened the meeting. “The planks are rotten,” Lindqvist said.', 'Mary-Ann Lindqvist'],
  ],
  'two speakers in turn': [
    [
      '“The planks are rotten,” Mara Lindqvist said.\n\n“They were fine last year,” Tomas Berg replied.',
      'Mara Lindqvist',
      'Tomas Berg',
    ],
    [
      'While Mara Lindqvist called the plan “brave and long overdue,” Olaf Renner called it “a joke at our expense.”',
      'Mara Lindqvist',
      'Olaf Renner',
    ],
    [
      'Tomas Berg told Mara Lindqvist: “Open the pier.” Lindqvist told Berg: “Mend it first.”',
      'Tomas Berg',
      'Mara Lindqvist',
    ],
  ],
  'relatives of somebody': [
    ['Olaf Renner left the harbour in May. His aunt said, “He never liked the water.”', 'His aunt'],
    ['Petra Holm works at night. “We hardly see her,” her daughter said.', 'her daughter'],
    ['Mara Lindqvist grew up here. “She was always the loudest,” her cousin recalled.', 'her cousin'],
  ],
  'documents that speak': [
    ['The deed says the land “shall stay open to all who fish.”', 'The deed'],
    ['The contract says the firm “will bear all costs of the repair.”', 'The contract'],
    ['“Beware of the tide,” a plaque on the wall says.', 'a plaque'],
  ],
  'peoples and families in the plural': [
    ['The Saudis state that the talks were “long and honest and without result.”', 'The Saudis'],
    ['The Canadians answer that the timber “was paid for in advance.”', 'The Canadians'],
    ['The Greens demand that the plant “be shut before the next election.”', 'The Greens'],
  ],
};
