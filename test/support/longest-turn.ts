/**
 * How much of what this thread computes while something runs it does without a pause at most, as a part of all of it. Both are its own
 * processor time, so it can be held to a limit on any PC: what other programs do meanwhile is not in it, and a slow processor is slow in both.
 */
export async function longestTurn(run: () => Promise<void>): Promise<number> {
  let [longest, whole] = [0, 0];
  let running = true;
  let last = process.threadCpuUsage();
  const turn = (): void => {
    const { user, system } = process.threadCpuUsage(last);
    longest = Math.max(longest, user + system);
    whole += user + system;
    last = process.threadCpuUsage();
    if (running) setTimeout(turn, 1);
  };
  setTimeout(turn, 1);
  await run();
  turn();
  running = false;
  return longest / whole;
}
