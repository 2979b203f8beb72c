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
  `Après dix ans d’absence, la metteuse en scène Inès Aubert revient au théâtre.

« [[Inès Aubert: Je n’ai pas reconnu la scène]] », avoue Inès Aubert.

Son mari, l’acteur Bernard Aubert, plaisante : « [[Bernard Aubert: La scène, elle, t’a reconnue.]] »

« [[Inès Aubert: Nous commençons par une comédie]] », dit-elle.

La directrice du théâtre, Nora Faucon, a confirmé que les billets étaient partis « [[Nora Faucon: en une seule matinée]] ».

« [[Nora Faucon: La file allait jusqu’au marché !]] », s’est exclamée la directrice.

D’après Bernard Aubert, « [[Bernard Aubert: les répétitions durent jusqu’à minuit]] ».

« [[Inès Aubert: Le public est fatigué de l’obscurité]] », soupire Inès Aubert. « [[Inès Aubert: Il veut rire.]] »`,
  `Les pêcheurs d’Ellery demandent à voir le gouvernement. La ministre de l’économie, Claire Voisin, est venue au port.

“[[Claire Voisin: Le port ne sera pas vendu]]”, a assuré Claire Voisin.

Le président du syndicat, Émile Sandre, a prévenu : «[[Émile Sandre: Si rien ne change dans une semaine, nous bloquerons le canal.]]»

« [[Émile Sandre: On nous nourrit de promesses et non de poisson]] », s’est emporté M. Sandre.

« [[Claire Voisin: Je comprends votre colère]] », a reconnu la ministre.

Pour Émile Sandre, « [[Émile Sandre: il est déjà trop tard pour discuter]] ».

Claire Voisin dit vouloir « [[Claire Voisin: une conversation calme avec tout le monde]] ».`,
  `L’hôpital de Vertbois attend un nouvel appareil depuis six mois. La médecin-chef Rose Klimbert en a parlé aux habitants.

« [[Rose Klimbert: Nos machines sont plus vieilles que nos internes]] », fait remarquer Rose Klimbert.

« [[Paul Stéphanois: L’argent est là, il manque la signature]] », a rétorqué le vice-président du département, Paul Stéphanois.

Selon lui, les papiers seront « [[Paul Stéphanois: signés dans le courant du mois]] ».

« [[Rose Klimbert: Les patients n’ont pas un mois !]] », lui a lancé Mme Klimbert.

Le bénévole Julien Dachard parle d’« [[Julien Dachard: une honte pour tout le département]] ».

— [[Sophie Rebière: On a emmené ma mère à cent kilomètres]], raconte Sophie Rebière, étudiante.

« [[Julien Dachard: La collecte, explique Julien Dachard, sera close ce week-end.]] »`,
  `La bibliothèque du Coteau rouvre la nuit. Sa directrice, Odile Panchot, a expliqué pourquoi.

« [[Odile Panchot: Les étudiants le demandaient depuis deux ans]] », a-t-elle précisé.

Le gardien Étienne Fontanel confie : « [[Étienne Fontanel: La nuit, c’est plus calme qu’une forêt.]] »

D’après M. Fontanel, « [[Étienne Fontanel: ce sont surtout des médecins]] ».

« [[Odile Panchot: Les livres ne dorment pas]] », sourit la directrice.

Un étudiant, Daniel Huchet, a ajouté que, chez lui, on ne pouvait « [[Daniel Huchet: pas se concentrer à cause des voisins]] ».`,
];
