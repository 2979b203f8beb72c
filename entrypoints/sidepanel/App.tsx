/** Comes with its components. */
export function App() {
  return null;
}
