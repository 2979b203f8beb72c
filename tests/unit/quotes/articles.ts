/**
 * Invented articles by language, a paragraph a line; their quotes are written as in `read-article.ts`. They hold one of
 * every construction that their writer thought of; how often the engine is right on real ones is measured elsewhere
 * (tools/fit).
 */
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

/** The same in languages whose names have no capitals, with the roles that the article gives. */
export const UNCASED_ARTICLES: Readonly<Record<string, readonly string[]>> = {
  ko: [
    `한빛시 "[[한빛시: 내년부터 시내버스 무료]]"
한빛시가 내년 3월부터 시내버스를 무료로 운행한다. 박준호 한빛시장은 10일 시청에서 열린 기자회견에서 "[[박준호|한빛시장: 교통은 복지다. 시민 누구나 요금 걱정 없이 버스를 탈 수 있게 하겠다]]"고 밝혔다.
박 시장은 "[[박준호: 연간 120억원의 예산이 필요하지만 승용차 이용이 줄면 충분히 감당할 수 있다]]"고 설명했다. 이어 "[[박준호: 환승 제도는 그대로 유지된다]]"고 덧붙였다.
시민들의 반응은 엇갈렸다. 직장인 최민경(34)씨는 "[[최민경|직장인: 한 달에 7만원은 아낄 수 있을 것 같다]]"며 반겼다. 반면 택시기사 오세훈씨는 "[[오세훈|택시기사: 우리는 다 굶어 죽으라는 얘기]]"라고 목소리를 높였다.
시의회 야당 대표인 정미란 의원은 "[[정미란|의원: 재원 대책이 없는 '선심성 행정']]"이라고 비판했다.`,
    `"[[권순자|할머니: 아이들이 웃는 걸 보면 피곤이 사라져요.]]"
푸른동 경로당에서 만난 권순자(81) 할머니는 손을 닦으며 이같이 말했다. 권 할머니는 매일 아침 등굣길 아이들에게 주먹밥을 나눠준다.
주민센터 직원 조은비씨는 "[[조은비|주민센터 직원: 할머니 덕분에 결식 아동이 크게 줄었다]]"고 귀띔했다. 초등학교 3학년 김모 군은 "[[김모 군: 할머니 주먹밥이 세상에서 제일 맛있다]]"며 엄지를 들었다.
권 할머니는 "[[권순자: 나눌 수 있을 때까지 나누고 싶다]]"는 소망을 전했다. 동네 사람들은 그를 '주먹밥 할머니'라고 부른다.`,
  ],
  zh: [
    `白沙市启动老旧小区加装电梯工程
本报讯（记者林晓）白沙市住建局10日召开新闻发布会，宣布启动老旧小区加装电梯“三年行动计划”。市住建局副局长陈立群介绍，“[[陈立群|市住建局副局长: 今年计划加装电梯300部，优先安排老年人集中的小区。]]”
“[[周桂兰|居民: 以前买一袋米都要歇三回，现在五楼一分钟就到。]]”家住海棠里小区的居民周桂兰说。她告诉记者，“[[周桂兰: 为了这部电梯，我们邻里之间商量了两年多。]]”
清河大学建筑学院教授赵明远认为，加装电梯的难点在于利益协调。“[[赵明远|清河大学建筑学院教授: 低层住户的采光和噪音问题必须正视，不能简单用‘少数服从多数’来解决。]]”赵明远说。
陈立群表示：“[[陈立群: 我们将设立专项补贴，每部电梯最高补贴20万元。]]”`,
    `德国总理施耐德访问本国
德国总理施耐德12日抵达首都，开始为期三天的访问。施耐德在机场对媒体说：“[[施耐德|德国总理: 我们期待在绿色能源领域达成新的协议。]]”
总统府发言人安娜·洛佩斯称，此次访问“意义重大”。她说：“[[安娜·洛佩斯|总统府发言人: 两国关系正处于历史最好时期。]]”
反对党领袖卡洛斯·门德斯却批评说，“[[卡洛斯·门德斯|反对党领袖: 政府用漂亮话掩盖失败的经济政策。]]”门德斯还质疑协议的透明度：“[[卡洛斯·门德斯: 为什么议会至今没有看到文本？]]”
施耐德将出席“未来能源论坛”，并参观国家博物馆。`,
  ],
};

