import type { ComponentChildren } from 'preact';

interface Props {
  class: string;
  /** `span` inside a button, which may hold no paragraph. */
  as?: 'p' | 'span';
  /** Strings or elements; what is empty or false is left out. */
  facts: readonly ComponentChildren[];
}

/** Facts in one line, parted by dots. Each is isolated, so that an Arabic name does not turn the line round. */
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
