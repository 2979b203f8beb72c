/** Invented articles; how quotes are written in them is in `read-article.ts`. */
export const dutchArticles: readonly string[] = [
  `De oude brug in Elderveen blijft de hele zomer dicht. Dat heeft burgemeester Mara Lindeman maandag laten weten.

‘[[Mara Lindeman: De pijlers staan alleen nog uit gewoonte]]’, zei Lindeman na afloop van de raadsvergadering.

Volgens Lindeman wordt de reparatie „[[Mara Lindeman: twee keer zo duur als begroot]]”.

Ingenieur Thomas van den Berg denkt daar anders over. “[[Thomas van den Berg: De brug houdt het nog tien jaar]]”, benadrukt hij. “[[Thomas van den Berg: We hebben elke balk nagelopen.]]”

“[[Thomas van den Berg: Wie iets anders beweert]]”, aldus Van den Berg, “[[Thomas van den Berg: heeft de brug nooit van onderen gezien.]]”

Politiewoordvoerster Petra Hol meldt dat de omleiding “[[Petra Hol: vanaf maandag voor alle vrachtwagens geldt]]”.

‘[[Jonas Wiek: Waarom horen wij dat nu pas?]]’, vroeg raadslid Jonas Wiek (GroenLinks).

‘[[Mara Lindeman: Omdat er eerder geen rapport was]]’, antwoordde de burgemeester hem.

De roman ‘De brug in de mist’ speelt op dezelfde plek.`,
];
