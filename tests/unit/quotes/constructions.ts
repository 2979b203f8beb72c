/** Invented English sentences by construction: each quote is written `[[Speaker: words]]`, as in `read-article.ts`. */
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

/** The same by language. */
export const byLanguage: Readonly<Record<string, readonly string[]>> = {
  uk: [
    '«[[Мар’яна Лісовська: Пристань відкриють навесні]]», – сказала мерка Мар’яна Лісовська.',
    'Віра Кость керує театром.\n\n«[[Віра Кость: Ми граємо для всіх]]», – каже вона.',
    'Як сказав директор порту Назар Вітер, «[[Назар Вітер: кораблі прийдуть у травні]]».',
    '«[[Лев Орлик: Я не знав про борги]]», – стверджує Лев Орлик.',
  ],
  de: [
    '„[[Mara Lindqvist: Die Brücke bleibt gesperrt]]“, sagte Bürgermeisterin Mara Lindqvist.',
    'Ines Okafor leitet das Theater.\n\n„[[Ines Okafor: Wir spielen für alle]]“, sagt sie.',
    '„[[Ines Okafor: Das schaffen wir!]]“, rief Ines Okafor.',
    'Der Historiker Emil Sander meinte: »[[Emil Sander: Die Mauer ist älter als die Stadt.]]«',
  ],
  nl: [
    '“[[Mara Lindhout: De brug blijft dicht]]”, zei burgemeester Mara Lindhout.',
    'Ines Okafor leidt het theater.\n\n‘[[Ines Okafor: We spelen voor iedereen]]’, zegt ze.',
    '“[[Ines Okafor: Dat lukt ons!]]”, riep Ines Okafor.',
    'Emiel Sanders noemt de muur “[[Emiel Sanders: ouder dan de stad zelf]]”.',
  ],
  fr: [
    '« [[Mara Lindqvist: Le pont reste fermé]] », a déclaré la maire Mara Lindqvist.',
    'Inès Okafor dirige le théâtre.\n\n« [[Inès Okafor: Nous jouons pour tout le monde]] », dit-elle.',
    '« [[Tomas Berg: La grue est en panne depuis un an]] », a dénoncé Tomas Berg.\n\n« [[Tomas Berg: Personne ne l’a réparée.]] »',
    'D’après Inès Okafor, « [[Inès Okafor: la salle était pleine chaque soir]] ».',
  ],
  es: [
    '«[[Mara Lindqvist: El puente sigue cerrado]]», dijo la alcaldesa Mara Lindqvist.',
    'Inés Okafor dirige el teatro.\n\n“[[Inés Okafor: Actuamos para todos]]”, dice ella.',
    '“[[Inés Okafor: ¡Lo lograremos!]]”, exclamó Inés Okafor.',
    'En palabras de Emilio Sandro, “[[Emilio Sandro: el muro es más viejo que la ciudad]]”.',
  ],
  it: [
    '«[[Mara Lindqvist: Il ponte resta chiuso]]», ha detto la sindaca Mara Lindqvist.',
    'Ines Okafor dirige il teatro.\n\n«[[Ines Okafor: Recitiamo per tutti]]», dice lei.',
    '«[[Tommaso Berg: La gru è rotta da un anno]]», ha denunciato Tommaso Berg.\n\n«[[Tommaso Berg: Nessuno l’ha riparata]]».',
    '«[[Emilio Sandri: Torneremo in primavera]]», promette Emilio Sandri.',
  ],
  pl: [
    '„[[Anna Lis: Nareszcie wrócił prom]]”, cieszy się Anna Lis z Zalipia.',
    '„[[Tomasz Berg: Lód był za cienki]]” – wyjaśnił leśniczy Tomasz Berg.',
    '„[[Jonasz Wiek: Kto za to zapłaci?]]” – zapytał Jonasz Wiek.',
    '"[[Emil Sander: Wrócimy wiosną]]" - zapowiedział Emil Sander.',
  ],
  pt: [
    '“[[Mara Lindqvist: A ponte continua fechada]]”, disse a prefeita Mara Lindqvist.',
    'Inês Okafor dirige o teatro.\n\n“[[Inês Okafor: Atuamos para todos]]”, diz ela.',
    '“[[Inês Okafor: Vamos conseguir!]]”, exclamou Inês Okafor.',
    'Nas palavras de Emílio Sandro, “[[Emílio Sandro: o muro é mais velho do que a cidade]]”.',
  ],
  ja: [
    '大森健一町長は会見で「[[?: 苦渋の決断をした]]」と述べた。',
    '佐伯みどりさんによると、「[[?: 橋の再開は春になる]]」。',
    '会見を開いた大森健一町長。「[[?: 住民におわびしたい]]」と頭を下げた。',
    '野村水産（NMR）は12日に発表した。NMRは「[[?: 回収を急いでいる]]」と回答した。',
    '「千葉県警本部」の看板を「ゴン」と呼ばれる犬が守る。合言葉は「一歩前へ」。',
  ],
  zh: [
    '外交部发言人高岩表示，“[[高岩: 有关渔船遭到无理扣押。]]”',
    '“[[周桂兰: 电梯一分钟就到了，]]”周桂兰在接受采访时说，“[[周桂兰: 我很高兴。]]”',
    '局长吳建宏到場。吳局長說：「[[吳建宏: 震央離岸太近，本來就在盲區。]]」',
    '居民周桂兰来了。她说：“[[周桂兰: 为了电梯，我们商量了两年。]]”',
    '启动“三年行动计划”，获得“美丽乡村”称号。',
  ],
  ko: [
    '박준호 한빛시장은 회견에서 "[[박준호: 교통은 복지다]]"라고 밝혔다.',
    '"[[박준호: 교통은 복지라고 생각한다]]"고 박준호 시장은 말했다.',
    '도널드 해리슨 미국 대통령은 "[[도널드 해리슨: 시간이 많지 않다]]"고 말했다. 해리슨 대통령은 "[[도널드 해리슨: 그들도 안다]]"고 했다.',
    '윤 대통령은 "[[윤 대통령: 한가하지 않다는 뜻이다]]"라고 말했다.',
    '사람들은 그를 "주먹밥 할머니"라고 부른다.',
  ],
  ar: [
    'قال وزير المياه سامي الحداد إن "[[?: أعمال البناء بلغت مرحلتها الأخيرة]]".',
    '"[[?: لم أصدق أنني سأقف هنا]]"، قال بطل الفيلم يوسف درويش.',
    'قال سامي الحداد إن السد جاهز، مضيفا أن "[[?: المواطن لن يدفع رسوما]]".',
    'حضر وزير المياه سامي الحداد. وقال الوزير: "[[?: نتوقع أن يكتمل السد]]".',
    'فاز فيلم "ليل المدينة" ضمن برنامج "نظرة جديدة".',
  ],
};

