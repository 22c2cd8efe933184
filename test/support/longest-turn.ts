/**
 * The longest this thread computes without a pause while something runs, in milliseconds of its own processor time: what other
 * programs do meanwhile is not in it, so it can be held to a limit on a busy PC too.
 */
export async function longestTurn(run: () => Promise<void>): Promise<number> {
  let longest = 0;
  let running = true;
  let last = process.threadCpuUsage();
  const turn = (): void => {
    const { user, system } = process.threadCpuUsage(last);
    longest = Math.max(longest, (user + system) / 1_000);
    last = process.threadCpuUsage();
    if (running) setTimeout(turn, 1);
  };
  setTimeout(turn, 1);
  await run();
  turn();
  running = false;
  return longest;
}
