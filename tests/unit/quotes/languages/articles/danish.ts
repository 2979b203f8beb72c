/** Invented articles; how quotes are written in them is in `read-article.ts`. */
export const danishArticles: readonly string[] = [
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
];
