import { expect, it, vi } from 'vitest';
import { detectEncoding } from '../../../../utils/transfer/import/parsing/detect-encoding.ts';
import { guessLegacyEncoding } from '../../../../utils/transfer/import/parsing/legacy-encoding.ts';
import { encode } from './encode.ts';
import { readAll } from './read-all.ts';

it.each([
  ['windows-1252', ['en-GB', 'de', 'fr'], 'Größere Schiffe dürfen nicht in den Hafen, „sagte“ die Behörde'],
  ['windows-1250', ['pl'], 'Łódź i żuraw: święto na nabrzeżu, część druga'],
  ['windows-1254', ['tr-TR', 'en'], 'Balıkçılar ışığı gördü: İstanbul’da şehir hattı değişiyor'],
  ['windows-1251', ['en-US', 'en', 'ru'], 'Гавань приняла первое судно после шторма'],
  ['windows-1251', ['uk-UA', 'en'], 'Приплив і відплив у гавані, її місто чекає'],
  ['windows-1253', ['el'], 'Το λιμάνι της πόλης άνοιξε ξανά μετά την καταιγίδα'],
  ['windows-1255', ['he'], 'הנמל נפתח מחדש אחרי הסערה הגדולה'],
  ['windows-1256', ['ar-EG'], 'أعيد فتح الميناء بعد العاصفة الكبيرة في الشمال'],
  ['shift_jis', ['ja'], '港は嵐のあとで再び開かれ、漁師たちが戻ってきた'],
  ['euc-kr', ['ko-KR', 'en'], '항구는 폭풍 뒤에 다시 열렸고 어부들이 돌아왔다'],
  ['gb18030', ['zh-CN'], '港口在暴风雨之后重新开放，渔民们都回来了'],
  ['big5', ['zh-TW', 'zh'], '港口在暴風雨之後重新開放，漁民們都回來了'],
])('reads a table in %s where the user reads %j', async (encoding, languages, title) => {
  expect(guessLegacyEncoding(languages)).toBe(encoding);
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages);
  const table = `title,url,time_added,tags,status\n"${title}",https://paper.example/1,1700000000,,unread\n`;
  const { items } = await readAll(new Blob([encode(table, encoding)]));
  expect(items.map((item) => item.title)).toEqual([title]);
});

it.each([
  'url,title\nhttps://paper.example/1,café\n',
  'url,title\nhttps://paper.example/1,café',
  'été,url\n,https://paper.example/1\n',
])('looks at a file from its first byte to its last: %s', async (text) => {
  const file = new Blob([encode(text, 'windows-1252')]);
  expect(new TextDecoder(await detectEncoding(file)).decode(await file.arrayBuffer())).toBe(text);
});
