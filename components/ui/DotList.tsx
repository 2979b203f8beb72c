import type { ComponentChildren } from 'preact';

interface Props {
  class: string;
  /** `span` inside a button, which cannot contain a paragraph. */
  as?: 'p' | 'span';
  /** Strings or elements; empty strings, null, undefined and false are omitted. */
  items: readonly ComponentChildren[];
}

/**
 * Shows items in one line, separated by dots. Each is bidi-isolated, so that an Arabic name does not affect the
 * direction of the others.
 */
export function DotList({ class: className, as: Tag = 'p', items }: Props) {
  const shownItems = items.filter(
    (fact) => fact !== '' && fact !== null && fact !== undefined && fact !== false,
  );
  return (
    <Tag class={`dot-list ${className}`}>
      {shownItems.map((fact, index) => (
        <span key={index}>
          <bdi>{fact}</bdi>
        </span>
      ))}
    </Tag>
  );
}
