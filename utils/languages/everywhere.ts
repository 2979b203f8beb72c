import type { BoilerplateBook } from './boilerplate-book.ts';

/** What is printed in every language, in several at once, and in those that have no book of their own: it comes with English. */
export const everywhere: BoilerplateBook = {
  endHeadings: [
    'lees ook.*|meer (?:over|nieuws|lezen).*|reacties|gerelateerd.*',
    'läs (?:också|mer|även).*|relaterade?.*|kommentarer|les også.*|læs også.*|lue myös.*|читайте (?:также|еще|ещё).*|похожие .*|комментарии|по теме|материалы по теме|теги',
    '関連記事|相关(?:阅读|新闻|文章|推荐)?|相關(?:新聞|文章|閱讀)|관련 ?(?:기사|뉴스)|اقرأ (?:أيضا|أيضًا).*|مواضيع ذات صلة|διαβάστε (?:επίσης|ακόμη).*|ilgili haberler|tin liên quan|baca juga.*',
  ],
  lines: [
    '(?:(?:sms|facebook|twitter|x|e ?mail|linkedin|whatsapp|telegram|reddit|pinterest|print|share|copy link|messenger|bluesky|threads)(?: |$)){2,}|(?:listen|audio|play|hören|anhören|écouter|escuchar) (?:\\d{1,2} \\d\\d ?){1,2}',
    'advertisement|ad|ads|adverts?|anzeige|werbung|publicité|publicidad|pubblicità|reklama|reclame|annons|advertentie|реклама|広告|광고|广告|continue reading(?: below| the main story)?|article continues (?:below|after).*|story continues (?:below|after).*|scroll (?:down )?(?:to|for) (?:continue|more).*|skip (?:ad|advertisement|past.*|to .*)|(?:this )?(?:article|story) continues .*',
    '(?:share|tweet|pin|email|e mail|print|like|save|comment|whatsapp|facebook|twitter|linkedin|pinterest|reddit|copy link|flipboard|telegram|x|mail|teilen|drucken|merken|compartir|partager|imprimer|enviar|imprimir|condividi|udostępnij|drukuj|tweeter|twittern|partagez|copy|link|bookmark|embed|download|listen|play|pause|mute|close|back|next|previous|prev|more|menu|search|login|log in|sign in|register|home)(?: (?:this|on|via|article|story|post|page|to|twitter|facebook|link|share|tweet|email|print|pin|linkedin|whatsapp|reddit|it|x))*',
    '(?:photo|image|picture|credit|credits|foto|bild|bildquelle|fotos|video|source|getty images|reuters|afp|ap photo)(?: (?:by|credit|courtesy|source|from|via|of|quelle)\\b.{0,80})?',
    '(?:last )?(?:updated?|published|posted|first published|modified|created|veröffentlicht|aktualisiert|publié|mis à jour|publicado|actualizado|pubblicato|opublikowano|aktualizacja|stand)\\b.{0,25}\\d.{0,25}',
    '\\d+ (?:min(?:ute)?s?)(?: (?:read|to read|read time|de lecture|de lectura|lesezeit|czytania))|(?:reading|lesezeit|read|estimated reading) time.{0,30}|\\d+ (?:shares?|comments?|views?|likes?|retweets?|kommentare?|commentaires?)',
  ],
  pointers: [
    'lees ook|läs (?:också|mer|även)|les også|læs også|lue myös|читайте также|читать также|смотрите также|baca juga|ilgili haber',
  ],
  walls: ['lees verder met'],
  credits: [
    '^\\W*(?:quellen?|fonte|fuente|źródło|källa|kilde|bron|источник|via|source|sources|image|images|photo|foto|crédits?|autor|autorin|agencies|dpa|afp|reuters|ap|ansa|efe|pap|tasr)\\b\\W.{0,80}$',
  ],
};
