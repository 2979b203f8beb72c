import type { ComponentChildren } from 'preact';

interface Props {
  class: string;
  /** `span` inside a button, which cannot contain a paragraph. */
  as?: 'p' | 'span';
  /** Strings or elements; empty and false ones are omitted. */
  facts: readonly ComponentChildren[];
}

/**
 * Facts in one line, separated by dots. Each is isolated, so that an Arabic name does not affect the others'
 * direction.
 */
export function DotList({ class: name, as: Line = 'p', facts }: Props) {
  const shown = facts.filter((fact) => fact !== '' && fact !== null && fact !== undefined && fact !== false);
  return (
    <Line class={`dot-list ${name}`}>
      {shown.map((fact, index) => (
        <span key={index}>
          <bdi>{fact}</bdi>
        </span>
      ))}
    </Line>
  );
}
