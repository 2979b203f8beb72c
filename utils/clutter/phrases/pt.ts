import type { PhraseBook } from './phrase-book.ts';

export const pt: PhraseBook = {
  newsletter: `newsletter*, boletim, boletins, lista de e mails, lista de email*`,
  ask: `
    ^inscreva se, ^inscreve te, ^subscreva, ^subscreve, ^assine a newsletter, ^assine nossa newsletter,
    ^assine gratuitamente, ^assine o boletim, ^cadastre se, ^registe se, ^receba, ^recebe,
    ^quero receber, ^não perca, ^fique por dentro, ^mantenha se informado, ^digite seu, ^insira o seu,
    ^insira seu, ^informe seu, ^gostou d*`,
  signUp: `
    inscreva, inscrever, inscrição, subscreva, subscrever, assine, assinar, cadastre, receba`,
  inbox: `
    no seu e mail, no seu email, em seu e mail, em seu email, na sua caixa, por e mail, por email`,
  subscribe: `
    assine agora, assine já, assine por, assine a partir, assine$, assine o, seja assinante, seja membro,
    torne se assinante, torne se membro, conheça os planos, ver planos, não é assinante,
    exclusivo para assinantes`,
  offer: `
    acesso ilimitado, por mês, ao mês, primeiro mês, teste grátis, experimente grátis, cancele quando,
    sem fidelização, assinatura$, assinaturas$, ^saiba mais$`,
  donate: `
    faça uma doação, faça um donativo, ^doe$, ^doe agora, ^apoie, ^apoia, apoie o jornalismo,
    apoie nosso, apoie nos, seu apoio, sua contribuição, ^contribua, jornalismo independente`,
  gift: `doação, doações, donativo*, contribuição, contribuições, paypal, pix, cartão de crédito, mensal`,
  app: `
    baixe o app, baixe nosso app, baixe o aplicativo, baixar o app, descarregue a app,
    descarregue a aplicação, abrir no app, leia no app, nosso aplicativo, a nossa app`,
  push: `
    ativar notificações, ative as notificações, receber notificações, receba notificações,
    permitir notificações, receber alertas, notificações push`,
  formNote: `
    seu e mail, seu email, o seu email, o teu email, endereço de e mail, endereço de email,
    campos obrigatórios, campo obrigatório, cancelar a inscrição, cancelar a subscrição,
    cancelar a qualquer, política de privacidade, termos de uso, termos e condições, li e aceito,
    aceito receber, obrigado por se inscrever, obrigado por subscrever, inscrição confirmada,
    e mail de confirmação, email de confirmação, e mail válido, email válido, sem spam, já é assinante,
    ^nome$, ^sobrenome$, ^enviar$, ^assinar$, ^inscrever$, ^subscrever$, ^fechar$, ^não obrigado$,
    ^agora não$, ^mais tarde$, ^entrar$`,
  follow: `
    ^siga nos, ^siga a, ^siga o, ^siga no, ^acompanhe, ^nos siga, ^curta nossa, ^redes sociais$`,
  share: `
    ^compartilhar, ^compartilhe, ^partilhar, ^partilhe, ^tuitar$, ^imprimir$, ^enviar por, ^copiar link`,
  related: `
    ^leia também, ^leia mais, ^leia ainda, ^veja também, ^veja mais, ^saiba mais sobre, ^relacionad*,
    ^notícias relacionadas, ^artigos relacionados, ^conteúdo relacionado, ^mais lidas, ^mais lidos,
    ^as mais lidas, ^os mais lidos, ^últimas notícias, ^últimas$, ^mais notícias, ^mais sobre,
    ^recomendad*, ^você pode gostar, ^você também pode, ^também pode gostar, ^pode gostar, ^destaques$,
    ^artigo anterior, ^próximo artigo, ^ler mais, ^leia$, ^confira também`,
  comments: `
    ^comentários$, ^comentário$, ^deixe um comentário, ^deixe seu comentário, ^deixe o seu,
    ^escreva um comentário, ^comentar$, ^comente, ^ver comentários`,
  adLabel: `
    ^publicidade$, ^pub$, ^anúncio$, ^anúncios$, ^patrocinado$, ^conteúdo patrocinado$,
    ^continua após a publicidade, ^continua depois da publicidade`,
  wall: `
    para continuar lendo, para continuar a ler, continue lendo com, para ler a matéria,
    para ler o artigo, exclusivo para assinantes, conteúdo exclusivo para, só para assinantes,
    você atingiu o limite, atingiu o limite, matérias gratuitas, crie sua conta, crie uma conta,
    cadastre se para ler, faça login para`,
  adBlocker: `bloqueador de anúncios, adblock*`,
  login: `senha, palavra passe, nome de usuário, esqueceu a`,
  consent: `cookies, aceitar todos, rejeitar todos, aceitar tudo`,
};
