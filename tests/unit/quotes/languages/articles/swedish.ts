/** Invented articles; how quotes are written in them is in `read-article.ts`. */
export const swedishArticles: readonly string[] = [
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
];
