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
  `Na tien jaar keert regisseur Ines Aalbers terug naar het theater.

“[[Ines Aalbers: Ik herkende het toneel niet meer]]”, bekent Aalbers.

Haar man, acteur Bert Aalbers, grapt: “[[Bert Aalbers: Het toneel herkende jou wel.]]”

“[[Ines Aalbers: We beginnen met een komedie]]”, zegt Ines Aalbers.

Directeur Nora Valk bevestigt dat de kaarten “[[Nora Valk: in één ochtend weg waren]]”.

“[[Nora Valk: De rij stond tot aan de markt!]]”, roept ze.

“[[Ines Aalbers: Het publiek]]”, zegt de regisseur, “[[Ines Aalbers: is de duisternis moe.]]”`,
  `De vissers van Elderveen eisen een gesprek met het kabinet. Minister Clara Vos (Landbouw) kwam woensdag naar de haven.

"[[Clara Vos: De haven wordt niet verkocht]]", verzekerde Vos.

Visser Olaf Renema gelooft haar niet. "[[Olaf Renema: Dat hebben ze ons al drie keer beloofd]]", zucht hij. "[[Olaf Renema: En drie keer kwam er niets van.]]"

Vos liet weten dat zij “[[Clara Vos: alle begrip heeft voor de boosheid]]”. Ze voegde daaraan toe: “[[Clara Vos: In mei ben ik hier terug.]]”

Hoogleraar visserijbiologie Emiel Sanders van de universiteit van Wageningen noemt het plan “[[Emiel Sanders: een stap in de goede richting]]”.

“[[Emiel Sanders: De haring komt heus wel terug]]”, legt Sanders uit, “[[Emiel Sanders: maar niet dit jaar.]]”`,
  `“[[Joke de Wit: Ik hoorde een klap en dacht aan onweer]]”, vertelt buurtbewoonster Joke de Wit.

De brandweer was snel ter plaatse. Commandant Rob Terpstra: “[[Rob Terpstra: Binnen een uur hadden we het vuur onder controle.]]”

Op de vraag of er gewonden zijn, schudt Terpstra zijn hoofd. “[[Rob Terpstra: Gelukkig niet]]”, reageert hij.

Ook De Wit is opgelucht. “[[Joke de Wit: De kat zat gewoon in de boom]]”, lacht zij.`,
];
