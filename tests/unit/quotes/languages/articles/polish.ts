/** Invented articles; how quotes are written in them is in `read-article.ts`. */
export const polishArticles: readonly string[] = [
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
  `Po dziesięciu latach reżyserka Inga Tkacz wraca do teatru.

„[[Inga Tkacz: Nie poznałam tej sceny]]” – przyznała Tkacz.

Jej mąż, aktor Bogdan Tkacz, żartuje: „[[Bogdan Tkacz: Za to scena poznała ciebie]]”.

– [[Inga Tkacz: Zaczynamy od komedii]] – mówi Inga Tkacz.

Dyrektorka teatru Nina Sowa potwierdziła, że bilety „[[Nina Sowa: rozeszły się w jeden ranek]]”.

„[[Nina Sowa: Kolejka sięgała rynku!]]” – zawołała dyrektorka.

Zdaniem Bogdana Tkacza „[[Bogdan Tkacz: próby trwają do północy]]”.

– [[Inga Tkacz: Widz jest zmęczony ciemnością]] – wzdycha reżyserka.`,
  `Rybacy z Olszynki żądają spotkania z rządem. Ministra gospodarki Klara Lisowska przyjechała do portu.

"[[Klara Lisowska: Port nie zostanie sprzedany]]" - zapewniła Lisowska.

Szef związku Igor Wolski ostrzegł: „[[Igor Wolski: Jeśli za tydzień nic się nie zmieni, zablokujemy kanał]]”.

„[[Igor Wolski: Karmią nas obietnicami, a nie rybą]]” – oburzył się Wolski.

Według Lisowskiej „[[Klara Lisowska: pieniądze przyjdą do jesieni]]”.

– [[Klara Lisowska: Rozumiem wasz gniew]] – stwierdziła ministra.

Jak podkreślił Wolski, rybacy „[[Igor Wolski: poczekają jeszcze do piątku]]”.`,
  `Szpital w Zielonym Jarze od pół roku czeka na nowy aparat. Ordynatorka Róża Klimczuk opowiedziała o tym mieszkańcom.

„[[Róża Klimczuk: Pracujemy na sprzęcie starszym od naszych stażystów]]” – zauważyła Klimczuk.

„[[Paweł Stecki: Pieniądze są, brakuje podpisu]]” – odparł wicestarosta Paweł Stecki.

Jak zapewnił Stecki, dokumenty będą „[[Paweł Stecki: podpisane w ciągu miesiąca]]”.

– [[Róża Klimczuk: Pacjenci nie mają miesiąca!]] – odpowiedziała Steckiemu ordynatorka.

Wolontariusz Jerzy Borsuk nazwał sytuację „[[Jerzy Borsuk: wstydem dla całego powiatu]]”.

– [[Zofia Rebryk: Moją mamę wieziono sto kilometrów]] – mówi studentka Zofia Rebryk.

Według Pawła Steckiego „[[Paweł Stecki: nikt nie zostanie bez pomocy]]”.

Zdaniem Borsuka zbiórka „[[Jerzy Borsuk: zostanie zamknięta w ten weekend]]”.`,
  `Biblioteka na Zboczu znów działa nocą. Kierowniczka Olga Pańczyk wyjaśniła dlaczego.

„[[Olga Pańczyk: Studenci prosili o to od dwóch lat]]” – wyjaśniła Pańczyk.

Strażnik Stefan Krynicki wyznał: „[[Stefan Krynicki: Nocą jest tu ciszej niż w lesie]]”.

Według Krynickiego „[[Stefan Krynicki: najczęściej przychodzą medycy]]”.

– [[Olga Pańczyk: Książki nie śpią]] – śmieje się kierowniczka.

Student Daniel Huk dodał, że w domu „[[Daniel Huk: nie da się skupić przez sąsiadów]]”.`,
];
