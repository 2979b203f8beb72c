/** Invented articles; how quotes are written in them is in `read-article.ts`. */
export const norwegianArticles: readonly string[] = [
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
];
