import type { PhraseBook } from '../../clutter/phrases/phrase-book.ts';
import type { BoilerplateBook } from '../boilerplate-book.ts';

/** Phrases with which sites in Turkish ask for something, and phrases that rule that out. */
export const begging: PhraseBook = {
  newsletter: [
    'bülten*', 'e bülten*', 'günlük bülten', 'günlük bülten*', 'haber bülteni', 'haftalık bülten*', 'newsletter*', 'sabah bülteni',
  ],
  ask: [
    '^abone ol', '^abone olun', '^beni ekleyin', '^bize katıl', '^bize katılın', '^daha fazlasını', '^e posta adresinizi', '^e postanızı', '^gelişmelerden haberdar', '^gelişmeleri kaçırma', '^haberdar ol', '^haberdar olun', '^hiçbir şeyi kaçırma', '^ilk siz', '^kaçırma', '^kaçırmayın', '^katılın', '^kaydol', '^kaydolun', '^kazan', '^üye ol', '^üye olun', '^yazıyı beğendiniz', 'bültenimize abone', 'bültenimize kaydolun', 'daha fazlasını ister misiniz', 'güne … başlayın', 'haberlerimizi … alın', 'siz de katılın', 'ücretsiz abone olun', 'yardım edin',
  ],
  signUp: [
    'abone ol', 'abone ol*', 'abone olun', 'kaydol', 'kaydol*', 'kaydolun', 'kayıt ol', 'üye ol', 'üye olun',
  ],
  inbox: [
    'e posta adresinize', 'e posta kutunuza', 'e postana', 'e postanıza', 'gelen kutunuza', 'gelen kutunuzda', 'mail adresinize', 'posta kutunuza',
  ],
  subscribe: [
    'abone olarak', 'abone olun', 'aboneliğe geç', 'aboneliği … deneyin', 'aboneliği başlat', 'aboneliğinizi başlatın', 'abonelik satın', 'abonelik seçenekleri', 'abonemiz olun', 'abonemize', 'bir ay ücretsiz', 'destekçi ol', 'destekçimiz olun', 'dijital aboneliği', 'dijital abonelik*', 'erişim sağla', 'hemen abone', 'hemen abone ol*', 'okur desteği', 'plan seç*', 'premium üye', 'sınırsız oku', 'tam erişim', 'topluluğumuza katılın', 'üyelik başlat', 'üyemiz olun',
  ],
  offer: [
    '^daha fazla bilgi$', 'ayda yalnızca', 'aylık', 'aylık sadece', 'bütün cihazlarınızda', 'deneme süresi', 'dilediğiniz zaman iptal', 'ilk ay', 'istediğiniz zaman iptal', 'reklamsız', 'sınırsız erişim', 'tam erişim', 'tl ay', 'ücretsiz dene', 'ücretsiz deneyin', 'yıllık abonelik',
  ],
  donate: [
    '^bağış', '^bağış yap*', '^destek ol', '^destek olun', '^destekle', '^destekleyin', 'bağımsız gazeteciliğe destek', 'bağış yap', 'bağış yapın', 'bağışınız', 'bağışınızla', 'bir kahve ısmarla', 'bize destek', 'desteğine ihtiyacımız', 'desteğiniz', 'desteğinizle', 'destek olun', 'gazeteciliğimize', 'kâr amacı gütmeyen', 'katkı yap*', 'katkıda bulun*', 'katkıda bulunun', 'katkınız', 'katkınızla', 'okurlar ödüyor', 'okurlarımızın desteği', 'sizin gibi insanlar*',
  ],
  gift: ['bağımsız gazeteciliği', 'bağımsız gazetecilik', 'bağış*', 'iban', 'katkı*', 'patreon', 'paypal'],
  app: [
    'mobil uygulamamız', 'uygulamada', 'uygulamada aç', 'uygulamamız', 'uygulamamızda', 'uygulamamızı', 'uygulamamızı indirin', 'uygulamasını indir*', 'uygulamayı indir', 'uygulamayı indir*', 'uygulamayı indirin', 'uygulamayı yükle', 'ücretsiz uygulama*',
  ],
  push: [
    'anlık bildirim*', 'bildirim gönder*', 'bildirimlere izin ver', 'bildirimleri aç', 'bildirimleri açın',
    'push bildirim*',
  ],
  formNote: [
    '^abone ol$', '^ad$', '^adınız$', '^atla$', '^devam$', '^e mail$', '^e posta$', '^email$', '^evet gönderin$', '^gönder$', '^hayır teşekkürler$', '^ileri$', '^kapat$', '^kaydol$', '^onayla$', '^sonra$', '^soyad$', '^soyadınız$', '^şimdi değil$', '^teşekkürler', 'abonelikten çık', 'aydınlatma metni', 'e posta adresi', 'e posta adresi*', 'e posta adresiniz', 'e posta adresinizi', 'geçerli bir e posta', 'gelen kutunuzu kontrol', 'gizlilik politika*', 'gizlilik politikası', 'gizlilik politikasını', 'istediğiniz zaman ayrıl*', 'kabul ediyorum', 'kişisel veri', 'kişisel veriler*', 'kullanım koşulları', 'kvkk', 'onay e postası', 'zaten abone', 'zorunlu alan',
  ],
  follow: [
    '^bizi takip', '^sosyal medya$', '^takip edin', '^takip et', 'bizi takip edin', 'google haberler',
    'google news', 'instagram da takip', 'telegram kanalı*', 'twitter da takip', 'whatsapp kanalı*',
    'x te takip', 'youtube kanalı*',
  ],
  share: ['^bağlantıyı kopyala', '^linki kopyala', '^paylaş', '^paylaşın', '^tweetle', '^yazdır'],
  related: [
    '^benzer haberler', '^bunlar da', '^bunu da oku', '^çok okunan*', '^daha fazla haber', '^devamını oku',
    '^diğer haberler', '^editörün seçtikleri', '^en çok okunan*', '^en son haberler', '^gündem$',
    '^ilgili haber*', '^ilgili konular', '^ilginizi çekebilir', '^konuyla ilgili', '^okumaya devam',
    '^önceki haber', '^öne çıkan*', '^önerilen*', '^popüler*', '^sıradaki haber', '^sizin için',
    '^son dakika$', '^son haberler', '^sonraki haber', '^tavsiye',
  ],
  comments: [
    '^ilk yorumu', '^yorum ekle', '^yorum yap', '^yorum yapın', '^yorum yaz', '^yorumlar$',
    '^yorumları göster',
  ],
  adLabel: [
    '^advertorial', '^haberin devamı', '^ilan$', '^iş birliğiyle', '^reklam$', '^reklamdan sonra',
    '^reklamın ardından', '^sponsorlu', '^sponsorlu içerik', '^tanıtım$',
  ],
  wall: [
    'abonelere özel', 'devamını okumak için', 'giriş yapın', 'hesap oluşturun', 'kayıt olmanız',
    'okumaya devam etmek için', 'sadece aboneler', 'ücretsiz haber hakkınız', 'ücretsiz makale',
    'üye girişi yapın', 'yalnızca aboneler',
  ],
  adBlocker: ['adblock*', 'reklam engelleyici*', 'reklam engelleyiciyi kapatın'],
  login: ['giriş yap', 'kullanıcı adı', 'parola', 'şifre'],
  consent: ['cookie*', 'çerez*', 'hepsini kabul et', 'hepsini reddet', 'tümünü kabul et', 'tümünü reddet'],
  account: [
    '^çıkış yap$', '^giriş yap$', '^giriş$', '^hesabım$', '^oturum aç$', '^profil$', '^profilim$',
    '^üye girişi',
  ],
  menu: [
    '^ana sayfa$', '^anasayfa$', '^ara$', '^arama$', '^ekonomi$', '^hava durumu$', '^içeriğe geç',
    '^iletişim$', '^kültür$', '^künye$', '^menü$', '^menüyü aç', '^menüyü kapat', '^site haritası', '^spor$',
  ],
  pageNote: [
    '^bu haber otomatik', '^bu özet', '^otomatik çevrildi', '^ses yapay zeka', '^yapay zeka ile',
    '^yapay zekâ ile', '^yapay zeka tarafından',
  ],
  own: ['biz', 'bize', 'bizi*', 'bültenimiz*', 'gazetemiz*', 'haberlerimiz*'],
};

/** Boilerplate around articles on sites in Turkish. */
export const boilerplate: BoilerplateBook = {
  endHeadings: [
    'benzer haberler',
    'bunlar da ilginizi çekebilir.*',
    'çok okunanlar',
    'diğer haberler',
    'en çok okunan.*',
    'etiketler',
    'ilgili haberler',
    'ilginizi çekebilir.*',
    'önerilen haberler',
    'paylaş.*',
    'son dakika haberleri',
    'yorumlar.*',
  ],
  pointers: ['ayrıca okuyun', 'bunu da okuyun', 'ilgili haber', 'ilginizi çekebilir'],
  walls: ['okumaya devam etmek için', 'sadece aboneler', 'yalnızca aboneler'],
};
