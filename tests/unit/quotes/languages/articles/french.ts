/** Invented articles; how quotes are written in them is in `read-article.ts`. */
export const frenchArticles: readonly string[] = [
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
];
