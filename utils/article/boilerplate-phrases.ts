/**
 * Words that mark a line as the site's and not the article's, in the languages whose newspapers are read most.
 * Written from what sites print; each list is matched against one whole block of text.
 */

/** Headings after which the article is over. */
const END_HEADINGS = [
  'related(?: (?:articles?|stor(?:y|ies)|posts?|content|news|topics?|links?|reading|coverage|tags|video(?:s)?|items|pages|resources)(?: (?:from|on|about) .{0,40})?)?|if you (?:liked?|enjoyed) .{0,30}(?:like|enjoy|love).{0,20}',
  '(?:leave|post|add|write) (?:a|your)? ?(?:reply|comment|response)s?.*',
  '(?:\\d+ )?(?:comments?|responses?|replies|thoughts? on)(?: \\(?\\d+\\)?)?',
  'more .{0,30}(?:stories|articles|news|posts|coverage)|more (?:from|on|in|about|stories|news|articles|posts|like|to read|reading|coverage).*',
  'about (?:the )?authors?',
  '(?:recent|latest|popular|trending|top|most read|most popular|featured|similar|other|recommended|previous|next|new)(?: (?:articles?|stor(?:y|ies)|posts?|news|videos?|reads?|topics?|headlines|content|now|today|blog posts?|this week))+',
  'trending(?: now)?|most (?:read|popular|viewed|shared)|popular(?: now)?|recommended(?: for you)?|recommendations|editors? picks?|must reads?|latest',
  'you (?:may|might|ll|will|would|could|should|can)(?: also| well)* (?:like|enjoy|love|be interested in|want to read|read|need).*',
  '(?:read|see|check) (?:also|next|more|this next|these next|out also)|also (?:read|on .*|in .*)|up next|what to read next|keep reading|further reading|read next|next up|don t miss|(?:want to )?republish.{0,30}',
  'filed under.*|tags?|tagged.*|topics?|categories|posted in.*|copyright(?: (?:notice|information|c))?(?: \\d{4}.*)?|(?:from )?(?:around|across) the web|from our partners|promoted(?: stories)?',
  'das (?:könnte|konnte).*|mehr (?:zum thema|aus|von|über|uber|artikel|news).*|auch interessant|weitere (?:artikel|themen|nachrichten|meldungen|beitrage|beiträge|infos|informationen).*|ähnliche (?:artikel|beiträge)|kommentare?(?: .*)?|meistgelesen.*|lesen sie auch.*|zum thema|themen|schlagwort\\w*|schreibe? einen kommentar.*|über den autor.*|verwandte .*|passend dazu|teilen',
  'à lire (?:aussi|également|ensuite).*|lire (?:aussi|également).*|sur le même (?:sujet|thème)|commentaires?(?: .*)?|articles? (?:liés|similaires|récents|recommandés|connexes).*|les plus lus|partager.*|laisser un commentaire.*|(?:plus|voir) (?:d articles|aussi).*|vos commentaires|dans la même rubrique',
  'relacionad\\w+|noticias relacionadas|artículos relacionados|te puede interesar.*|te recomendamos.*|más (?:noticias|información|sobre|en).*|comentarios?(?: .*)?|lo más (?:leído|visto).*|lee también.*|leer también.*|ver también|compartir.*|deja (?:un|una) (?:comentario|respuesta).*|etiquetas|temas|archivado en',
  'leggi anche.*|articoli correlati|potrebbe interessarti.*|commenti|notizie correlate|leia (?:também|mais).*|veja também.*|relacionadas|comentários|artigos relacionados|mais lidas',
  'lees ook.*|meer (?:over|nieuws|lezen).*|reacties|gerelateerd.*|zobacz (?:także|też|również).*|czytaj (?:także|też|również|więcej).*|komentarze.*|podobne.*|powiązane.*|polecane.*|tagi|najnowsze|przeczytaj (?:także|też|również).*|udostępnij.*',
  'läs (?:också|mer|även).*|relaterade?.*|kommentarer|les også.*|læs også.*|lue myös.*|читайте (?:также|еще|ещё|також).*|похожие .*|комментарии|по теме|материалы по теме|теги|関連記事|相关(?:阅读|新闻|文章|推荐)?|相關(?:新聞|文章|閱讀)|관련 ?(?:기사|뉴스)|اقرأ (?:أيضا|أيضًا).*|مواضيع ذات صلة|διαβάστε (?:επίσης|ακόμη).*|ilgili haberler|tin liên quan|baca juga.*',
];

/** Headings of boxes that ask for something; they end an article only where nothing of it follows. */
const ASKING_HEADINGS = [
  'share(?: this)?(?: (?:article|story|post|page|entry|on|via|with))*.*|follow us.*|connect with us.*|join (?:us|the (?:conversation|discussion)).*',
  '(?:sign up|subscribe)(?: .*)?|newsletters?|stay (?:informed|connected|in touch|updated|up to date).*|get (?:the|our) (?:latest|newsletter).*',
  'advertisement|sponsored(?: content)?',
];

