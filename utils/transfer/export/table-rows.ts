/** The rows of a table and its caption, without those of nested tables. */
export function rowsOf(table: Element): { rows: Element[]; caption: Element | null } {
  const rows: Element[] = [];
  let caption: Element | null = null;
  const look = (parent: Element): void => {
    for (const child of Array.from(parent.children)) {
      const name = child.localName;
      if (name === 'tr') rows.push(child);
      else if (name === 'caption') caption ??= child;
      else if (name === 'thead' || name === 'tbody' || name === 'tfoot') look(child);
    }
  };
  look(table);
  return { rows, caption };
}

/** The cells of a row. */
export function cellsOf(row: Element): Element[] {
  return Array.from(row.children).filter(({ localName }) => localName === 'td' || localName === 'th');
}
