import type { BoilerplateBook } from '../boilerplate-book.ts';

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
