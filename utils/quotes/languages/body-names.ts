import { hasClass } from '../model/has-class.ts';
import { BODY, GIVEN, GROUP, PARTICLE, PERSON, TITLE } from '../model/lexicon.ts';
import type { Mention } from '../model/mention.ts';
import type { Token } from '../model/token.ts';

/** What somebody is, and no body that speaks with one voice. */
const isRole = (token: Token | undefined): boolean =>
  hasClass(token, PERSON | TITLE) && !hasClass(token, GROUP | BODY | GIVEN);

/**
 * "Delegación Municipal de Puertos", "Ministério Público": the name of a body begins with the noun that says what it
 * is, where that has a capital.
 */
export function beginAtBody(tokens: readonly Token[], mention: Mention): void {
  if (mention.kind !== 'name' || hasClass(tokens[mention.nameFirst], GIVEN)) return;
  let from = mention.nameFirst;
  while (from > mention.first && tokens[from - 1]?.capital && hasClass(tokens[from - 1], GROUP | BODY))
    from--;
  mention.nameFirst = from;
}

/**
 * "El Comandante del Cuerpo de Bomberos", "o Presidente da Câmara": a role with a capital and its complement is no
 * name. The complement is then read by itself.
 */
export function endAtRole(tokens: readonly Token[], mention: Mention & { end: number }): void {
  if (mention.kind !== 'name') return;
  let head = mention.first;
  while (head < mention.last && !isRole(tokens[head])) {
    if (tokens[head]?.capital && !hasClass(tokens[head], TITLE)) return;
    head++;
  }
  if (!isRole(tokens[head])) return;
  let last = head;
  while (isRole(tokens[last + 1]) || (tokens[last + 1]?.capital && tokens[last + 1]?.tag?.pos === 'ADJ'))
    last++;
  const particle = tokens[last + 1];
  if (last >= mention.last || !particle || particle.capital || !hasClass(particle, PARTICLE)) return;
  for (let i = last + 1; i <= mention.last; i++) if (hasClass(tokens[i], GIVEN)) return;
  Object.assign(mention, { last, end: last, head, nameFirst: head, kind: 'noun' });
}
