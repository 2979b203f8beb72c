/** Invented sentences by language; their quotes are written as in `read-article.ts`. */
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
    '大森健一町長は会見で「[[大森健一: 苦渋の決断をした]]」と述べた。',
    '佐伯みどりさんによると、「[[佐伯みどり: 橋の再開は春になる]]」。',
    '会見を開いた大森健一町長。「[[大森健一: 住民におわびしたい]]」と頭を下げた。',
    '野村水産（NMR）は12日に発表した。NMRは「[[野村水産: 回収を急いでいる]]」と回答した。',
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
    'قال وزير المياه سامي الحداد إن "[[سامي الحداد: أعمال البناء بلغت مرحلتها الأخيرة]]".',
    '"[[يوسف درويش: لم أصدق أنني سأقف هنا]]"، قال بطل الفيلم يوسف درويش.',
    'قال سامي الحداد إن السد جاهز، مضيفا أن "[[سامي الحداد: المواطن لن يدفع رسوما]]".',
    'حضر وزير المياه سامي الحداد. وقال الوزير: "[[سامي الحداد: نتوقع أن يكتمل السد]]".',
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
