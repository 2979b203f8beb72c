import type { ThingWords } from '../quoting-words.ts';

/** Words for what is no person: documents, works, bodies, days and months; and short forms. */
export const things: ThingWords = {
  documentNouns: [
    'account', 'accusation', 'ad', 'ads', 'advertisement', 'amendment', 'announcement', 'answer', 'argument',
    'article', 'assertion', 'assessment', 'banner', 'bill', 'blog', 'book', 'brief', 'caption', 'card',
    'chant', 'chants', 'claim', 'claims', 'column', 'comment', 'comments', 'complaint', 'contention',
    'declaration', 'description', 'document', 'documents', 'e-mail', 'editorial', 'email', 'filing', 'hat',
    'headline', 'indictment', 'insistence', 'invitation', 'law', 'lawsuit', 'letter', 'mantra', 'memo',
    'message', 'motion', 'motto', 'narrator', 'note', 'op-ed', 'opinion', 'order', 'page', 'petition',
    'platform', 'pledge', 'poll', 'post', 'prediction', 'press-release', 'promise', 'question', 'quote',
    'readout', 'refusal', 'release', 'remark', 'remarks', 'reminder', 'reply', 'report', 'resolution',
    'response', 'review', 'ruling', 'shirt', 'sign', 'slogan', 'song', 'speech', 'spot', 'statement', 'story',
    'study', 'suit', 'survey', 'testimony', 'text', 'transcript', 'tweet', 'tweets', 'verdict', 'video',
    'voice-over', 'voiceover', 'warning', 'website', 'words',
  ],
  workNouns: [
    'album', 'anthem', 'bestseller', 'book', 'books', 'column', 'comedy', 'documentary', 'drama', 'dubbed',
    'entitled', 'episode', 'essay', 'exhibition', 'film', 'films', 'game', 'hashtag', 'headlined', 'hit',
    'magazine', 'memoir', 'movie', 'movies', 'musical', 'nicknamed', 'novel', 'opera', 'painting', 'play',
    'podcast', 'poem', 'program', 'programme', 'segment', 'series', 'show', 'single', 'sitcom', 'slogan',
    'song', 'songs', 'titled', 'tune',
  ],
  bodyNouns: [
    'act', 'administration', 'agency', 'airport', 'association', 'bank', 'board', 'bureau', 'campaign',
    'caucus', 'center', 'centre', 'church', 'city', 'club', 'coalition', 'college', 'commission', 'committee',
    'company', 'congress', 'convention', 'corp', 'council', 'county', 'court', 'department', 'federation',
    'foundation', 'fund', 'gazette', 'government', 'group', 'herald', 'hotel', 'house', 'inc', 'institute',
    'institution', 'journal', 'league', 'magazine', 'ministry', 'network', 'news', 'office', 'pac',
    'parliament', 'party', 'plaza', 'post', 'press', 'school', 'senate', 'service', 'services', 'society',
    'state', 'states', 'street', 'times', 'tower', 'tribune', 'union', 'university',
  ],
  timeNames: [
    'afternoon', 'apr', 'april', 'aug', 'august', 'christmas', 'days', 'dec', 'decades', 'december', 'easter',
    'evening', 'feb', 'february', 'friday', 'hours', 'jan', 'january', 'jul', 'july', 'jun', 'june', 'mar',
    'minutes', 'moments', 'monday', 'month', 'months', 'morning', 'night', 'nov', 'november', 'oct',
    'october', 'saturday', 'sep', 'sept', 'september', 'sunday', 'thanksgiving', 'thursday', 'tuesday',
    'wednesday', 'week', 'weeks', 'year', 'years',
  ],
  abbreviations: [
    'a.m', 'adm', 'approx', 'apr', 'ariz', 'ark', 'aug', 'ave', 'blvd', 'calif', 'capt', 'co', 'col', 'colo',
    'conn', 'corp', 'd-n.y', 'd.c', 'dec', 'del', 'dept', 'dr', 'e.g', 'est', 'etc', 'feb', 'fla', 'ga',
    'gen', 'gov', 'hon', 'i.e', 'ill', 'inc', 'ind', 'jan', 'jr', 'jul', 'jun', 'kan', 'ky', 'la', 'lt',
    'ltd', 'maj', 'mar', 'mass', 'md', 'mich', 'minn', 'miss', 'mo', 'mont', 'mr', 'mrs', 'ms', 'n.c', 'n.h',
    'n.j', 'n.m', 'n.y', 'neb', 'nev', 'no', 'nov', 'oct', 'okla', 'ore', 'p.m', 'pa', 'ph.d', 'prof',
    'r-n.y', 'rep', 'reps', 'rev', 's.c', 'sen', 'sens', 'sep', 'sept', 'sgt', 'sr', 'st', 'tenn', 'tex',
    'u.k', 'u.n', 'u.s', 'va', 'vs', 'vt', 'w.va', 'wash', 'wis', 'wyo',
  ],
};
