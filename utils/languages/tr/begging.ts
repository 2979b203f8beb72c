import type { PhraseBook } from '../../clutter/phrases/phrase-book.ts';

/** What sites in Turkish beg with, and what tells such lines from others. */
export const begging: PhraseBook = {
  newsletter: ['bülten*', 'e bülten*', 'günlük bülten', 'haber bülteni', 'newsletter*', 'sabah bülteni'],
  ask: [
    '^abone ol', '^abone olun', '^bize katıl', '^bize katılın', '^e postanızı', '^gelişmelerden haberdar',
    '^gelişmeleri kaçırma', '^haberdar ol', '^haberdar olun', '^hiçbir şeyi kaçırma', '^ilk siz', '^kaçırma',
    '^kaçırmayın', '^katılın', '^kaydol', '^kaydolun', '^kazan', '^üye ol', '^üye olun', '^yazıyı beğendiniz',
    'bültenimize abone', 'bültenimize kaydolun',
  ],
  signUp: ['abone ol', 'abone olun', 'kaydol', 'kaydolun', 'kayıt ol', 'üye ol', 'üye olun'],
  inbox: [
    'e posta adresinize', 'e posta kutunuza', 'e postana', 'e postanıza', 'gelen kutunuza', 'mail adresinize',
    'posta kutunuza',
  ],
  subscribe: [
    'abone olarak', 'aboneliğe geç', 'aboneliği başlat', 'aboneliğinizi başlatın', 'abonelik satın',
    'destekçi ol', 'destekçimiz olun', 'erişim sağla', 'hemen abone', 'okur desteği', 'premium üye',
    'sınırsız oku', 'tam erişim', 'topluluğumuza katılın', 'üyelik başlat', 'üyemiz olun',
  ],
  offer: [
    '^daha fazla bilgi$', 'aylık sadece', 'deneme süresi', 'dilediğiniz zaman iptal', 'ilk ay',
    'istediğiniz zaman iptal', 'reklamsız', 'sınırsız erişim', 'tam erişim', 'tl ay', 'ücretsiz dene',
    'ücretsiz deneyin', 'yıllık abonelik',
  ],
  donate: [
    '^bağış', '^destek ol', '^destek olun', '^destekle', '^destekleyin', 'bağımsız gazeteciliğe destek',
    'bağış yap', 'bağış yapın', 'bir kahve ısmarla', 'bize destek', 'desteğine ihtiyacımız', 'desteğiniz',
    'desteğinizle', 'katkıda bulunun', 'katkınız', 'okurlarımızın desteği',
  ],
  gift: ['bağımsız gazeteciliği', 'bağımsız gazetecilik', 'bağış*', 'iban', 'katkı*', 'patreon', 'paypal'],
  app: [
    'mobil uygulamamız', 'uygulamada aç', 'uygulamamız', 'uygulamamızı indirin', 'uygulamayı indir',
    'uygulamayı indirin', 'uygulamayı yükle',
  ],
  push: [
    'anlık bildirim*', 'bildirim gönder*', 'bildirimlere izin ver', 'bildirimleri aç', 'bildirimleri açın',
    'push bildirim*',
  ],
  formNote: [
    '^ad$', '^adınız$', '^atla$', '^devam$', '^e mail$', '^e posta$', '^email$', '^gönder$',
    '^hayır teşekkürler$', '^ileri$', '^kapat$', '^onayla$', '^sonra$', '^soyad$', '^soyadınız$',
    '^şimdi değil$', '^teşekkürler', 'abonelikten çık', 'aydınlatma metni', 'e posta adresi',
    'e posta adresiniz', 'e posta adresinizi', 'geçerli bir e posta', 'gelen kutunuzu kontrol',
    'gizlilik politikası', 'gizlilik politikasını', 'kabul ediyorum', 'kişisel veri', 'kişisel veriler*',
    'kullanım koşulları', 'kvkk', 'onay e postası', 'zaten abone', 'zorunlu alan',
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