/** The same in languages whose quotes are found, but whose speakers are not named. */
export const QUOTES_ONLY_ARTICLES: Readonly<Record<string, readonly string[]>> = {
  ar: [
    `وزير المياه: السد الجديد سيكتمل نهاية العام
قال وزير المياه والري سامي الحداد، اليوم الثلاثاء، إن "[[?: أعمال البناء في سد النخيل بلغت مرحلتها الأخيرة]]". وأضاف الوزير خلال مؤتمر صحفي: "[[?: نتوقع أن يكتمل السد نهاية العام الجاري]]".
وأوضح الحداد أن المشروع المعروف باسم "شريان الحياة" سيوفر المياه لنحو مليون شخص. وتابع: "[[?: لن يدفع المواطن أي رسوم إضافية]]".
من جانبه، قال المزارع عبد الكريم ناصر: "[[?: انتظرنا هذا اليوم عشرين عاما، وأرضنا ماتت من العطش]]".
وحذرت الخبيرة البيئية ليلى منصور من أن "[[?: السد قد يغير مجرى النهر إلى الأبد]]".`,
    `شركة أفق تعلن تسريح مئات العاملين
أعلنت شركة أفق للاتصالات تسريح 400 موظف. وجاء في بيان الشركة أن "[[?: القرار صعب لكنه ضروري لضمان استمرار العمل]]".
وقال الرئيس التنفيذي للشركة فادي قاسم: "[[?: سنقدم تعويضات عادلة لجميع الموظفين]]". ولفت قاسم إلى أن الشركة تمر بما سماه "العاصفة الكاملة".
ووصفت رئيسة نقابة العاملين هدى بركات القرار بأنه "[[?: طعنة في ظهر من بنوا هذه الشركة]]". وأضافت بركات: "[[?: سنلجأ إلى القضاء إذا لزم الأمر]]".
وقال موظف طلب عدم ذكر اسمه: "[[?: عرفنا الخبر من وسائل الإعلام]]".`,
  ],
  ja: [
    `潮見町の渡し船、来春廃止へ　町長「[[?: 苦渋の決断]]」
潮見町は12日、町営の渡し船「しおかぜ丸」を来年3月末で廃止すると発表した。町役場で記者会見した大森健一町長は「[[?: 利用者の減少に歯止めがかからず、苦渋の決断をした]]」と述べた。船は1958年に就航し、「町の足」として親しまれてきた。
町によると、昨年度の利用者は延べ約4千人で、ピーク時の10分の1に落ち込んだ。大森町長は「[[?: 代わりの乗り合いタクシーを4月から走らせる。通院に困る方を一人も出さない]]」と強調した。
対岸の浜地区に住む漁業の西川ハルさん（78）は「[[?: 病院へ行くのに毎週使っている。冬に橋を回るのは正直つらい]]」と話す。船長を30年務めた小野寺勝さん（61）は「[[?: 寂しいの一言。最後の日まで無事故で走りたい]]」と前を向いた。
一方、町議会の佐伯みどり議員は「[[?: 説明が足りない。住民説明会を開くべきだ]]」と批判した。`,
    `県立博物館は20日、館内で飼育していたオオサンショウウオの「ゴン」が死んだと発表した。推定60歳。飼育を担当した学芸員の平田薫さんは「[[?: 毎朝、水槽をのぞくのが日課だった。ぽっかり穴が開いたよう]]」と肩を落とした。
来館していた小学4年の女子児童（10）は「[[?: もっと会いたかった]]」と涙ぐんだ。母親は「[[?: 娘は図鑑よりゴンが好きだった]]」と話していた。
博物館には「ありがとう」「また会おうね」などと書かれた手紙が届いている。同館は来月、企画展「ゴンと歩いた40年」を開く。
「[[?: 市民に愛された生き物だった]]」と話すのは、同館の今井正館長（58）。今井館長は「[[?: 剥製にして展示を続けたい]]」との考えを示した。`,
  ],
};
