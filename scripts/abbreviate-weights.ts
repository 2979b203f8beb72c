/** Capitals stand for pieces: no feature's name has one. */
const SIGNS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** A word of a feature's name, with the brackets behind it; or two signs. */
const PIECE = /[A-Za-z0-9+-]+=?[( ]?/g;
/** Characters a piece must save, its line in the legend counted. */
const WORTH = 6;

/**
 * Writes weights shorter: a legend of the words that come most often, each a capital from then on, in front of them.
 * `readWeights` takes it back. Features are made of few words, so that this nearly halves them.
 */
export function abbreviateWeights(printed: string): string {
  let body = printed;
  const legend: string[] = [];
  for (const sign of SIGNS) {
    const counts = new Map<string, number>();
    for (const [piece] of body.matchAll(PIECE)) counts.set(piece, (counts.get(piece) ?? 0) + 1);
    let best = '';
    let most = WORTH;
    for (const [piece, times] of counts) {
      const saved = times * (piece.length - 1) - piece.length - 2;
      if (saved <= most) continue;
      best = piece;
      most = saved;
    }
    if (best === '') break;
    body = body.replaceAll(best, sign);
    legend.unshift(sign + best);
  }
  return `${legend.join('|')}\n\n${body}`;
}