/** Single lines that are never prose. */
const LINES = [
  '(?:(?:sms|facebook|twitter|x|e ?mail|linkedin|whatsapp|telegram|reddit|pinterest|print|share|copy link|messenger|bluesky|threads)(?: |$)){2,}|(?:listen|audio|play|hören|anhören|écouter|escuchar) (?:\\d{1,2} \\d\\d ?){1,2}',
  'advertisement|ad|ads|adverts?|anzeige|werbung|publicité|publicidad|pubblicità|reklama|reclame|annons|advertentie|реклама|広告|광고|广告|continue reading(?: below| the main story)?|article continues (?:below|after).*|story continues (?:below|after).*|scroll (?:down )?(?:to|for) (?:continue|more).*|skip (?:ad|advertisement|past.*|to .*)|(?:this )?(?:article|story) continues .*',
  '(?:share|tweet|pin|email|e mail|print|like|save|comment|whatsapp|facebook|twitter|linkedin|pinterest|reddit|copy link|flipboard|telegram|x|mail|teilen|drucken|merken|compartir|partager|imprimer|enviar|imprimir|condividi|udostępnij|drukuj|tweeter|twittern|partagez|copy|link|bookmark|embed|download|listen|play|pause|mute|close|back|next|previous|prev|more|menu|search|login|log in|sign in|register|home)(?: (?:this|on|via|article|story|post|page|to|twitter|facebook|link|share|tweet|email|print|pin|linkedin|whatsapp|reddit|it|x))*',
  '(?:photo|image|picture|credit|credits|foto|bild|bildquelle|fotos|video|source|getty images|reuters|afp|ap photo)(?: (?:by|credit|courtesy|source|from|via|of|quelle)\\b.{0,80})?',
  '(?:last )?(?:updated?|published|posted|first published|modified|created|veröffentlicht|aktualisiert|publié|mis à jour|publicado|actualizado|pubblicato|opublikowano|aktualizacja|stand)\\b.{0,25}\\d.{0,25}',
  '\\d+ (?:min(?:ute)?s?)(?: (?:read|to read|read time|de lecture|de lectura|lesezeit|czytania))|(?:reading|lesezeit|read|estimated reading) time.{0,30}|\\d+ (?:shares?|comments?|views?|likes?|retweets?|kommentare?|commentaires?)',
  '(?:this )?audio (?:is|was) (?:created|generated|produced).*|listen to (?:this )?(?:article|story|post).*|(?:this article|this story) (?:is|was) (?:read|voiced) by.*|your browser does not support.*|please enable javascript.*|javascript (?:is|must).{0,80}',
  '(?:sign up|subscribe|register|join)\\b.{0,140}(?:newsletter|inbox|email|e mail|updates|mailing list|channel|free|account|today|here|daily|weekly|telegram|whatsapp).{0,80}',
  '(?:.{0,80} )?(?:download|get|install) .{0,60}\\bapps?\\b.{0,60}|subscribe (?:now|today|here|to)\\b.{0,140}|(?:follow|like) (?:us|me) (?:on|auf)\\b.{0,120}|(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados).{0,80}|(?:copyright|©) (?:c |by |\\d{4}).{0,120}',
  '(?:updated?|last updated)\\b.{0,40}\\d{4}.{0,12}|.{0,40}(?:affiliate links?|earn (?:a|an) (?:small )?(?:affiliate )?commission|receive (?:a )?commissions?).{0,150}',
  '(?:get started|try (?:it )?(?:for )?free|start (?:your |a )?free trial|buy now|shop now|order now|book (?:now|a demo)|request a (?:demo|quote)|get a (?:free )?(?:quote|demo)|contact us|learn more|find out more|apply now|join now|donate(?: now)?|share this)(?: (?:for free|now|today|here|at .{0,30}|on .{0,20}))?',
  '(?:click|tap) (?:here|on .{0,40}|the .{0,40}) (?:to|for) (?:subscribe|sign up|read more|enlarge|expand|share|view).{0,60}|view (?:gallery|comments|all).{0,20}|show (?:more|less|comments)|load more.{0,20}|see (?:all|more)|view more|read (?:more|full).{0,20}',
];

/** A lead word and a colon that announce somebody else's article. */
const POINTERS =
  /^[\s([{*>→»•|-]*(?:le puede interesar|también le puede interesar|lea también|vea también|mire también|te recomendamos|related roundup|buyer['’]s guide|tags?|filed under|topics?|read|see|also read|read also|read more|read next|related|see also|more|watch|more on this|full story|don['’]t miss|recommended|must read|in case you missed it|listen|also see|check out|next|further reading|find out more|learn more|related (?:story|stories|articles?|posts?|coverage|news|reading|links?|content|video)|explore more|mehr(?: dazu| zum thema)?|lesen sie (?:auch|hier|mehr)|lies auch|siehe auch|auch interessant|hier lesen|à lire(?: aussi| également)?|lire (?:aussi|également|la suite)|voir aussi|notre dossier|lee(?:r)?(?: también| más| además)?|te puede interesar|ver también|además|leggi anche|leia (?:também|mais)|veja (?:também|mais)|lees ook|zobacz (?:także|też|również|więcej)|czytaj (?:także|też|również|więcej|dalej)|przeczytaj(?: także| też| również)?|läs (?:också|mer|även)|les også|læs også|lue myös|читайте также|читать также|читайте також|смотрите также|baca juga|ilgili haber)\s*[:：>»|–—]/i;

const whole = (list: string[]): RegExp => new RegExp(`^(?:${list.join('|')})$`, 'u');
const END = whole(END_HEADINGS);
const ASKING = whole(ASKING_HEADINGS);
const LINE = whole(LINES);

/** @param folded the block, folded */
export const isEndHeading = (folded: string): boolean => folded.length < 70 && END.test(folded);

/** @param folded the block, folded */
export const isAskingHeading = (folded: string): boolean => folded.length < 70 && ASKING.test(folded);

/** @param folded the block, folded */
export const isFurniture = (folded: string): boolean => folded.length < 240 && LINE.test(folded);

/** @param text the block as printed */
export const pointsElsewhere = (text: string): boolean => POINTERS.test(text);
