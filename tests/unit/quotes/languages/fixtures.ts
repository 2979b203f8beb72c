/** Invented sentences by language: a text, and the speaker of each of its quotes. */
export const fixtures: Record<string, readonly (readonly [text: string, ...speakers: string[]])[]> = {
  uk: [
    ['«Пристань відкриють навесні», – сказала мерка Мар’яна Лісовська.', 'Мар’яна Лісовська'],
    ['Віра Кость керує театром.\n\n«Ми граємо для всіх», – каже вона.', 'Віра Кость'],
    ['Як сказав директор порту Назар Вітер, «кораблі прийдуть у травні».', 'Назар Вітер'],
    ['«Я не знав про борги», – стверджує Лев Орлик.', 'Лев Орлик'],
  ],
  de: [
    ['„Die Brücke bleibt gesperrt“, sagte Bürgermeisterin Mara Lindqvist.', 'Mara Lindqvist'],
    ['Ines Okafor leitet das Theater.\n\n„Wir spielen für alle“, sagt sie.', 'Ines Okafor'],
    ['„Das schaffen wir!“, rief Ines Okafor.', 'Ines Okafor'],
    ['Der Historiker Emil Sander meinte: »Die Mauer ist älter als die Stadt.«', 'Emil Sander'],
  ],
  nl: [
    ['“De brug blijft dicht”, zei burgemeester Mara Lindhout.', 'Mara Lindhout'],
    ['Ines Okafor leidt het theater.\n\n‘We spelen voor iedereen’, zegt ze.', 'Ines Okafor'],
    ['“Dat lukt ons!”, riep Ines Okafor.', 'Ines Okafor'],
    ['Emiel Sanders noemt de muur “ouder dan de stad zelf”.', 'Emiel Sanders'],
  ],
  fr: [
    ['« Le pont reste fermé », a déclaré la maire Mara Lindqvist.', 'Mara Lindqvist'],
    ['Inès Okafor dirige le théâtre.\n\n« Nous jouons pour tout le monde », dit-elle.', 'Inès Okafor'],
    [
      '« La grue est en panne depuis un an », a dénoncé Tomas Berg.\n\n« Personne ne l’a réparée. »',
      'Tomas Berg',
      'Tomas Berg',
    ],
    ['D’après Inès Okafor, « la salle était pleine chaque soir ».', 'Inès Okafor'],
  ],
  es: [
    ['«El puente sigue cerrado», dijo la alcaldesa Mara Lindqvist.', 'Mara Lindqvist'],
    ['Inés Okafor dirige el teatro.\n\n“Actuamos para todos”, dice ella.', 'Inés Okafor'],
    ['“¡Lo lograremos!”, exclamó Inés Okafor.', 'Inés Okafor'],
    ['En palabras de Emilio Sandro, “el muro es más viejo que la ciudad”.', 'Emilio Sandro'],
  ],
  it: [
    ['«Il ponte resta chiuso», ha detto la sindaca Mara Lindqvist.', 'Mara Lindqvist'],
    ['Ines Okafor dirige il teatro.\n\n«Recitiamo per tutti», dice lei.', 'Ines Okafor'],
    [
      '«La gru è rotta da un anno», ha denunciato Tommaso Berg.\n\n«Nessuno l’ha riparata».',
      'Tommaso Berg',
      'Tommaso Berg',
    ],
    ['«Torneremo in primavera», promette Emilio Sandri.', 'Emilio Sandri'],
  ],
  pl: [
    ['„Nareszcie wrócił prom”, cieszy się Anna Lis z Zalipia.', 'Anna Lis'],
    ['„Lód był za cienki” – wyjaśnił leśniczy Tomasz Berg.', 'Tomasz Berg'],
    ['„Kto za to zapłaci?” – zapytał Jonasz Wiek.', 'Jonasz Wiek'],
    ['"Wrócimy wiosną" - zapowiedział Emil Sander.', 'Emil Sander'],
  ],
  pt: [
    ['“A ponte continua fechada”, disse a prefeita Mara Lindqvist.', 'Mara Lindqvist'],
    ['Inês Okafor dirige o teatro.\n\n“Atuamos para todos”, diz ela.', 'Inês Okafor'],
    ['“Vamos conseguir!”, exclamou Inês Okafor.', 'Inês Okafor'],
    ['Nas palavras de Emílio Sandro, “o muro é mais velho do que a cidade”.', 'Emílio Sandro'],
  ],
};
