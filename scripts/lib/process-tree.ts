import { readdirSync, readFileSync } from 'node:fs';

/** What a process and its helpers have used so far, as far as the system tells (Linux does). */
export interface TreeUse {
  /** Most memory at one moment, in bytes, all processes together; null where it cannot be known. */
  readonly memory: number | null;
  /** Seconds of processor time; null where it cannot be known. */
  readonly processor: number | null;
}

interface Seen {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
  readonly memory: number;
}

const TICKS_A_SECOND = 100;
const PAGE = 4096;
const EVERY = 100;

/** Watches a process and everything it starts, ten times a second, until `end` is called. */
export function watchTree(root: number): { readonly end: () => TreeUse } {
  let most = 0;
  const ticks = new Map<number, number>();
  const look = () => {
    const tree = treeOf(root);
    most = Math.max(most, sum(tree.map((p) => p.memory)));
    for (const p of tree) ticks.set(p.pid, p.ticks);
  };
  const timer = setInterval(look, EVERY);
  look();
  return {
    end: () => {
      clearInterval(timer);
      if (most === 0) return { memory: null, processor: null };
      return { memory: most, processor: sum([...ticks.values()]) / TICKS_A_SECOND };
    },
  };
}

function treeOf(root: number): Seen[] {
  const all = processes();
  const children = Map.groupBy(all, ({ parent }) => parent);
  const below = (pid: number): Seen[] =>
    (children.get(pid) ?? []).flatMap((p) => [p, ...below(p.pid)]);
  return [...all.filter(({ pid }) => pid === root), ...below(root)];
}

function processes(): Seen[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/u.test(name))
      .flatMap((name) => {
        const seen = read(Number(name));
        return seen === null ? [] : [seen];
      });
  } catch {
    return [];
  }
}

/** The fields behind the name, which stands in brackets and may hold anything (see `man 5 proc`). */
function read(pid: number): Seen | null {
  try {
    const text = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const at = (index: number) => Number(fields[index] ?? '0');
    return { pid, parent: at(1), ticks: at(11) + at(12), memory: at(21) * PAGE };
  } catch {
    return null;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
