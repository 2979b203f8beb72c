type Words<Text extends string> = Text extends `${infer First} ${infer Rest}` ? First | Words<Rest> : Text;

/** Handlers of a screen whose buttons do nothing, by their names with spaces between. */
export const idle = <Names extends string>(names: Names): Record<Words<Names>, () => void> =>
  Object.fromEntries(names.split(' ').map((name) => [name, () => undefined])) as Record<
    Words<Names>,
    () => void
  >;

export const nothing = (): void => undefined;
