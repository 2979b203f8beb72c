/** As far as the browser tells: Firefox tells nothing, Chromium the kind of line on Android alone. */
interface Connection {
  type?: string;
  saveData?: boolean;
}

/** True where data may cost money: what could wait is asked for less often. */
export function isMetered(): boolean {
  const { connection } = navigator as Navigator & { connection?: Connection };
  return connection?.saveData === true || connection?.type === 'cellular';
}
