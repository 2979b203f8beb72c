/** SVG paths of stroked icons on a 24 × 24 grid, drawn for this product. */
const ICON_PATHS = {
  transfer: 'M8 5v13M4 14l4 4 4-4M16 19V6M12 10l4-4 4 4',
  download: 'M12 4v11M7.500 10.500l4.500 4.500 4.500-4.500M5 20h14',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  copy: 'M9 9h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1zM16 9V4a1 1 0 0 0-1-1H5a1 1 0 0 0-1 1v10a1 1 0 0 0 1 1h3',
  close: 'M6 6l12 12M18 6L6 18',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l5 5',
  bookmark: 'M7 4h10a1 1 0 0 1 1 1v15l-6-4-6 4V5a1 1 0 0 1 1-1z',
  library: 'M4 5v15M9 5v15M4 5h5M4 20h5M9 8h5v12H9M15.5 6.200l4-1 3 14.300-4 1z',
  sliders: 'M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4',
  inbox: 'M3 13l3-8h12l3 8v6a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1zM3 13h5l1.500 3h5L16 13h5',
  archive:
    'M4 4h16a1 1 0 0 1 1 1v3a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM5 9v10a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1V9M10 13h4',
  star: 'M12 3.500l2.600 5.400 5.900.8-4.300 4.100 1.100 5.900L12 16.900l-5.300 2.800 1.100-5.900-4.300-4.100 5.900-.8z',
  trash:
    'M4 7h16M9 7V4.500a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1V7M6 7l1 12.500a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1L18 7M10 11v6M14 11v6',
  external: 'M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5',
  back: 'M19 12H5M11 6l-6 6 6 6',
  down: 'M6 9.500l6 6 6-6',
  eye: 'M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  text: 'M3 19l5-13 5 13M4.800 14.500h6.400M15 19l3-8 3 8M16 16.500h4',
  speakers:
    'M4 5h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H9l-4 4v-4H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM20 9h.500a.500.500 0 0 1 .500.500V17',
  keyboard:
    'M3 6h18a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1zM6 10h.010M10 10h.010M14 10h.010M18 10h.010M8 14h8',
  return: 'M9 14l-5-5 5-5M4 9h10a6 6 0 0 1 0 12h-3',
  quote: 'M10 6c-4 1-6 4-6 8a3 3 0 1 0 3-3M20 6c-4 1-6 4-6 8a3 3 0 1 0 3-3',
  lock: 'M6 11h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1zM8 11V8a4 4 0 0 1 8 0v3',
  plus: 'M12 5v14M5 12h14',
  outline: 'M4 6h.010M4 12h.010M4 18h.010M8 6h12M8 12h9M8 18h11',
  play: 'M8 5.500l11 6.500-11 6.500z',
  pause: 'M7 5.500h3v13H7zM14 5.500h3v13h-3z',
  skipBack: 'M18 6l-8 6 8 6zM6.500 6v12',
  skipForward: 'M6 6l8 6-8 6zM17.500 6v12',
  speaker: 'M4 9.500h3.500L12 5.500v13l-4.500-4H4zM15.500 9a4 4 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11',
  more: 'M5 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0zM11 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0zM17 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0z',
  pin: 'M9 4h6l-.500 6 3 3.500H6.500l3-3.500zM12 13.500V20',
  tag: 'M4 4h8l8.500 8.500-8 8L4 12zM8 8h.010',
  story: 'M4 5h11v14H5a1 1 0 0 1-1-1zM15 9h5v9a1 1 0 0 1-1 1h-4M7 9h5M7 12.500h5M7 16h3',
  list: 'M4 7a1 1 0 0 1 1-1h5l2 2.500h7a1 1 0 0 1 1 1V18a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1z',
  clock: 'M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM12 7v5.500l3.500 2',
  done: 'M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM8 12.500l2.800 2.800L16 9.500',
  info: 'M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM12 11v5.500M12 7.500h.010',
  disk: 'M4 6c0-1.400 3.600-2.500 8-2.500S20 4.600 20 6s-3.600 2.500-8 2.500S4 7.400 4 6zM4 6v12c0 1.400 3.600 2.500 8 2.500s8-1.100 8-2.500V6M4 12c0 1.400 3.600 2.500 8 2.500s8-1.100 8-2.500',
  sync: 'M4.500 11a7.700 7.700 0 0 1 13-4.500L20 9M20 4v5h-5M19.500 13a7.700 7.700 0 0 1-13 4.500L4 15M4 20v-5h5',
  filter: 'M4 6h16M7 12h10M10 18h4',
  marker: 'M5 20h14M8 16.500l-1.500-3 8.500-9 4 3.500-8 9z',
  pencil: 'M4.500 19.500l1-4.500L16 4.500l3.500 3.500L9 18.500zM13.500 7l3.500 3.500',
  link: 'M10 14a4 4 0 0 0 5.700 0l3.100-3.100a4 4 0 0 0-5.700-5.700L12 6.300M14 10a4 4 0 0 0-5.700 0l-3.100 3.100a4 4 0 0 0 5.700 5.700l1.100-1.100',
  warning: 'M12 4l9 16H3zM12 10v4.500M12 17.500h.010',
} as const;

export type IconName = keyof typeof ICON_PATHS;

/** Icons that are mirrored in right-to-left text. */
const DIRECTIONAL_ICONS: readonly IconName[] = ['back', 'external', 'return', 'skipBack', 'skipForward'];

/** A decorative icon, hidden from assistive technology; the surrounding control provides the accessible name. */
export function Icon({ name, filled = false }: { name: IconName; filled?: boolean }) {
  const classes = ['icon'];
  if (filled) classes.push('icon--filled');
  if (DIRECTIONAL_ICONS.includes(name)) classes.push('icon--flip');
  return (
    <svg class={classes.join(' ')} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
