import type { ThingWords } from '../quoting-words.ts';

/** Abbreviations without their final full stop, which does not end a sentence. */
export const abbreviations: readonly string[] = [
  'a.ş', 'alb', 'apt', 'av', 'bkz', 'bşk', 'cad', 'doç', 'dr', 'gen', 'hz', 'kr', 'ltd', 'm.ö', 'm.s',
  'mah', 'müh', 'ord', 'org', 'örn', 'prof', 'sn', 'sok', 'st', 'şti', 'tel', 'uzm', 'vb', 'vd', 'vs',
  'yrd', 'yy',
];

/** Words that do not mean people: documents, works, organisations, days and months; and abbreviations. */
export const things: ThingWords = {
  documentNouns: [
    'açıklama', 'açıklaması', 'anket', 'belge', 'beyan', 'beyanname', 'bildiri', 'bildirisi', 'bülten',
    'dilekçe', 'dilekçede', 'duyuru', 'e-posta', 'fezleke', 'genelge', 'iddianame', 'ihbarname', 'kararname',
    'manifesto', 'mektubu', 'mektup', 'mesaj', 'mesajı', 'metin', 'nota', 'önerge', 'paylaşım', 'protokol',
    'rapor', 'raporu', 'tebliğ', 'tezkere', 'tutanağı', 'tutanak', 'tüzük', 'tweet', 'vasiyetname', 'yönerge',
    'yönetmelik',
  ],
  bodyNouns: [
    'ajansı', 'akademisi', 'bakanlığı', 'bankası', 'başkanlığı', 'belediyesi', 'birliği', 'borsası',
    'cemiyeti', 'dairesi', 'dergisi', 'derneği', 'enstitüsü', 'fakültesi', 'federasyonu', 'gazetesi',
    'genelkurmayı', 'grubu', 'hareketi', 'hastanesi', 'holding', 'idaresi', 'kanalı', 'kolordusu',
    'komisyonu', 'komitesi', 'komutanlığı', 'konfederasyonu', 'konseyi', 'kooperatifi', 'kulübü', 'kurulu',
    'kuruluşu', 'kurumu', 'lisesi', 'mahkemesi', 'meclisi', 'merkezi', 'müdürlüğü', 'müzesi', 'odası',
    'okulu', 'ordusu', 'örgütü', 'partisi', 'platformu', 'senatosu', 'sendikası', 'şirketi', 'şubesi',
    'tiyatrosu', 'topluluğu', 'üniversitesi', 'vakfı', 'valiliği', 'yayınevi', 'yönetimi',
  ],
  timeNames: [
    'ağustos', 'ağustosta', 'aralık', 'aralıkta', 'cuma', 'cumartesi', 'çarşamba', 'ekim', 'ekimde', 'eylül',
    'eylülde', 'haziran', 'haziranda', 'kasım', 'kasımda', 'mart', 'martta', 'mayıs', 'mayısta', 'nisan',
    'nisanda', 'ocak', 'ocakta', 'pazar', 'pazartesi', 'perşembe', 'salı', 'şubat', 'şubatta', 'temmuz',
    'temmuzda',
  ],
  abbreviations,
};