/** The same by what stands between a quote, its verb and its subject; each begins with its language. */
export const byConstruction: Readonly<Record<string, readonly string[]>> = {
  'adverbs, and what prepositions hold, between the verb and its subject': [
    'it: «[[Carlo Ferrua: Il porto resta chiuso]]», ha spiegato ancora Carlo Ferrua.',
    'fr: « [[Nadège Corvin: Le port reste fermé]] », a expliqué à l’AFP Nadège Corvin, une habitante.',
  ],
  'the object in front of the verb': [
    'fr: Jules Corvin s’indigne : « [[Jules Corvin: Le port reste fermé.]] »',
    'it: Anche Carlo Ferrua si lamenta: «[[Carlo Ferrua: È stato un errore del porto]]».',
  ],
  'several words that report together': [
    'it: «[[Carlo Ferrua: Il porto resta chiuso]]», ha fatto sapere Carlo Ferrua.',
    'fr: « [[Jules Corvin: Le port reste fermé]] », a fait savoir Jules Corvin.',
  ],
  'the sentence behind the quote, and a noun for words in front of it': [
    'it: «[[Carlo Ferrua: Siamo uniti da sempre]]». Lo ha detto il sindaco di Selva, Carlo Ferrua, alla festa.',
    'it: Il commento del sindaco Carlo Ferrua: «[[Carlo Ferrua: Siamo uniti da sempre]]».',
  ],
  'a surname of two words before the full name': [
    'it: Le Guern attacca: «[[Solène Le Guern: È una decisione politica]]». Solène Le Guern ha lasciato l’aula.',
  ],
  'whoever has just spoken goes on where the next clause names nobody': [
    'it: Carlo Ferrua ha detto: «[[Carlo Ferrua: Il porto resta chiuso]]». E aggiunge: «[[Carlo Ferrua: Non so per quanto]]».',
    'fr: Jules Corvin a dit : « [[Jules Corvin: Le port reste fermé.]] » Et d’ajouter : « [[Jules Corvin: Je ne sais pas jusqu’à quand.]] »',
  ],
  'a participle between commas is no clause of a speaker': [
    'fr: « [[Jules Corvin: Le bateau, lancé avec force, a rompu la digue]] », a indiqué Jules Corvin.',
  ],
  'somebody speaks after all': [
    'uk: У порту Назар Вітер сказав: «[[Назар Вітер: Кораблі прийдуть у травні]]».',
    'de: Aus der Menge rief Olaf Renner: „[[Olaf Renner: Macht das Tor auf!]]“',
  ],
  'behind a place the subject follows its verb': [
    'de: Aus der Menge rief Olaf Renner: „[[Olaf Renner: Macht das Tor auf!]]“',
    'uk: У порту сказав Назар Вітер: «[[Назар Вітер: Кораблі прийдуть у травні]]».',
    'es: En el puerto dijo Olaf Renero: «[[Olaf Renero: Nadie nos preguntó]]».',
    'it: Al porto ha detto Olaf Reneri: «[[Olaf Reneri: Nessuno ce lo ha chiesto]]».',
    'pl: W porcie powiedział Tomasz Bergman: „[[Tomasz Bergman: Statki wrócą w maju]]”.',
    'fr: Au port, a dit Olaf Renaud : « [[Olaf Renaud: Personne ne nous a demandé.]] »',
  ],
  'by the opinion of him or her (jego zdaniem)': [
    'pl: Tomasz Bergman kieruje portem. Jego zdaniem „[[Tomasz Bergman: statki wrócą dopiero w maju]]”.',
  ],
  'a subject behind whom it was said to': [
    'es: “[[Mara Solano: El muelle cerrará en mayo]]”, dijo a la agencia Faro Mara Solano.',
    'pt: "[[Duarte Falcão: O cais fecha em maio]]", disse à agência Faro Duarte Falcão.',
  ],
  'a subject behind when it was said': [
    'es: “[[Mara Solano: El muelle cerrará en mayo]]”, anunció este jueves la alcaldesa Mara Solano.',
    'pt: "[[Duarte Falcão: O cais fecha em maio]]", anunciou esta quinta-feira o pescador Duarte Falcão.',
  ],
  'a noun with its adjective': [
    'es: “[[fuentes policiales: El muelle ardió toda la noche]]”, señalan fuentes policiales.',
  ],
  'somebody known by whom they belong to': [
    'pl: „[[rozmówca Tomasza Berga: Statki wrócą w maju, na pewno nie wcześniej]]” – mówi rozmówca Tomasza Berga.',
    'uk: «[[мама Олени: Моя дитина доглянута, одягнена і добре вихована]]», – заявляє мама Олени.',
  ],
  'somebody known by a role alone': [
    'tr: “[[sanık: Köprü kapalı kalacak ve kimse geçmeyecek]]” diyen sanık bir açıklama yaptı.',
  ],
  'a name behind a genitive': [
    'de: „[[Jonas Wieck: Das stimmt so nicht]]“, sagte Hamborns Jonas Wieck.',
    'da: »[[Karen Lund: Det passer ikke helt]],« siger Havnepartiets Karen Lund.',
  ],
  'a name with a rank, a calling or a body beside it': [
    'nl: ‘[[Jan Timmers: Dat klopt helemaal niet]]’, zegt Jan Timmers van de Vrije Universiteit Havendam.',
    'uk: «[[Бойчук: Це не зовсім так]]», сказав тренер Бойчук.',
    'pl: „[[Lis: Most zamkniemy na wiosnę]]”, powiedziała insp. Lis.',
    'pl: Rano przyszła trenerka Sroka. „[[Sroka: Most jest zamknięty aż do wiosny]]”, powiedziała.',
    'pl: Rano przyszedł trener Sroka. „[[Sroka: Most jest zamknięty aż do wiosny]]”, powiedział.',
  ],
  'what a preposition holds is no subject': [
    'pl: Wicepremier Jan Sroka w rozmowie z gazetą skomentował: „[[Jan Sroka: Most zamkniemy dopiero na wiosnę]]”.',
  ],
  'names of two people joined by “and”': [
    'es: Marcela y Orsina nacieron en el puerto de Sandoval. «[[Orsina: Nunca nos fuimos]]», dijo Orsina. «[[Marcela: Nos quedamos siempre]]», dijo Marcela.',
  ],
  'a name ends before the body that somebody belongs to': [
    'de: „[[Johanna Lindner: Der Deich hält noch zwei Winter]]“, sagte Johanna Lindner von der Universität Sandhafen. „[[Johanna Lindner: Dann nicht mehr]]“, sagte Lindner.',
  ],
  'particles in front of a surname': [
    'de: „[[Ursula von der Heide: Wir bleiben]]“, sagte Ursula von der Heide. „[[Ursula von der Heide: Alle bleiben]]“, sagte von der Heide.',
  ],
  'a name of one word is no short form of a longer one that comes later': [
    'en: Ferrano says its app will be dark in autumn. “[[Ferrano: Runners asked for it]],” Ferrano wrote in a post. The Ferrano Harbor Hub opens in May.',
  ],
  'a country, and somebody who bears its name': [
    'en: Jordan told the court that the wall was “[[Jordan: older than the town.]]” The defence minister, Jordan Falk, stayed at home.',
  ],
  'the first of two surnames alone': [
    'es: El alcalde, Carlos Quiroga Menéndez, habló en el puerto. «[[Carlos Quiroga Menéndez: El muelle abre en mayo]]», dijo Quiroga.',
  ],
};
