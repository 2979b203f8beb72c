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
  `Tras diez años de ausencia, la directora Inés Albarrán vuelve al teatro.

“[[Inés Albarrán: No reconocí el escenario]]”, confiesa Albarrán.

Su marido, el actor Andrés Pomar, bromea: “[[Andrés Pomar: El escenario sí te reconoció]]”.

“[[Inés Albarrán: Empezamos con una comedia]]”, señala ella.

La gerente del teatro, Nora Falcón, confirmó que las entradas se vendieron “[[Nora Falcón: en una sola mañana]]”.

“[[Nora Falcón: ¡La cola llegaba hasta el mercado!]]”, exclamó la gerente.

De acuerdo con Andrés Pomar, “[[Andrés Pomar: los ensayos duran hasta la medianoche]]”.

“[[Inés Albarrán: El público está cansado de la oscuridad]]”, lamenta Inés Albarrán. “[[Inés Albarrán: Quiere reír]]”.`,
  `Los pescadores de Ellera piden hablar con el Gobierno. La ministra de Economía, Clara Vosques, visitó el puerto.

"[[Clara Vosques: El puerto no se venderá]]", aseguró Vosques.

El presidente del sindicato, Emilio Sandoval, advirtió: «[[Emilio Sandoval: Si nada cambia en una semana, cortaremos el canal]]».

“[[Emilio Sandoval: Nos alimentan con promesas y no con pescado]]”, protestó Sandoval.

“[[Clara Vosques: Entiendo su enfado]]”, reconoció la ministra.

En opinión de Sandoval, “[[Emilio Sandoval: ya es tarde para hablar]]”.

Vosques se mostró partidaria de “[[Clara Vosques: una conversación tranquila con todos]]”, según dijo la ministra.`,
  `El hospital de Valverde espera desde hace medio año un aparato nuevo. La jefa médica Rosa Climent lo contó a los vecinos.

“[[Rosa Climent: Nuestras máquinas son más viejas que los residentes]]”, observó Climent.

“[[Pablo Esteve: El dinero está, falta la firma]]”, replicó el vicepresidente de la comarca, Pablo Esteve.

Según explicó Esteve, los papeles estarán “[[Pablo Esteve: firmados a lo largo del mes]]”.

“[[Rosa Climent: ¡Los pacientes no tienen un mes!]]”, le contestó la doctora Climent.

El voluntario Julio Tejón calificó la situación de “[[Julio Tejón: vergüenza para toda la comarca]]”.

—[[Sofía Rebollo: A mi madre la llevaron a cien kilómetros]] —dice la estudiante Sofía Rebollo.

“[[Julio Tejón: La colecta]]”, añade Julio Tejón, “[[Julio Tejón: se cierra este fin de semana]]”.`,
  `La biblioteca de la Ladera vuelve a abrir de noche. Su directora, Olga Panero, explicó por qué.

“[[Olga Panero: Los estudiantes lo pedían desde hace dos años]]”, contó.

El vigilante Esteban Fuentes confesó: “[[Esteban Fuentes: De noche esto es más tranquilo que un bosque]]”.

Según Fuentes, “[[Esteban Fuentes: vienen sobre todo médicos]]”.

“[[Olga Panero: Los libros no duermen]]”, ríe la directora.

El estudiante Daniel Huerta añadió que en casa “[[Daniel Huerta: no hay quien se concentre por los vecinos]]”.`,
];
