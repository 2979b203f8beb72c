/** Invented articles; how quotes are written in them is in `read-article.ts`. */
export const czechArticles: readonly string[] = [
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
];
