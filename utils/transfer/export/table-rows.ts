/** The rows of a table and its caption, without those of nested tables. */
export function getTableRows(table: Element): { rows: Element[]; caption: Element | null } {
  const rows: Element[] = [];
  let caption: Element | null = null;
  const collectRows = (parent: Element): void => {
    for (const child of Array.from(parent.children)) {
      const name = child.localName;
      if (name === 'tr') rows.push(child);
      else if (name === 'caption') caption ??= child;
      else if (name === 'thead' || name === 'tbody' || name === 'tfoot') collectRows(child);
    }
  };
  collectRows(table);
  return { rows, caption };
}

/** The cells of a row. */
export function getRowCells(row: Element): Element[] {
  return Array.from(row.children).filter(({ localName }) => localName === 'td' || localName === 'th');
}
