/** What one stage of a command took: seconds on the clock and of this process's processor time. */
export interface Stage {
  readonly name: string;
  readonly seconds: number;
  readonly processor: number;
}

export interface Stages {
  /** Runs a stage and notes what it took. */
  readonly run: <T>(name: string, work: () => T | Promise<T>) => Promise<T>;
  /** What the stages took, one line each, for people and for `npm run bench`. */
  readonly lines: () => string[];
}

/** Returns a timer for the stages of a command. Helper processes are not in its processor time. */
export function makeStages(): Stages {
  const done: Stage[] = [];
  return {
    run: async (name, work) => {
      const [start, used] = [performance.now(), process.cpuUsage()];
      try {
        return await work();
      } finally {
        const { user, system } = process.cpuUsage(used);
        const seconds = (performance.now() - start) / 1000;
        done.push({ name, seconds, processor: (user + system) / 1e6 });
      }
    },
    lines: () =>
      done.map(
        ({ name, seconds, processor }) =>
          `time ${name}: ${seconds.toFixed(2)} s, ${processor.toFixed(2)} s of processor`,
      ),
  };
}

/** Returns the stages that a command printed. */
export function readStages(said: string): Stage[] {
  return [...said.matchAll(/^time (.+): ([\d.]+) s, ([\d.]+) s of processor$/gmu)].map(
    ([, name = '', seconds, processor]) => ({
      name,
      seconds: Number(seconds),
      processor: Number(processor),
    }),
  );
}
