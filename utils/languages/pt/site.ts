import type { PhraseBook } from '../../clutter/phrases/phrase-book.ts';
import type { BoilerplateBook } from '../boilerplate-book.ts';

/** Phrases with which sites in Portuguese ask for something, and phrases that rule that out. */
export const begging: PhraseBook = {
  newsletter: [
    'boletim', 'boletim diário', 'boletim semanal', 'boletins', 'carta semanal', 'lista de e mails', 'lista de email*', 'newsletter diária', 'newsletter*', 'resumo diário', 'resumo semanal',
  ],
  ask: [
    '^acompanhe as', '^assine … newsletter', '^assine a newsletter', '^assine gratuitamente', '^assine nossa newsletter', '^assine nossas', '^assine o boletim', '^cadastre o seu', '^cadastre se', '^cadastre seu', '^comece o dia', '^deixe o seu', '^digite o seu', '^digite seu', '^fique informado', '^fique por dentro', '^ganhe', '^gostou d*', '^informe seu', '^inscreva se', '^inscreve te', '^insira o seu', '^insira seu', '^junte se', '^mantenha se informado', '^não perca', '^quer mais', '^quer receber', '^quero assinar', '^quero receber', '^receba', '^recebe', '^registe se', '^se gostou', '^subscreva', '^subscreve', '^subscrever', 'ajude nos', 'clique aqui para assinar', 'clique aqui para se inscrever', 'inscreva se aqui',
  ],
  signUp: [
    'assinar', 'assine', 'cadastre', 'inscreva', 'inscrever', 'inscrição', 'receba', 'subscreva',
    'subscrever',
  ],
  inbox: [
    'direto na sua', 'direto no seu', 'em seu e mail', 'em seu email', 'na sua caixa', 'no seu celular',
    'no seu e mail', 'no seu email', 'por e mail', 'por email',
  ],
  subscribe: [
    '^assine', 'aproveite a oferta', 'assine a partir', 'assine agora', 'assine e', 'assine já', 'assine nosso', 'assine o', 'assine para', 'assine por', 'assine$', 'comece seu teste', 'conheça os planos', 'exclusivo para assinantes', 'experimente a assinatura', 'faça a sua assinatura', 'faça parte', 'junte se … assinantes', 'mês grátis', 'não é assinante', 'nossos … assinantes', 'ofertas de assinatura', 'planos de assinatura', 'quero assinar', 'seja assinante', 'seja membro', 'seja um assinante', 'torne se assinante', 'torne se membro', 'ver planos',
  ],
  offer: [
    '^saiba mais$', 'acesso ilimitado', 'ao mês', 'assinatura$', 'assinaturas$', 'cancele a qualquer', 'cancele quando', 'cancele quando quiser', 'edição digital', 'experimente grátis', 'oferta especial', 'por ano', 'por apenas', 'por mês', 'por semana', 'primeiro mês', 'sem anúncios', 'sem fidelização', 'sem limites', 'teste grátis',
  'todos os dispositivos'],
  donate: [
    '^apoia', '^apoie', '^contribua', '^doar$', '^doe', '^doe agora', '^doe$', 'a sua doação', 'ajude a manter', 'ajude nos', 'apoia nos', 'apoie a agência', 'apoie a nossa', 'apoie este', 'apoie nos', 'apoie nosso', 'apoie o', 'apoie o jornalismo', 'apoie o nosso', 'com uma doação', 'dependemos de', 'doe para', 'faça sua doação', 'faça um donativo', 'faça uma doação', 'financiado pelos leitores', 'financiado por leitores', 'graças ao apoio', 'mantido por leitores', 'nos ajude', 'pago pelos leitores', 'pague um café', 'pessoas como você', 'precisamos da sua ajuda', 'precisamos de você', 'quero doar', 'se dá valor', 'seja um apoiador', 'sem fins lucrativos', 'seu apoio', 'sua contribuição', 'sua doação', 'torne se apoiador',
  ],
  gift: [
    'cartão de crédito', 'contribuição', 'contribuições', 'doação', 'doações', 'donativo*',
    'jornalismo independente', 'mensal', 'paypal', 'pix',
  ],
  app: [
    'a nossa app', 'abrir no app', 'baixar o app', 'baixe nosso app', 'baixe o aplicativo', 'baixe o app', 'descarregue a aplicação', 'descarregue a app', 'leia no app', 'na app', 'no app', 'nossa app', 'nosso aplicativo', 'nosso app',
  ],
  push: [
    'ativar notificações', 'ative as notificações', 'notificações push', 'permitir notificações',
    'receba notificações', 'receber alertas', 'receber notificações',
  ],
  formNote: [
    '^aceito$', '^agora não$', '^assinar$', '^cadastrar$', '^confirmar$', '^continuar$', '^e mail$', '^email$', '^entrar$', '^enviar$', '^fechar$', '^inscrever', '^inscrever$', '^mais tarde$', '^não obrigado$', '^nome$', '^pular$', '^quero assinar$', '^quero receber$', '^sobrenome$', '^subscrever$', 'a qualquer momento', 'aceito receber', 'campo obrigatório', 'campos obrigatórios', 'cancelar a inscrição', 'cancelar a qualquer', 'cancelar a subscrição', 'cancelar quando quiser', 'dados pessoais', 'e mail de confirmação', 'e mail válido', 'email de confirmação', 'email válido', 'endereço de e mail', 'endereço de email', 'inscrição confirmada', 'já é assinante', 'li e aceito', 'o teu email', 'obrigado por se inscrever', 'obrigado por subscrever', 'política de privacidade', 'sem spam', 'seu e mail', 'seu email', 'termos de uso', 'termos e condições', 'verifique sua caixa',
  ],
  follow: [
    '^acompanhe', '^curta nossa', '^inscreva se no canal', '^inscreva se no nosso canal', '^nos siga',
    '^participe do', '^redes sociais$', '^siga … no', '^siga a', '^siga nos', '^siga o', 'canal do telegram',
    'canal do whatsapp', 'canal no telegram', 'canal no whatsapp', 'canal no youtube', 'no google notícias',
  ],
  share: [
    '^compartilhar', '^compartilhe', '^copiar link', '^enviar por', '^imprimir$', '^partilhar', '^partilhe',
    '^tuitar$',
  ],
  related: [
    '^artigo anterior', '^artigos relacionados', '^as mais lidas', '^assista também', '^confira também',
    '^conteúdo relacionado', '^continue lendo$', '^destaques$', '^leia a seguir', '^leia ainda', '^leia mais',
    '^leia também', '^leia$', '^ler mais', '^ler também', '^mais de', '^mais em', '^mais lidas',
    '^mais lidos', '^mais notícias', '^mais sobre', '^notícias relacionadas', '^os mais lidos',
    '^outras notícias', '^pode gostar', '^próximo artigo', '^recomendad*', '^relacionad*',
    '^saiba mais sobre', '^sobre o mesmo', '^também pode gostar', '^últimas notícias', '^últimas$',
    '^veja mais', '^veja também', '^você pode gostar', '^você também pode',
  ],
  comments: [
    '^comentar$', '^comentário$', '^comentários$', '^comente', '^deixe o seu', '^deixe seu comentário',
    '^deixe um comentário', '^escreva um comentário', '^ver comentários',
  ],
  adLabel: [
    '^a reportagem continua', '^anúncio$', '^anúncios$', '^apresentado por', '^conteúdo de marca',
    '^conteúdo patrocinado$', '^continua após a publicidade', '^continua após publicidade',
    '^continua depois da publicidade', '^o artigo continua', '^patrocinado$', '^pub$',
    '^publicidade continue', '^publicidade$',
  ],
  wall: [
    'atingiu o limite', 'cadastre se para ler', 'conteúdo exclusivo para', 'continue lendo com',
    'crie sua conta', 'crie uma conta', 'exclusivo para assinantes', 'faça login para', 'matérias gratuitas',
    'para continuar a ler', 'para continuar lendo', 'para ler a matéria', 'para ler o artigo',
    'só para assinantes',
  ],
  adBlocker: ['adblock*', 'bloqueador de anúncios'],
  login: ['esqueceu a', 'nome de usuário', 'palavra passe', 'senha'],
  consent: ['aceitar todos', 'aceitar tudo', 'cookies', 'rejeitar todos'],
  account: ['^entrar$', '^iniciar sessão$', '^login$', '^meu perfil', '^minha conta', '^perfil$', '^sair$'],
  menu: [
    '^abrir menu', '^busca$', '^buscar$', '^contacto$', '^contato$', '^economia$', '^fechar menu', '^início$',
    '^ir para o conteúdo', '^mapa do site$', '^menu$', '^navegação$', '^página inicial$', '^pesquisar$',
    '^política$', '^secções$', '^seções$',
  ],
  pageNote: [
    '^áudio gerado com', '^áudio gerado por', '^este áudio é gerado', '^este áudio foi gerado',
    '^este resumo foi gerado', '^gerado por ia', '^lido por uma voz', '^resumo gerado por',
    '^traduzido automaticamente', '^voz sintética',
  ],
  own: ['nossa*', 'nosso*'],
};

/** Boilerplate around articles on sites in Portuguese. */
export const boilerplate: BoilerplateBook = {
  endHeadings: [
    'artigos relacionados',
    'comentários',
    'leia (?:também|mais).*',
    'mais lidas',
    'relacionadas',
    'veja também.*',
  ],
  pointers: ['leia (?:também|mais)', 'veja (?:também|mais)'],
  walls: ['exclusivo para assinantes', 'para continuar lendo'],
  notices: [
    '(?:faça login|entre|cadastre-se|inicie sessão) para (?:votar|comentar|reagir|salvar|guardar|seguir)\\b',
    'est[ea] (?:artigo|resumo|matéria|tradução) .{0,30}\\b(?:gerad|escrit|traduzid|criad)[oa]\\b.{0,30}\\b(?:IA|inteligência artificial|automaticamente)\\b',
  ],
  credits: [
    '^\\W*com (?:informações d[aeo]s? )?(?:agências?(?: internacionais)?|agência \\S+|reuters|afp|ap|efe|ansa)(?:(?:,| e) \\S+){0,3}\\W*$',
    '^\\W*tradução (?:de|por)(?: [^\\s,;]+){1,4}$',
  ],
};
