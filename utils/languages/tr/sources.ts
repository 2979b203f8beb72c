import type { SourceWords } from '../quoting-words.ts';

/** Fixed phrases that say where words come from. */
export const sources: SourceWords = {
  sourcePhrases: [
    'kendi ifadesiyle', 'kendi sözleriyle', 'kendi deyişiyle', 'onun ifadesiyle', 'onun sözleriyle',
    'onun deyişiyle', 'ona göre', 'onlara göre',
  ],
  impersonals: [
    'denildi', 'denilen', 'deniyor', 'diye bağrıldı', 'duyuldu', 'konuşuluyor', 'sesleri duyuldu',
    'sesleri yükseldi', 'sloganı atıldı', 'sloganları atıldı', 'söylendi', 'söyleniyor',
  ],
  hearsay: [
    'açıklandı', 'aktarıldı', 'belirtildi', 'bildirildi', 'denildi', 'deniliyor', 'denilmekte', 'duyuruldu',
    'hatırlatıldı', 'ifade edildi', 'ifadeleri yer aldı', 'ifadelerine yer verildi', 'ifadesi yer aldı',
    'ifadesine yer verildi', 'kaydedildi', 'vurgulandı', 'yazıyor',
  ],
};
