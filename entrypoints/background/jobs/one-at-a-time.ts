/** Work that is asked for from many places and done once at a time. */
export interface Worker {
  /** Says that there may be work. Returns at once; what is asked for during a run has the work run once more after it. */
  wake(): void;
  isRunning(): boolean;
}

/**
 * @param name says in the log what failed
 * @param work does all there is to do at the moment; may be run in vain
 * @param again what is done where it was asked for during a run; by default it is run at once
 */
export function oneAtATime(name: string, work: () => Promise<unknown>, again?: () => void): Worker {
  let isRunning = false;
  let isAskedAgain = false;
  const wake = (): void => {
    isAskedAgain = isRunning;
    if (isRunning) return;
    isRunning = true;
    work()
      .catch((error: unknown) => console.error(`offprint: ${name}`, error))
      .finally(() => {
        isRunning = false;
        if (isAskedAgain) (again ?? wake)();
      });
  };
  return { wake, isRunning: () => isRunning };
}
