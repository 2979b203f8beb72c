import { describe, expect, it } from 'vitest';
import { guessLanguage } from '../../../utils/text/guess-language.ts';

describe('guessLanguage', () => {
  it.each(
    Object.entries({
      en: 'The harbour board said that the ferries would run again from Monday, and that they have been repaired. This was confirmed to the council, which is pleased with the news.',
      de: 'Der Hafen ist wieder offen, und die Fähren fahren auch am Wochenende. Das hat der Rat mit großer Mehrheit beschlossen, nicht ohne eine Debatte über die Kosten, von der sich einige mehr erhofft hatten.',
      fr: 'Les bateaux sont de nouveau dans le port, et la mairie est satisfaite. Cette décision, prise pour les habitants qui travaillent sur les îles, ne plaît pas à tous, mais elle est plus sûre.',
      es: 'Los barcos vuelven al puerto y el ayuntamiento está contento. La decisión, tomada por los vecinos para las islas, no gusta a todos, pero es más segura que la de este año, como se dijo con una nota del puerto.',
      it: 'Il porto è di nuovo aperto e le navi sono tornate. La decisione della città non piace a tutti, ma è più sicura per gli abitanti che lavorano nel porto, anche se il prezzo dei biglietti non scende come promesso.',
      nl: 'De haven is weer open en de schepen varen naar de eilanden. Het besluit van de stad bevalt niet iedereen, maar het is voor de mensen die er wonen, zegt de burgemeester, en niet voor het geld. Dat heeft hij ook in de raad gezegd.',
      pl: 'Port jest znowu otwarty, ale nie wszystkim się to podoba. Na wyspach mówią, że promy nie są tak częste jak dawniej, a bilety po nowej cenie są drogie. To był błąd, mówi burmistrz, co do tego nie ma zgody.',
      pt: 'O porto está de novo aberto, mas não agrada a todos. Os barcos são mais caros do que no ano passado, e a decisão da câmara foi tomada com pressa, dizem os moradores das ilhas, para quem uma viagem ao centro é longa.',
      uk: 'Порт знову відкрито, і пороми ходять на острови. Це рішення не всім до вподоби, але мер каже, що воно для людей, які у місті працюють, а не за гроші. Він про це говорив і на засіданні ради.',
      ru: 'Порт снова открыт, и паромы ходят на острова. Это решение не всем по душе, но мэр говорит, что оно для людей, которые в городе работают, а не за деньги. Он об этом говорил и на заседании.',
      cs: 'Přístav je znovu otevřený, ale nelíbí se to všem. Na ostrovech říkají, že přívozy nejsou tak časté jako dříve a že jízdenky jsou drahé. Podle starosty byla cena nutná, protože stát už nepřispívá.',
      sv: 'Hamnen är öppen igen, och färjorna går också på helgen. Det har rådet beslutat, men inte utan en debatt om kostnaden. Jag hoppas att det blir bättre, säger en fiskare från öarna, där många väntat sedan i våras.',
      no: 'Havnen er åpen igjen, og fergene går også i helgen. Det har rådet bestemt etter en lang debatt. Jeg håper at det blir bedre nå, sier en fisker fra øyene, hvor noen har ventet siden i vår. Rådet har brukt mye av pengene uten å si hva de ble til.',
      'no (Nynorsk)':
        'Hamna er open att, og ferjene går også i helga. Det har rådet bestemt etter ein lang debatt. Eg vonar det blir betre no, seier ein fiskar frå øyane, og dei er ikkje åleine. Noko anna vart aldri sagt.',
      da: 'Havnen er åben igen, og færgerne sejler også i weekenden. Det har rådet besluttet efter en lang debat. Jeg håber, det bliver bedre nu, siger en fisker fra øerne, hvor nogle har ventet meget længe. Rådet gør mere end før, men kun få tror på det.',
      tr: 'Liman yeniden açıldı ve feribotlar hafta sonu da çalışacak. Bu karar herkesin hoşuna gitmedi, ancak başkan daha güvenli olduğunu söyledi. Adalarda yaşayan bir balıkçı ise biletlerin çok pahalı olduğunu, bunun için beklediğini anlattı.',
    }),
  )('knows %s', (lang, text) => {
    expect(guessLanguage(text)).toBe(lang.slice(0, 2));
  });

  it('guesses nothing from a line, from nothing, or in a language it has no words of', () => {
    expect(guessLanguage('Ferries run again')).toBeNull();
    expect(guessLanguage('')).toBeNull();
    expect(
      guessLanguage(
        'Пристанището отново е отворено и фериботите пътуват до островите. Решението не се хареса на всички, но кметът казва, че то е за хората, които работят в града, а не за парите. Той говори за това и на заседанието.',
      ),
    ).toBeNull();
    expect(
      guessLanguage(
        'Prístav je znovu otvorený, ale nepáči sa to všetkým. Na ostrovoch hovoria, že prievozy nie sú také časté ako predtým a že lístky sú drahé. Podľa starostu bola cena nutná, pretože štát už neprispieva.',
      ),
    ).toBeNull();
    expect(
      guessLanguage('港は再び開かれ、フェリーは島へ向かう。市長は住民のためだと語った。'.repeat(10)),
    ).toBeNull();
  });

  it('is not led astray by a quotation in another language', () => {
    const english =
      'The mayor said that the ferries have been repaired and that this was the end of the matter. ';
    expect(guessLanguage(`${english}“Der Hafen ist wieder offen”, said the sign. ${english}`)).toBe('en');
  });
});
