import type { GrammarWords } from '../quoting-words.ts';

/** Closed classes of words: pronouns, articles, prepositions, conjunctions and frequent adverbs. */
export const grammar: GrammarWords = {
  determiners: [
    'altı', 'aynı', 'başka', 'bazı', 'beş', 'bin', 'bir', 'birçok', 'birkaç', 'birtakım', 'bu', 'bütün',
    'çoğu', 'diğer', 'dokuz', 'dört', 'hangi', 'her', 'herhangi', 'hiçbir', 'iki', 'kaç', 'kimi', 'milyon',
    'on', 'sekiz', 'şu', 'tüm', 'üç', 'yedi', 'yüz',
  ],
  possessives: ['benim', 'bizim', 'kendi', 'kendilerinin', 'kendisinin', 'onların', 'onun', 'senin', 'sizin'],
  he: ['kendisi', 'o'],
  she: ['kendisi', 'o'],
  they: ['kendileri', 'onlar'],
  otherPronouns: [
    'bazıları', 'ben', 'biri', 'birisi', 'biz', 'hepsi', 'herkes', 'hiçkimse', 'kimisi', 'kimse', 'sen',
    'siz',
  ],
  objectPronouns: [
    'bana', 'bende', 'benden', 'beni', 'bizde', 'bizden', 'bize', 'bizi', 'kendilerine', 'kendilerini',
    'kendine', 'kendini', 'kendisine', 'kendisini', 'ona', 'onda', 'ondan', 'onlara', 'onlardan', 'onları',
    'onu', 'sana', 'seni', 'sizden', 'size', 'sizi',
  ],
  firstPerson: [
    'bana', 'ben', 'bende', 'benden', 'beni', 'benim', 'benimle', 'biz', 'bizde', 'bizden', 'bize', 'bizi',
    'bizim', 'bizimle',
  ],
  relatives: [
    'hangi', 'hangisi', 'ki', 'kim', 'kime', 'kimin', 'nasıl', 'neden', 'nerede', 'nereden', 'nereye',
    'niçin', 'niye',
  ],
  prepositions: ['ila', 'ta'],
  conjunctions: [
    'ama', 'çünkü', 'da', 'dahi', 'de', 'eğer', 'fakat', 'halbuki', 'hâlbuki', 'hem', 'ile', 'ki', 'lakin',
    'madem', 'mademki', 'meğer', 'oysa', 'oysaki', 'şayet', 've', 'veya', 'yahut', 'yoksa', 'zira',
  ],
  adverbs: [
    'açıkça', 'açıkçası', 'adeta', 'akşam', 'ancak', 'ardından', 'artık', 'asla', 'aslında', 'ayrıca',
    'ayrıyeten', 'az', 'bazan', 'bazen', 'belki', 'beraber', 'beri', 'bilhassa', 'biraz', 'birden',
    'birdenbire', 'birlikte', 'bizzat', 'boyunca', 'böyle', 'böylece', 'böylelikle', 'böylesi', 'bugün',
    'burada', 'buradan', 'buraya', 'büsbütün', 'çabuk', 'çoğunlukla', 'çok', 'çoktan', 'daha', 'daima',
    'dair', 'defa', 'defalarca', 'demin', 'derhal', 'devamlı', 'dışında', 'doğru', 'doğrudan', 'dolayı',
    'dolayısıyla', 'dün', 'elbet', 'elbette', 'en', 'epey', 'epeyce', 'erken', 'esasen', 'esnasında',
    'etraflıca', 'evet', 'evvel', 'fazla', 'fazlasıyla', 'fiilen', 'gayet', 'gece', 'geç', 'geçenlerde',
    'gene', 'genellikle', 'gerçekten', 'gerçi', 'geri', 'gibi', 'giderek', 'gitgide', 'göre', 'gündüz',
    'güya', 'hakeza', 'hakikaten', 'hakkında', 'hala', 'hâlâ', 'halbuki', 'halen', 'haliyle', 'hayır', 'hem',
    'hemen', 'henüz', 'hep', 'hiç', 'için', 'içinde', 'içtenlikle', 'ileri', 'ileride', 'ilk', 'ilkin',
    'işte', 'itibaren', 'itibarıyla', 'iyi', 'iyice', 'kadar', 'karşı', 'karşılık', 'karşın', 'kesinlikle',
    'keşke', 'keza', 'kısaca', 'kısmen', 'kolayca', 'kuşkusuz', 'maalesef', 'mademki', 'malum', 'muhakkak',
    'muhtemelen', 'mutlaka', 'nadiren', 'nasılsa', 'ne', 'nedeniyle', 'neredeyse', 'netice', 'neticede',
    'nihayet', 'nihayetinde', 'nispeten', 'nitekim', 'normalde', 'olabildiğince', 'olarak', 'oldukça',
    'olsun', 'orada', 'oradan', 'oraya', 'ortada', 'öğleden', 'önce', 'önceden', 'öncelikle', 'öte', 'ötürü',
    'öyle', 'öylesine', 'özellikle', 'özetle', 'pek', 'peki', 'rağmen', 'resmen', 'sabah', 'sabahleyin',
    'sadece', 'sahiden', 'sanki', 'sık', 'sıkça', 'son', 'sonra', 'sonradan', 'sonuçta', 'sonunda', 'sözde',
    'sürekli', 'şahsen', 'şimdi', 'şimdilik', 'şöyle', 'şüphesiz', 'tabiatıyla', 'tabii', 'takdirde', 'tam',
    'tamam', 'tamamen', 'tarafından', 'tek', 'tekrar', 'tekrardan', 'temelde', 'topluca', 'üstelik', 'üzere',
    'üzerinde', 'üzerinden', 'üzerine', 'vallahi', 'yakında', 'yalnız', 'yalnızca', 'yani', 'yarın', 'yavaş',
    'yavaşça', 'yeniden', 'yeter', 'yine', 'yoksa', 'yüzünden', 'zaten', 'zira', 'zorla',
  ],
  complementisers: ['diye', 'ki'],
  indefinites: ['başka', 'bazı', 'bir', 'birkaç', 'diğer'],
  comparatives: ['nasıl'],
};
