/** Invented articles; how quotes are written in them is in `read-article.ts`. */
export const portugueseArticles: readonly string[] = [
  `A velha ponte de Elvedo ficará fechada durante todo o verão. O anúncio foi feito na segunda-feira pela prefeita Marta Linhares.

“[[Marta Linhares: Os pilares aguentam por hábito]]”, disse Linhares depois da reunião.

Segundo Linhares, a reparação custará “[[Marta Linhares: o dobro do previsto]]”.

O engenheiro Tomás Bergara discorda. “[[Tomás Bergara: A ponte aguenta mais dez anos]]”, afirmou.

“[[Tomás Bergara: Verificámos cada viga]]”, acrescentou Bergara, “[[Tomás Bergara: e não encontrámos nada]]”.

A porta-voz da polícia, Petra Holanda, explicou que o desvio estará “[[Petra Holanda: pronto na segunda-feira de manhã]]”.

— [[Ana Soares: Passamos aqui para ir à escola — conta uma moradora, Ana Soares. — Não há outro caminho.]]

“[[Jonas Vicente: Porque é que só sabemos agora?]]”, perguntou o vereador Jonas Vicente.

“[[Marta Linhares: Porque antes não havia relatório]]”, respondeu-lhe a prefeita.

O romance “A ponte no nevoeiro” passa-se no mesmo lugar.`,
];
