/** The commonest words of Swedish that no other language here shares as such a common word. */
export const commonWords: readonly string[] = [
  'att', 'där', 'eller', 'enligt', 'ett', 'från', 'för', 'hon', 'inte', 'jag', 'kommer', 'mot', 'mycket',
  'när', 'och', 'också', 'sedan', 'skulle', 'så', 'säger', 'är',
];
