/** The most frequent words of Swedish that are not frequent in another supported language. */
export const commonWords: readonly string[] = [
  'att', 'där', 'eller', 'enligt', 'ett', 'från', 'för', 'hon', 'inte', 'jag', 'kommer', 'mot', 'mycket',
  'när', 'och', 'också', 'sedan', 'skulle', 'så', 'säger', 'är',
];
