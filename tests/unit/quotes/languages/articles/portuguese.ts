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
  `Depois de dez anos de ausência, a encenadora Inês Albuquerque volta ao teatro.

“[[Inês Albuquerque: Não reconheci o palco]]”, confessa Albuquerque.

O marido, o ator André Pomar, brinca: “[[André Pomar: Mas o palco reconheceu-te]]”.

“[[Inês Albuquerque: Começamos com uma comédia]]”, diz ela.

A diretora do teatro, Nora Falcão, confirmou que os bilhetes se venderam “[[Nora Falcão: numa só manhã]]”.

“[[Nora Falcão: A fila chegava ao mercado!]]”, exclamou a diretora.

De acordo com André Pomar, “[[André Pomar: os ensaios duram até à meia-noite]]”.

“[[Inês Albuquerque: O público está cansado da escuridão]]”, lamenta Inês Albuquerque. “[[Inês Albuquerque: Quer rir]]”.`,
  `Os pescadores de Elvedo pedem uma conversa com o governo. A ministra da Economia, Clara Vasques, visitou o porto.

"[[Clara Vasques: O porto não será vendido]]", garantiu Vasques.

O presidente do sindicato, Emílio Sandoval, avisou: «[[Emílio Sandoval: Se nada mudar numa semana, fechamos o canal]]».

“[[Emílio Sandoval: Alimentam-nos com promessas e não com peixe]]”, protestou Sandoval.

“[[Clara Vasques: Compreendo a vossa zanga]]”, reconheceu a ministra.

Para Sandoval, “[[Emílio Sandoval: já é tarde para conversar]]”.

Vasques prometeu “[[Clara Vasques: uma discussão tranquila com todos]]”.`,
  `O hospital de Vale Verde espera há meio ano por um aparelho novo. A diretora clínica, Rosa Clemente, falou disso aos moradores.

“[[Rosa Clemente: As nossas máquinas são mais velhas do que os internos]]”, observou Clemente.

“[[Paulo Estevens: O dinheiro existe, falta a assinatura]]”, retorquiu o vice-presidente do distrito, Paulo Estevens.

Segundo Paulo Estevens, os papéis serão “[[Paulo Estevens: assinados ao longo do mês]]”.

“[[Rosa Clemente: Os doentes não têm um mês!]]”, respondeu-lhe a médica Rosa Clemente.

O voluntário Júlio Teixugo descreveu a situação como “[[Júlio Teixugo: uma vergonha para todo o distrito]]”.

— [[Sofia Rebelo: Levaram a minha mãe a cem quilómetros]] — diz a estudante Sofia Rebelo.

“[[Júlio Teixugo: A recolha]]”, acrescenta Júlio Teixugo, “[[Júlio Teixugo: fecha este fim de semana]]”.`,
  `A biblioteca da Encosta volta a abrir de noite. A diretora, Olga Pancada, explicou porquê.

“[[Olga Pancada: Os estudantes pediam isto há dois anos]]”, contou.

O vigilante Estêvão Fontes confessou: “[[Estêvão Fontes: De noite isto é mais calmo do que um bosque]]”.

Segundo Fontes, “[[Estêvão Fontes: vêm sobretudo médicos]]”.

“[[Olga Pancada: Os livros não dormem]]”, ri a diretora.

O estudante Daniel Horta acrescentou que em casa “[[Daniel Horta: ninguém se concentra por causa dos vizinhos]]”.`,
  `A última fábrica de conservas de Ventosa fecha as portas na sexta-feira. O anúncio foi feito pela administradora, Lurdes Pacheco, diante de sessenta trabalhadores em silêncio.

«[[Lurdes Pacheco: Não há peixe e não há compradores]]», afirmou Pacheco. «[[Lurdes Pacheco: Tentámos tudo o que era possível tentar]]».

A operária Graça Monteiro trabalhou ali durante trinta e dois anos. «[[Graça Monteiro: Entrei com dezasseis anos e saio sem saber fazer outra coisa]]», contou, com a bata ainda vestida.

Segundo o presidente da câmara, Rui Valadares, a notícia é «[[Rui Valadares: um golpe no coração da vila]]». O autarca garantiu que vai pedir ajuda ao governo: «[[Rui Valadares: Amanhã mesmo estarei em Lisboa]]».

“[[Hélder Brito: Já ouvimos isso há dez anos]]”, respondeu o sindicalista Hélder Brito. “[[Hélder Brito: Naquela altura]]”, lembrou, “[[Hélder Brito: prometeram-nos um cais novo]]”.

O ministro da Economia, Duarte Falcão, disse na televisão que a empresa «[[Duarte Falcão: recebeu mais dinheiro do que qualquer outra na região]]». Questionado sobre o destino das máquinas, Falcão limitou-se a dizer: «[[Duarte Falcão: Isso é com os credores]]».

— [[Joaquim Seixas: O governo nunca cá pôs os pés — queixa-se Joaquim Seixas, pescador reformado. — Nem quando o barco do meu irmão foi ao fundo.]]

De acordo com a historiadora Olga Quintela, a fábrica «[[Olga Quintela: alimentou três gerações de Ventosa]]». Para Quintela, «[[Olga Quintela: o edifício tem de ser salvo, mesmo vazio]]».

«[[Lurdes Pacheco: O edifício está à venda]]», avisa a administradora.

A filha de Graça Monteiro, Inês, não quer ouvir falar de conservas. «[[Inês: A minha mãe deu-lhes a vida toda]]», diz Inês.

«[[Rui Valadares: E agora, quem fica?]]», perguntou Valadares no fim da reunião. Ninguém lhe respondeu.

No livro «Gente do Mar», publicado no ano passado, Olga Quintela já tinha escrito: «[[Olga Quintela: Quando a sirene se calar, a vila vai acordar tarde]]».

Em comunicado, o sindicato acusa a empresa de «[[o sindicato: abandonar os seus trabalhadores na véspera do Natal]]». «[[Hélder Brito: Não vamos sair daqui sem uma resposta]]», assegura Hélder Brito.`,
];
