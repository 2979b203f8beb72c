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
];
