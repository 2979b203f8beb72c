/** Invented articles; how quotes are written in them is in `read-article.ts`. */
export const turkishArticles: readonly string[] = [
  `Kızılağaç’taki eski köprü bütün yaz kapalı kalacak. Kararı pazartesi günü Belediye Başkanı Adem Maral açıkladı.

Maral, “[[Adem Maral: Ayaklar yalnızca alışkanlıktan ayakta duruyor]]” dedi.

Maral, “[[Adem Maral: Onarım geçen yıla göre iki kat pahalı olacak]]” ifadelerini kullandı.

Mühendis Tülay Vural ise aynı fikirde değil. Vural, “[[Tülay Vural: Köprü on yıl daha dayanır]]” diye konuştu.

“[[Tülay Vural: Her kirişi inceledik]]” diyen Vural, “[[Tülay Vural: Hiçbir şey bulamadık]]” diye ekledi.

Polis sözcüsü Tarık Boylu, “[[Tarık Boylu: Yol salı günü açılacak]]” açıklamasında bulundu.

Esnaf Ayşe Sarı, “[[Ayşe Sarı: Çocukları okula bu köprüden götürüyoruz]]” dedi.

Ayşe Sarı, “[[Ayşe Sarı: Başka yol yok, nehirden yürüyerek geçemeyiz]]” şeklinde konuştu.

Meclis üyesi Polat Gürbüz, “[[Polat Gürbüz: Bunu neden şimdi öğreniyoruz?]]” diye sordu.

Adem Maral, “[[Adem Maral: Çünkü daha önce rapor yoktu]]” yanıtını verdi.

Gürbüz, “[[Polat Gürbüz: Şehir koca bir yıl kaybetti]]” değerlendirmesinde bulundu.

Tülay Vural, “[[Tülay Vural: Hesapları isteyen herkese gösteririm, saklayacak bir şeyim yok]]” sözünü verdi.

“Sisteki Köprü” adlı roman da burada geçiyor.`,
];
