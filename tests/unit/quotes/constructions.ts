/** Invented English sentences by construction: each quote is written `[[Speaker: words]]`, as in `languages/read-article.ts`. */
export const constructions: Readonly<Record<string, readonly string[]>> = {
  'quote, speaker said': [
    '“[[Mara Lindqvist: The planks are rotten]],” Mara Lindqvist said.',
    '“[[Tomas Berg: Why now?]]” Tomas Berg asked.',
    '“[[Henrik Falk: I saw the ice crack]],” Henrik Falk later recalled.',
  ],
  'quote, said speaker': [
    '“[[Mara Lindqvist: The planks are rotten]],” said Mara Lindqvist.',
    '“[[Emil Sander: The wall will stand]],” insisted Emil Sander, a historian at the college.',
    '“[[Tomas Berg: Every boat was full]],” said Harbour Commissioner Tomas Berg.',
  ],
  'speaker said: quote': [
    'Mara Lindqvist said: “[[Mara Lindqvist: The planks are rotten.]]”',
    'Petra Holm put it this way: “[[Petra Holm: The water comes up every hour.]]”',
    'In a letter to the town, Ines Okafor wrote: “[[Ines Okafor: The theatre stays open.]]”',
  ],
  'speaker said that quote': [
    'Mara Lindqvist said that the pier “[[Mara Lindqvist: will stay shut until the planks are safe.]]”',
    'Ines Okafor called the decision “[[Ines Okafor: a slap in the face of every actor.]]”',
    'Mara Lindqvist promised to “[[Mara Lindqvist: mend every plank by hand.]]”',
  ],
  'told, wrote, according to': [
    'According to Mara Lindqvist, “[[Mara Lindqvist: the planks are rotten through and through.]]”',
    '“[[Ines Okafor: The theatre stays open]],” Ines Okafor wrote in an email to the paper.',
    'Emil Sander told students: “[[Emil Sander: Walk the wall before you read about it.]]”',
  ],
  'broken quotes': [
    '“[[Mara Lindqvist: The planks]],” Mara Lindqvist said, “[[Mara Lindqvist: are rotten.]]”',
    '“[[Ines Okafor: You see]],” Ines Okafor told the guests, “[[Ines Okafor: the curtain still works.]]”',
    '“[[Mara Lindqvist: Come in]],” Mara Lindqvist said, opening the door. “[[Mara Lindqvist: Mind the planks.]]”',
  ],
  'goes on in the next paragraph': [
    '“[[Mara Lindqvist: The planks are rotten]],” Mara Lindqvist said.\n\n“[[Mara Lindqvist: We will not open before May.]]”',
    'Petra Holm said she was “[[Petra Holm: deeply worried.]]”\n\n“[[Petra Holm: I don’t think it will stop. I don’t think it wants to.]]”',
    '“[[Petra Holm: It rained]],” Petra Holm said.\n\nThen came the flood.\n\n“[[Petra Holm: It came at night]],” she said.',
  ],
  'appositions, relative clauses and long titles': [
    '“[[Petra Holm: The road is closed]],” the police spokeswoman, Petra Holm, told the radio.',
    '“[[Ines Okafor: We play for all]],” said Ines Okafor, director of the Ellery Theatre.',
    '“[[Olaf Renner: It was cold]],” said Olaf Renner, 61, a fisherman from Ellery.',
  ],
  pronouns: [
    'Mara Lindqvist opened the meeting.\n\n“[[Mara Lindqvist: The planks are rotten]],” she said.',
    '“[[Henrik Falk: I knew nothing]],” Henrik Falk said. He said he had “[[Henrik Falk: only signed the papers.]]”',
    'Olaf Renner — who owns two boats — told The Ellery Post he would stay. He said he “[[Olaf Renner: never thought of leaving.]]”',
  ],
  'said in a recording': [
    'The report opens with a picture of Petra Holm shouting, “[[Petra Holm: Get off the ice!]]”',
  ],
  'told to somebody else': [
    'Tomas Berg met the fishermen at dawn, promising them “[[Tomas Berg: a dry berth for every boat.]]”',
    'Asked by Ines Okafor about the purse, Jonas Wieck said: “[[Jonas Wieck: It is empty.]]”',
    'Jonas Wieck signed the letter, assuring Petra Holm that “[[Jonas Wieck: every village will have light by spring.]]”',
  ],
  'dashes as they are typed': [
    '“[[Mara Lindqvist: The planks are rotten]]” -- so said Mara Lindqvist.',
    '“[[Henrik Falk: We slept in the boat]],” Henrik Falk -- a clerk until May -- recalled.',
    '“[[Tomas Berg: We wait for spring]]” -- Tomas Berg said it twice -- “[[Tomas Berg: and for nothing else.]]”',
  ],
  'numbers in names': [
    '“[[Channel 9: The queue was longer than the street]],” Channel 9 reported.',
    '“[[Petra Holm: Five boats were lost]],” 1st Lt. Petra Holm said.',
    '“[[Petra Holm: They choose between bread and boots]],” Fight for $15 organising director Petra Holm told the crowd.',
  ],
  'by way of “who”': [
    'Reporters found Olaf Renner, who told them: “[[Olaf Renner: Nobody asked us.]]”',
    'Petra Holm, who led the search, said: “[[Petra Holm: We turned every stone.]]”',
    'He refused to pay a mason who said he was cheated, and Petra Holm replied: “[[Petra Holm: Nobody was cheated.]]”',
  ],
  'straight marks': [
    '"[[Mara Lindqvist: The planks are rotten]]," Mara Lindqvist said.',
    '"[[Henrik Falk: I knew nothing]]," Henrik Falk said. "[[Henrik Falk: Ask the bank.]]"',
    '"[[Olaf Renner: Every boat was full]]" -- that is how Olaf Renner put it: "[[Olaf Renner: Every single one of them.]]"',
  ],
  'low, high and angled marks': [
    '„[[Mara Lindqvist: The planks are rotten]],“ Mara Lindqvist said.',
    "``[[Jonas Wieck: The purse is empty]],'' Jonas Wieck said.",
    '「[[Ines Okafor: We play for all]],」 Ines Okafor said.',
  ],
  'single marks and apostrophes': [
    '‘[[Mara Lindqvist: The planks are rotten]],’ Mara Lindqvist said.',
    'Henrik Falk said: ‘[[Henrik Falk: I only signed the bank’s papers.]]’',
    'According to Mara Lindqvist, ‘[[Mara Lindqvist: nobody’s boat is safe.]]’ The fishermen’s union agreed.',
  ],
  'quotes within quotes': [
    '“[[Mara Lindqvist: He said ‘never’ and left]],” Mara Lindqvist said.',
    '‘[[Henrik Falk: She shouted “Fire!” and ran]],’ Henrik Falk said.',
    'Mara Lindqvist said: “[[Mara Lindqvist: I read ‘The Long Pier’ twice.]]”',
  ],
  'paragraphs that open anew': [
    '“[[Mara Lindqvist: The planks are rotten.\n\n“We will not open before May]],” Mara Lindqvist said.',
    '‘We play for all.\n\n‘[[Ines Okafor: We always have]],’ Ines Okafor said.',
    '«[[Tomas Berg: The fleet is home.\n\n«Nobody was lost]],» Tomas Berg said.',
  ],
  'a closing mark that is missing': [
    'Mara Lindqvist said: “[[Mara Lindqvist: The planks are rotten.]]\n\nThe meeting ended at noon.',
    'Ines Okafor said: “[[Ines Okafor: We play for all who come.]]\n\nThe show was full.',
    'Olaf Renner replied: «[[Olaf Renner: We were here before the pier was.]]\n\nThe hall applauded.',
  ],
  'block quotes and pull quotes': [
    '“[[Mara Lindqvist: Nobody walks out there until every plank is safe]],” said Mara Lindqvist.\n\n“Nobody walks out there until every plank is safe”\n\nThe ferry runs.',
    'Emil Sander put it this way:\n\n“[[Emil Sander: Every stone in that wall was carried by somebody’s grandmother.]]”',
    'The last page of Emil Sander’s book says it best. Sander writes:\n\n“[[Emil Sander: A town is a wall that learned to open.]]”',
  ],
  'interviews and transcripts': [
    'REPORTER: [[REPORTER: When does the pier open?]]\n\nLINDQVIST: [[LINDQVIST: Not before May.]]\n\nREPORTER: [[REPORTER: Who pays?]]\n\nLINDQVIST: [[LINDQVIST: The town does.]]',
    'JUDGE HOLM: [[HOLM: Did you sign this?]]\n\nMR. FALK: [[FALK: I did.]]\n\nJUDGE HOLM: [[HOLM: Did you read it?]]\n\nMR. FALK: [[FALK: I did not.]]',
    'Olaf Renner met us at the quay.\n\nCourier: [[Courier: How many boats are left?]]\n\nOlaf Renner: [[Olaf Renner: Two of mine.]]\n\nCourier: [[Courier: And the others?]]\n\nOlaf Renner: [[Olaf Renner: Sold, all of them.]]',
  ],
  'posts and messages': [
    '“[[Olaf Renner: Nobody asked us]],” Olaf Renner tweeted.',
    'Emil Sander shared a picture of the wall and wrote: “[[Emil Sander: Still standing.]]”',
    '“[[Mara Lindqvist: See you on the pier!]]” Mara Lindqvist wrote under a photograph of the first new plank.',
  ],
  'said by way of somebody else': [
    'The harbour office said Olaf Renner insisted that “[[Olaf Renner: the fleet will keep its old berths.]]”',
    'The ministry said that Jonas Wieck stressed that “[[Jonas Wieck: no village will be left without light.]]”',
  ],
  'in the passive': [
    'Mara Lindqvist was quoted as saying that “[[Mara Lindqvist: the planks are rotten through and through.]]”',
    '“[[Petra Holm: The road will not hold]],” Petra Holm was cited as saying.',
  ],
  'denied, not said, asked': [
    'Mara Lindqvist did not say whether the pier “[[Mara Lindqvist: will ever open to the public again.]]”',
    'Asked whether the road would hold, Petra Holm said: “[[Petra Holm: No.]]”',
    '“[[Henrik Falk: I won’t answer that]],” Henrik Falk replied.',
  ],
  'the same speaker goes on without a cue': [
    '“[[Mara Lindqvist: The planks are rotten]],” Mara Lindqvist said. “[[Mara Lindqvist: We will not open before May.]]”',
    '“[[Ines Okafor: We play for all]],” Ines Okafor said. She pointed at the empty seats. “[[Ines Okafor: For them, too.]]”',
    'Tomas Berg was blunt: “[[Tomas Berg: We cannot wait.]]” And again: “[[Tomas Berg: We cannot wait another winter.]]”',
  ],
  'two speak together': [
    '“[[Mara Lindqvist and Tomas Berg: We will not leave]],” Mara Lindqvist and Tomas Berg said in a joint letter.',
    '“[[Olaf Renner and Henrik Falk: Nobody asked us]],” Olaf Renner and Henrik Falk complained.',
    '“[[Mara Lindqvist: I was first]],” said Mara Lindqvist, and Tomas Berg laughed.',
  ],
  'people who share a surname': [
    'David Okafor and Helen Okafor run the theatre.\n\n“[[Helen Okafor: We play for all]],” Ms. Okafor said.',
    'Helen Okafor and David Okafor met the press. “[[David Okafor: We sold every seat]],” David said.',
    'Helen Okafor and David Okafor own the hall. “[[David Okafor: It leaks]],” he said.',
  ],
  'the holder of a role': [
    'Mayor Mara Lindqvist closed the pier. “[[Mara Lindqvist: The planks are rotten]],” the mayor said.',
    'Senator Tomas Berg came late. “[[Tomas Berg: The train was full]],” the senator said.',
    'Governor Mara Lindqvist toured the harbour. The governor said: “[[Mara Lindqvist: We start on Monday.]]”',
  ],
  'sources without a name': [
    '“[[a senior official: The planks are rotten]],” said a senior official, who asked not to be named.',
    '“[[another neighbour: We saw the water rise]],” another neighbour said.',
    'Two officials said the plan was “[[Two officials: dead before it was born.]]”',
  ],
  'bodies and documents': [
    '“[[the council: The pier stays shut]],” the council said in a statement.',
    'According to the report, “[[the report: every third plank is rotten.]]”',
    'The letter said: “[[The letter: Nobody will be paid before winter.]]”',
  ],
  'later mentions of a name': [
    'Mara J. Lindqvist opened the meeting. “[[Mara J. Lindqvist: The planks are rotten]],” Lindqvist said.',
    'Petra van der Holm closed the road. “[[Petra van der Holm: It will not hold]],” van der Holm said.',
    'Mary-Ann Lindqvist opened the meeting. “[[Mary-Ann Lindqvist: The planks are rotten]],” Lindqvist said.',
  ],
  'two speakers in turn': [
    '“[[Mara Lindqvist: The planks are rotten]],” Mara Lindqvist said.\n\n“[[Tomas Berg: They were fine last year]],” Tomas Berg replied.',
    'While Mara Lindqvist called the plan “[[Mara Lindqvist: brave and long overdue]],” Olaf Renner called it “[[Olaf Renner: a joke at our expense.]]”',
    'Tomas Berg told Mara Lindqvist: “[[Tomas Berg: Open the pier.]]” Lindqvist told Berg: “[[Mara Lindqvist: Mend it first.]]”',
  ],
  'relatives of somebody': [
    'Olaf Renner left the harbour in May. His aunt said, “[[His aunt: He never liked the water.]]”',
    'Petra Holm works at night. “[[her daughter: We hardly see her]],” her daughter said.',
    'Mara Lindqvist grew up here. “[[her cousin: She was always the loudest]],” her cousin recalled.',
  ],
  'documents that speak': [
    'The deed says the land “[[The deed: shall stay open to all who fish.]]”',
    'The contract says the firm “[[The contract: will bear all costs of the repair.]]”',
    '“[[a plaque: Beware of the tide]],” a plaque on the wall says.',
  ],
  'embedded posts, signed in the same paragraph or in one of their own': [
    'The pier is shut, the mayor announced.\n\n[[Mara Lindqvist: We close the pier on Friday and open it again when the planks are safe.]] — Mara Lindqvist (@maralindqvist) May 4, 2026\n\nAnglers were not amused.',
    'Nobody had been told.\n\n[[Tomas Berg: We close the pier on Friday and open it again when the planks are safe.]]\n\n— Tomas Berg (@harbourberg) 4 May 2026',
    '[[Ines Okafor: We close the pier on Friday and open it again when the planks are safe.]] – Ines Okafor (@okafor) May 4',
  ],
  'quotes signed with a dash': [
    '“[[Ana Holm: The ferry is my only way to school.]]” ― Ana Holm\n\n“[[Henrik Falk: I would rather swim than wait another winter.]]” ― Henrik Falk.\n\n“[[Olaf Renner: They never asked the fishermen.]]”\n— Olaf Renner',
  ],
  'the name of the writer behind the end of a report': [
    'Olaf Renner insisted that his boat was “[[Olaf Renner: still the first of the fleet.]]” — Ana Holm',
    'The mayor, Mara Lindqvist, said the pier “[[Mara Lindqvist: will hold.]]”--Ana Holm.',
    'Tomas Berg told the council it was “[[Tomas Berg: far too late for that.]]” — Ana Holm',
  ],
  'a paragraph with marks of its own behind a colon': [
    'Tomas Berg said on Monday:\n\n“[[Tomas Berg: We wait for spring, and then we dig.]]”',
  ],
  'words that nobody of the text said': [
    'You may hear the lamp keeper ask yourself, “[[?: Is this rope thick enough for the harbour wall in winter?]]”',
    'Thus the old rule, “[[?: a wet rope is a strong rope that will last you the winter]],” holds for most of them.',
    'Avoid phrases like “[[?: we have always done it this way and it has always worked for us]]” in your letter.',
    'Breaking it down helps: “[[?: I already know the yard, it is a good one, and it is near to us.]]”',
  ],
  'unusual speakers': [
    'Lindqvist called the wall “[[Lindqvist: a mistake that we will be paying for until the last of us is gone.]]”',
    'The note said: “[[The note: We will not wait for another winter like this one.]]”',
    'The ship belongs to Saltway. Saltway said: “[[Saltway: We are sorry for the noise, and we will come at noon.]]”',
    'The retired harbour master remarked: “[[The retired harbour master: I came for the rope and I stayed for the soup.]]”',
  ],
  'an interview without a single question mark': [
    'Olaf Renner met me at the quay.\n\nCourier: [[Courier: Tell me about the winter.]]\n\nRenner: [[Olaf Renner: I slept in the shed, as we all did.]]\n\nCourier: [[Courier: And the boats.]]\n\nRenner: [[Olaf Renner: The boats slept under the bridge.]]',
  ],
};

