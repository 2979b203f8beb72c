/** Invented articles; how quotes are written in them is in `read-article.ts`. */
export const spanishArticles: readonly string[] = [
  `El viejo puente de Ellera estará cerrado todo el verano. Lo anunció el lunes la alcaldesa, Marta Linares.

“[[Marta Linares: Los pilares aguantan por costumbre]]”, dijo Linares tras el pleno.

Según Linares, la reparación costará “[[Marta Linares: el doble de lo previsto]]”.

El ingeniero Tomás Bergua no está de acuerdo. “[[Tomás Bergua: El puente aguantará diez años más]]”, afirmó.

«[[Tomás Bergua: Hemos revisado cada viga]]», añadió Bergua, «[[Tomás Bergua: y no hemos encontrado nada]]».

La portavoz de la policía, Petra Holgado, explicó que el desvío estará “[[Petra Holgado: listo el lunes por la mañana]]”.

—[[Ana Soler: Cruzamos este puente para ir al colegio —cuenta una vecina, Ana Soler—. No hay otro camino.]]

“[[Jonás Vicario: ¿Por qué nos enteramos ahora?]]”, preguntó el concejal Jonás Vicario.

“[[Marta Linares: Porque antes no había informe]]”, le respondió la alcaldesa.

La novela “El puente en la niebla” transcurre en el mismo lugar.`,
];
