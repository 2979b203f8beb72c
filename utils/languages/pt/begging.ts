import type { PhraseBook } from '../../clutter/phrases/phrase-book.ts';

export const begging: PhraseBook = {
  newsletter: `
    newsletter*, boletim, boletins, lista de e mails, lista de email*, carta semanal, resumo diário,
    resumo semanal`,
  ask: `
    ^inscreva se, ^inscreve te, ^subscreva, ^subscreve, ^assine a newsletter, ^assine nossa newsletter,
    ^assine gratuitamente, ^assine o boletim, ^cadastre se, ^registe se, ^receba, ^recebe,
    ^quero receber, ^não perca, ^fique por dentro, ^mantenha se informado, ^digite seu, ^insira o seu,
    ^insira seu, ^informe seu, ^gostou d*, ^ganhe, inscreva se aqui, clique aqui para assinar,
    clique aqui para se inscrever, ^quer receber, ^cadastre seu, ^cadastre o seu, ^fique informado,
    ^acompanhe as, ^junte se, ^assine nossas, ^subscrever, ^se gostou`,
  signUp: `
    inscreva, inscrever, inscrição, subscreva, subscrever, assine, assinar, cadastre, receba`,
  inbox: `
    no seu e mail, no seu email, em seu e mail, em seu email, na sua caixa, por e mail, por email,
    direto no seu, no seu celular, direto na sua`,
  subscribe: `
    assine agora, assine já, assine por, assine a partir, assine$, assine o, seja assinante,
    seja membro, torne se assinante, torne se membro, conheça os planos, ver planos, não é assinante,
    exclusivo para assinantes, assine e, assine para, assine nosso, faça parte, seja um assinante,
    faça a sua assinatura, aproveite a oferta, comece seu teste`,
  offer: `
    acesso ilimitado, por mês, ao mês, primeiro mês, teste grátis, experimente grátis, cancele quando,
    sem fidelização, assinatura$, assinaturas$, ^saiba mais$, por apenas, por semana, por ano,
    cancele a qualquer, edição digital, sem anúncios, sem limites, oferta especial`,
  donate: `
    faça uma doação, faça um donativo, ^doe$, ^doe agora, ^apoie, ^apoia, apoie o jornalismo,
    apoie nosso, apoie nos, seu apoio, sua contribuição, ^contribua, doe para, faça sua doação,
    ajude nos, nos ajude, ajude a manter, precisamos de você, precisamos da sua ajuda, graças ao apoio,
    mantido por leitores, financiado por leitores, apoia nos, apoie o nosso, apoie a nossa,
    apoie a agência, apoie este, seja um apoiador, torne se apoiador, pague um café`,
  gift: `
    doação, doações, donativo*, contribuição, contribuições, paypal, pix, cartão de crédito, mensal,
    jornalismo independente`,
  app: `
    baixe o app, baixe nosso app, baixe o aplicativo, baixar o app, descarregue a app,
    descarregue a aplicação, abrir no app, leia no app, nosso aplicativo, a nossa app`,
  push: `
    ativar notificações, ative as notificações, receber notificações, receba notificações,
    permitir notificações, receber alertas, notificações push`,
  formNote: `
    seu e mail, seu email, o teu email, endereço de e mail, endereço de email, campos obrigatórios,
    campo obrigatório, cancelar a inscrição, cancelar a subscrição, cancelar a qualquer,
    política de privacidade, termos de uso, termos e condições, li e aceito, aceito receber,
    obrigado por se inscrever, obrigado por subscrever, inscrição confirmada, e mail de confirmação,
    email de confirmação, e mail válido, email válido, sem spam, já é assinante, ^nome$, ^sobrenome$,
    ^enviar$, ^assinar$, ^inscrever$, ^subscrever$, ^fechar$, ^não obrigado$, ^agora não$,
    ^mais tarde$, ^entrar$, ^continuar$, ^confirmar$, ^quero assinar$, ^quero receber$, ^e mail$,
    ^email$, ^aceito$, ^pular$, dados pessoais, verifique sua caixa`,
  follow: `
    ^siga nos, ^siga a, ^siga o, ^acompanhe, ^nos siga, ^curta nossa, ^redes sociais$,
    canal do whatsapp, canal no whatsapp, canal no telegram, canal do telegram, canal no youtube,
    ^inscreva se no canal, ^inscreva se no nosso canal, ^siga … no, no google notícias, ^participe do`,
  share: `
    ^compartilhar, ^compartilhe, ^partilhar, ^partilhe, ^tuitar$, ^imprimir$, ^enviar por, ^copiar link`,
  related: `
    ^leia também, ^leia mais, ^leia ainda, ^veja também, ^veja mais, ^saiba mais sobre, ^relacionad*,
    ^notícias relacionadas, ^artigos relacionados, ^conteúdo relacionado, ^mais lidas, ^mais lidos,
    ^as mais lidas, ^os mais lidos, ^últimas notícias, ^últimas$, ^mais notícias, ^mais sobre,
    ^recomendad*, ^você pode gostar, ^você também pode, ^também pode gostar, ^pode gostar, ^destaques$,
    ^artigo anterior, ^próximo artigo, ^ler mais, ^leia$, ^confira também, ^ler também, ^leia a seguir,
    ^continue lendo$, ^outras notícias, ^mais em, ^mais de, ^sobre o mesmo, ^assista também`,
  comments: `
    ^comentários$, ^comentário$, ^deixe um comentário, ^deixe seu comentário, ^deixe o seu,
    ^escreva um comentário, ^comentar$, ^comente, ^ver comentários`,
  adLabel: `
    ^publicidade$, ^pub$, ^anúncio$, ^anúncios$, ^patrocinado$, ^conteúdo patrocinado$,
    ^continua após a publicidade, ^continua depois da publicidade, ^continua após publicidade,
    ^publicidade continue, ^a reportagem continua, ^o artigo continua, ^conteúdo de marca,
    ^apresentado por`,
  wall: `
    para continuar lendo, para continuar a ler, continue lendo com, para ler a matéria,
    para ler o artigo, exclusivo para assinantes, conteúdo exclusivo para, só para assinantes,
    atingiu o limite, matérias gratuitas, crie sua conta, crie uma conta, cadastre se para ler,
    faça login para`,
  adBlocker: `
    bloqueador de anúncios, adblock*`,
  login: `
    senha, palavra passe, nome de usuário, esqueceu a`,
  consent: `
    cookies, aceitar todos, rejeitar todos, aceitar tudo`,
  account: `
    ^entrar$, ^login$, ^iniciar sessão$, ^minha conta, ^sair$, ^meu perfil, ^perfil$`,
  menu: `
    ^menu$, ^abrir menu, ^fechar menu, ^buscar$, ^pesquisar$, ^busca$, ^início$, ^página inicial$,
    ^seções$, ^secções$, ^ir para o conteúdo, ^navegação$, ^contato$, ^contacto$, ^mapa do site$,
    ^política$, ^economia$`,
  pageNote: `
    ^este áudio foi gerado, ^este áudio é gerado, ^áudio gerado por, ^áudio gerado com, ^voz sintética,
    ^lido por uma voz, ^este resumo foi gerado, ^resumo gerado por, ^gerado por ia,
    ^traduzido automaticamente`,
};
