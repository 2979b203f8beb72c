/** Invented articles by language; how quotes are written in them is in `read-article.ts`. */
export const ARTICLES: Readonly<Record<string, readonly string[]>> = {
  uk: [
    `Міст через Рівчак зачинять на все літо. Про це повідомив міський голова Залісся Андрій Марченко.

«[[Андрій Марченко: Опори тримаються на чесному слові]]», – сказав Марченко під час засідання ради.

За словами Марченка, «[[Андрій Марченко: ремонт коштуватиме вдвічі дорожче, ніж торік]]».

Інженерка Леся Дорошенко вважає інакше. «[[Леся Дорошенко: Міст простоїть ще десять років]]», — наголосила вона.

«[[Леся Дорошенко: Ми перевірили кожну балку, – додала Дорошенко, – і не знайшли жодної тріщини]]».

Речник поліції Тарас Бойчук у розмові із «Заліським вісником» заявив: «[[Тарас Бойчук: Об’їзд працюватиме з понеділка]]».

— [[Ганна Сорока: Ми возимо дітей до школи через цей міст, — розповідає мешканка Ганна Сорока. — Іншої дороги немає.]]

Депутат Остап Гнатюк запитав: «[[Остап Гнатюк: Чому ми дізнаємося про це аж тепер?]]»

«[[Андрій Марченко: Бо раніше не було висновку]]», – відповів йому Марченко.

На думку Гнатюка, «[[Остап Гнатюк: місто втратило цілий рік]]».`,
  ],
  de: [
    `Die alte Brücke in Ellerstadt bleibt den ganzen Sommer gesperrt. Das teilte Oberbürgermeisterin Mara Lindner am Montag mit.

„[[Mara Lindner: Die Pfeiler halten nur noch aus Gewohnheit]]“, sagte Lindner nach der Sitzung des Stadtrats.

Laut Lindner wird die Reparatur „[[Mara Lindner: doppelt so teuer wie geplant]]“.

Der Ingenieur Tomas Berg sieht das anders. „[[Tomas Berg: Die Brücke hält noch zehn Jahre]]“, betonte er. „[[Tomas Berg: Wir haben jeden Balken geprüft.]]“

„[[Tomas Berg: Wer etwas anderes behauptet]]“, so Berg, „[[Tomas Berg: hat die Brücke nie von unten gesehen.]]“

Polizeisprecherin Petra Holm erklärte, die Umleitung werde „[[Petra Holm: ab Montag für alle Lastwagen gelten]]“.

Nach Angaben von Holm sei der Weg „[[Petra Holm: gut ausgeschildert und sicher]]“.

»[[Jonas Wieck: Warum erfahren wir das erst jetzt?]]«, fragte der Stadtrat Jonas Wieck (Grüne).

»[[Mara Lindner: Weil es vorher kein Gutachten gab]]«, antwortete ihm die Oberbürgermeisterin.

Der Roman „Die Brücke im Nebel“ spielt an derselben Stelle.`,
  ],
  fr: [
    `Le vieux pont d’Ellery restera fermé tout l’été. La maire, Mara Lindier, l’a annoncé lundi.

« [[Mara Lindier: Les piliers ne tiennent plus que par habitude]] », a déclaré Mme Lindier après le conseil municipal.

Selon Mara Lindier, la réparation coûtera « [[Mara Lindier: deux fois plus cher que prévu]] ».

L’ingénieur Thomas Berger n’est pas d’accord. « [[Thomas Berger: Le pont tiendra encore dix ans]] », a-t-il affirmé.

« [[Thomas Berger: Nous avons vérifié chaque poutre, a ajouté M. Berger, et nous n’avons rien trouvé.]] »

La porte-parole de la police, Pétra Hulin, a précisé que la déviation serait « [[Pétra Hulin: en place dès lundi matin]] ».

— [[Anne Sorel: Nous prenons ce pont pour aller à l’école]], raconte une habitante, Anne Sorel.

« [[Jonas Vicq: Pourquoi ne l’apprenons-nous que maintenant ?]] », a demandé le conseiller Jonas Vicq.

« [[Mara Lindier: Parce qu’il n’y avait pas de rapport]] », lui a répondu la maire.

Le roman « Le Pont dans la brume » se passe au même endroit.`,
  ],
  es: [
    `El viejo puente de Ellera estará cerrado todo el verano. Lo anunció el lunes la alcaldesa, Marta Linares.

“[[Marta Linares: Los pilares aguantan por costumbre]]”, dijo Linares tras el pleno.

Según Linares, la reparación costará “[[Marta Linares: el doble de lo previsto]]”.

El ingeniero Tomás Bergua no está de acuerdo. “[[Tomás Bergua: El puente aguantará diez años más]]”, afirmó.

«[[Tomás Bergua: Hemos revisado cada viga]]», añadió Bergua, «[[Tomás Bergua: y no hemos encontrado nada]]».

La portavoz de la policía, Petra Holgado, explicó que el desvío estará “[[Petra Holgado: listo el lunes por la mañana]]”.

—[[Ana Soler: Cruzamos este puente para ir al colegio —cuenta una vecina, Ana Soler—. No hay otro camino.]]

“[[Jonás Vicario: ¿Por qué nos enteramos ahora?]]”, preguntó el concejal Jonás Vicario.

“[[Marta Linares: Porque antes no había informe]]”, le respondió la alcaldesa.`,
  ],
  it: [
    `Il vecchio ponte di Ellera resterà chiuso per tutta l’estate. Lo ha annunciato lunedì la sindaca Marta Lindani.

«[[Marta Lindani: I piloni reggono per abitudine]]», ha detto Lindani dopo il consiglio comunale.

Secondo Lindani la riparazione costerà «[[Marta Lindani: il doppio del previsto]]».

L’ingegnere Tommaso Bergamin non è d’accordo. «[[Tommaso Bergamin: Il ponte reggerà altri dieci anni]]», ha affermato.

«[[Tommaso Bergamin: Abbiamo controllato ogni trave]]», ha aggiunto Bergamin, «[[Tommaso Bergamin: e non abbiamo trovato nulla]]».

La portavoce della polizia, Petra Olmi, ha spiegato che la deviazione sarà «[[Petra Olmi: pronta da lunedì mattina]]».

“[[Anna Sorella: Passiamo di qui per andare a scuola]]”, racconta un’abitante, Anna Sorella. “[[Anna Sorella: Non c’è un’altra strada]]”.

«[[Giona Vicari: Perché lo sappiamo solo adesso?]]», ha chiesto il consigliere Giona Vicari.

«[[Marta Lindani: Perché prima non c’era una perizia]]», gli ha risposto la sindaca.

Il romanzo «Il ponte nella nebbia» è ambientato nello stesso luogo.`,
  ],
  nl: [
    `De oude brug in Elderveen blijft de hele zomer dicht. Dat heeft burgemeester Mara Lindeman maandag laten weten.

‘[[Mara Lindeman: De pijlers staan alleen nog uit gewoonte]]’, zei Lindeman na afloop van de raadsvergadering.

Volgens Lindeman wordt de reparatie „[[Mara Lindeman: twee keer zo duur als begroot]]”.

Ingenieur Thomas van den Berg denkt daar anders over. “[[Thomas van den Berg: De brug houdt het nog tien jaar]]”, benadrukt hij. “[[Thomas van den Berg: We hebben elke balk nagelopen.]]”

“[[Thomas van den Berg: Wie iets anders beweert]]”, aldus Van den Berg, “[[Thomas van den Berg: heeft de brug nooit van onderen gezien.]]”

Politiewoordvoerster Petra Hol meldt dat de omleiding “[[Petra Hol: vanaf maandag voor alle vrachtwagens geldt]]”.

‘[[Jonas Wiek: Waarom horen wij dat nu pas?]]’, vroeg raadslid Jonas Wiek (GroenLinks).

‘[[Mara Lindeman: Omdat er eerder geen rapport was]]’, antwoordde de burgemeester hem.

De roman ‘De brug in de mist’ speelt op dezelfde plek.`,
  ],
  pl: [
    `Stary most w Olszynce będzie zamknięty przez całe lato. Poinformował o tym burmistrz Adam Marczak.

„[[Adam Marczak: Filary trzymają się na słowo honoru]]” – powiedział Marczak po posiedzeniu rady.

Według Marczaka remont będzie „[[Adam Marczak: dwa razy droższy niż rok temu]]”.

Inżynier Teresa Wilk uważa inaczej. „[[Teresa Wilk: Most postoi jeszcze dziesięć lat]]” – podkreśliła.

„[[Teresa Wilk: Sprawdziliśmy każdą belkę – dodała Wilk – i nie znaleźliśmy niczego]]”.

Rzecznik policji Tomasz Bojko oświadczył: „[[Tomasz Bojko: Objazd ruszy w poniedziałek]]”.

– [[Anna Sroka: Tym mostem wozimy dzieci do szkoły – opowiada mieszkanka Anna Sroka. – Innej drogi nie ma.]]

Radny Piotr Gawron zapytał: „[[Piotr Gawron: Dlaczego dowiadujemy się o tym dopiero teraz?]]”

„[[Adam Marczak: Bo wcześniej nie było ekspertyzy]]” – odpowiedział mu burmistrz.

Zdaniem Gawrona „[[Piotr Gawron: miasto straciło cały rok]]”.

Powieść „Most we mgle” rozgrywa się w tym samym miejscu.`,
  ],
  pt: [
    `A velha ponte de Elvedo ficará fechada durante todo o verão. O anúncio foi feito na segunda-feira pela prefeita Marta Linhares.

“[[Marta Linhares: Os pilares aguentam por hábito]]”, disse Linhares depois da reunião.

Segundo Linhares, a reparação custará “[[Marta Linhares: o dobro do previsto]]”.

O engenheiro Tomás Bergara discorda. “[[Tomás Bergara: A ponte aguenta mais dez anos]]”, afirmou.

“[[Tomás Bergara: Verificámos cada viga]]”, acrescentou Bergara, “[[Tomás Bergara: e não encontrámos nada]]”.

A porta-voz da polícia, Petra Holanda, explicou que o desvio estará “[[Petra Holanda: pronto na segunda-feira de manhã]]”.

— [[Ana Soares: Passamos aqui para ir à escola — conta uma moradora, Ana Soares. — Não há outro caminho.]]

“[[Jonas Vicente: Porque é que só sabemos agora?]]”, perguntou o vereador Jonas Vicente.

“[[Marta Linhares: Porque antes não havia relatório]]”, respondeu-lhe a prefeita.

O romance “A ponte no nevoeiro” passa-se no mesmo lugar.`,
  ],
  cs: [
    `Starý most v Olšince bude zavřený celé léto. V pondělí to oznámil starosta Adam Marek.

„[[Adam Marek: Pilíře drží silou zvyku]],“ řekl Marek po jednání zastupitelstva.

Podle Marka bude oprava „[[Adam Marek: dvakrát dražší než loni]]“.

Inženýrka Tereza Vlková to vidí jinak. „[[Tereza Vlková: Most vydrží ještě deset let]],“ zdůraznila Vlková.

„[[Tereza Vlková: Zkontrolovali jsme každý trám]],“ dodala inženýrka. „[[Tereza Vlková: Nic jsme nenašli.]]“

Mluvčí policie Tomáš Bojko uvedl: „[[Tomáš Bojko: Objížďka začne platit v úterý.]]“

„[[Anna Straková: Tudy vozíme děti do školy]],“ popsala obyvatelka Anna Straková. „[[Anna Straková: Jiná cesta není.]]“

Zastupitel Petr Havlík se zeptal: „[[Petr Havlík: Proč se to dozvídáme až teď?]]“

„[[Adam Marek: Protože dřív nebyl posudek]],“ odpověděl mu starosta.

„[[Petr Havlík: To nám nikdo nevrátí]],“ posteskl si Havlík.

„[[Tereza Vlková: Výpočty ráda ukážu každému, kdo o ně požádá]],“ slíbila Vlková.

Román „Most v mlze“ se odehrává na stejném místě.`,
  ],
  da: [
    `Den gamle bro i Ellehavn er lukket hele sommeren. Det oplyste borgmester Adam Markussen mandag.

»[[Adam Markussen: Pillerne står af gammel vane]]«, sagde Markussen efter mødet.

Ifølge Markussen bliver reparationen »[[Adam Markussen: dobbelt så dyr som sidste år]]«.

Ingeniør Therese Vig er uenig. »[[Therese Vig: Broen holder i ti år til]]«, understregede Vig.

»[[Therese Vig: Vi har undersøgt hver eneste bjælke]]«, tilføjede Vig. »[[Therese Vig: Vi fandt ingenting.]]«

Politiets talsmand Torben Bo meddelte: »[[Torben Bo: Omkørslen åbner tirsdag]]«.

– [[Anna Strand: Vi kører børnene i skole over broen]], siger naboen Anna Strand.

– [[Anna Strand: Der findes ingen anden vej]], konstaterer hun.

Politikeren Peter Hallum spurgte: »[[Peter Hallum: Hvorfor får vi det først at vide nu?]]«

»[[Adam Markussen: Fordi der ikke fandtes nogen undersøgelse]]«, svarede Markussen.

Ifølge Hallum har byen »[[Peter Hallum: tabt et helt år]]«.

– [[Therese Vig: Jeg viser gerne mine beregninger]], lover Therese Vig.

Romanen »Broen i tågen« foregår på det samme sted.`,
  ],
  no: [
    `Den gamle brua i Elvenes stenges hele sommeren. Det opplyste ordfører Adam Markussen mandag.

«[[Adam Markussen: Pilarene står av gammel vane]]», sa Markussen etter møtet.

Ifølge Markussen blir reparasjonen «[[Adam Markussen: dobbelt så dyr som i fjor]]».

Ingeniør Terese Vik er uenig. «[[Terese Vik: Brua holder i ti år til]]», understreket Vik.

«[[Terese Vik: Vi har undersøkt hver eneste bjelke]]», la Vik til. «[[Terese Vik: Vi fant ingenting.]]»

Politiets talsperson Tormod Bø opplyste: «[[Tormod Bø: Omkjøringen åpner tirsdag]]».

– [[Anna Strand: Over brua kjører vi ungene til skolen]], sier naboen Anna Strand.

– [[Anna Strand: Det finnes ingen annen vei]], konstaterer hun.

Politikeren Petter Hallen spurte: «[[Petter Hallen: Hvorfor får vi vite dette først nå?]]»

«[[Adam Markussen: Fordi det ikke fantes noen utredning]]», svarte Markussen.

Ifølge Hallen har byen «[[Petter Hallen: tapt et helt år]]».

– [[Terese Vik: Jeg viser gjerne fram beregningene]], lover Terese Vik.

Romanen «Brua i tåka» foregår på det samme stedet.`,
  ],
  ru: [
    `Старый мост в Ольшанке закроют на всё лето. Об этом в понедельник сообщил мэр города Адам Марченко.

«[[Адам Марченко: Опоры держатся на честном слове]]», — сказал Марченко после заседания совета.

По словам Марченко, ремонт обойдётся «[[Адам Марченко: вдвое дороже, чем в прошлом году]]».

Инженер Тереза Волкова считает иначе. «[[Тереза Волкова: Мост простоит ещё десять лет]]», — подчеркнула она.

«[[Тереза Волкова: Мы проверили каждую балку, — добавила Волкова, — и ничего не нашли]]».

Представитель полиции Тимофей Бойко заявил: «[[Тимофей Бойко: Объезд откроют в понедельник]]».

— [[Анна Сорокина: По этому мосту мы возим детей в школу, — рассказала жительница Анна Сорокина. — Другой дороги нет.]]

Депутат Пётр Гаврилов спросил: «[[Пётр Гаврилов: Почему мы узнаём об этом только сейчас?]]»

«[[Адам Марченко: Потому что раньше не было экспертизы]]», — ответил ему мэр.

По мнению Гаврилова, «[[Пётр Гаврилов: город потерял целый год]]».

Как отметил Гаврилов, жители «[[Пётр Гаврилов: подождут ещё до пятницы]]».

«[[Тереза Волкова: Я готова показать расчёты любому]]», — пообещала Волкова.

— [[Анна Сорокина: Автобус сюда не ходит]], — говорит Анна Сорокина.

Роман «Мост в тумане» разворачивается в том же месте.`,
  ],
  sv: [
    `Den gamla bron i Alvik stängs hela sommaren. Det meddelade kommunalrådet Adam Marklund på måndagen.

”[[Adam Marklund: Pelarna står kvar av gammal vana]]”, sade Marklund efter mötet.

Enligt Marklund blir reparationen ”[[Adam Marklund: dubbelt så dyr som i fjol]]”.

Ingenjören Teresa Wiklund är av en annan uppfattning. ”[[Teresa Wiklund: Bron håller i tio år till]]”, betonade Wiklund.

”[[Teresa Wiklund: Vi har undersökt varenda balk]]”, tillade ingenjören. ”[[Teresa Wiklund: Vi hittade ingenting.]]”

Polisens talesperson Tomas Bodin uppgav: ”[[Tomas Bodin: Omvägen öppnar på tisdag]]”.

– [[Anna Strand: Över bron kör vi barnen till skolan]], säger grannen Anna Strand.

– [[Anna Strand: Det finns ingen annan väg]], konstaterar hon.

Politikern Petter Hallman frågade: ”[[Petter Hallman: Varför får vi veta det först nu?]]”

”[[Adam Marklund: För att det inte fanns någon utredning]]”, svarade Marklund.

Enligt Hallman har staden ”[[Petter Hallman: förlorat ett helt år]]”.

– [[Teresa Wiklund: Jag visar gärna mina beräkningar]], lovar Teresa Wiklund.

Romanen ”Bron i dimman” utspelar sig på samma plats.`,
  ],
  tr: [
    `Kızılağaç’taki eski köprü bütün yaz kapalı kalacak. Kararı pazartesi günü Belediye Başkanı Adem Maral açıkladı.

Maral, “[[Adem Maral: Ayaklar yalnızca alışkanlıktan ayakta duruyor]]” dedi.

Maral, “[[Adem Maral: Onarım geçen yıla göre iki kat pahalı olacak]]” ifadelerini kullandı.

Mühendis Tülay Vural ise aynı fikirde değil. Vural, “[[Tülay Vural: Köprü on yıl daha dayanır]]” diye konuştu.

“[[Tülay Vural: Her kirişi inceledik]]” diyen Vural, “[[Tülay Vural: Hiçbir şey bulamadık]]” diye ekledi.

Polis sözcüsü Tarık Boylu, “[[Tarık Boylu: Yol salı günü açılacak]]” açıklamasında bulundu.

Esnaf Ayşe Sarı, “[[Ayşe Sarı: Çocukları okula bu köprüden götürüyoruz]]” dedi.

Ayşe Sarı, “[[Ayşe Sarı: Başka yol yok, nehirden yürüyerek geçemeyiz]]” şeklinde konuştu.

Meclis üyesi Polat Gürbüz, “[[Polat Gürbüz: Bunu neden şimdi öğreniyoruz?]]” diye sordu.

Adem Maral, “[[Adem Maral: Çünkü daha önce rapor yoktu]]” yanıtını verdi.

Gürbüz, “[[Polat Gürbüz: Şehir koca bir yıl kaybetti]]” değerlendirmesinde bulundu.

Tülay Vural, “[[Tülay Vural: Hesapları isteyen herkese gösteririm, saklayacak bir şeyim yok]]” sözünü verdi.

“Sisteki Köprü” adlı roman da burada geçiyor.`,
  ],
};