/** Invented English texts whose quotation marks hold nobody's words, by kind. */
export const noQuotes: Readonly<Record<string, readonly string[]>> = {
  'titles of works': [
    'Her novel “The Long Pier” sold well.',
    'Her 2019 book, “Walls and Water,” has three hundred pages.',
    'The children sang “Ring the Bell” and went home.',
    'The album “Salt in the Wind” was made in a shed.',
  ],
  nicknames: [
    'Olaf “Net” Renner owns two boats.',
    'The boxer Tomas “The Wall” Berg retired.',
    'Emil “Stone” Sander wrote the guide.',
    'Sister Maria "Bell" Lind rang it.',
  ],
  'words held at a distance': [
    'The ship is a so-called “butter boat” of the old kind.',
    'The “experts” had never seen the sea.',
    'The word “pier” is older than the town.',
    'The term “slack water” is known to every child.',
  ],
  'names and labels': [
    'The boat “Wilhelmine” lay at the quay.',
    'The class “Small Boats” was won by a child.',
    'He ordered the “Fisherman’s Plate” twice.',
    'Room “B” was empty.',
  ],
  'a name with a handle in running text': [
    'The account of Mara Lindqvist (@maralindqvist) was quiet all day.',
  ],
  'strings in a listing of code': [
    'The file begins like this:\n\nprefix = "Her Worship the Mayor of Ellery",\n\nlastName = "Lindqvist of the long pier",',
    'Then it is printed:\n\nwriteOutput( "You have to mend the nets before you may go to sea" );\n\nand that is all.',
    'What comes back is {"message": "We could not find the harbour that you were looking for."}',
    '<note text="We have to mend the nets before we may go to sea again.">\n\nis one line of it.',
  ],
};
