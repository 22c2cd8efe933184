/** The least processor time of this thread that a few runs take, in milliseconds: what other programs do meanwhile is not in it. */
export function ownTime(run: () => void, runs = 2): number {
  const times = Array.from({ length: runs }, () => {
    const start = process.threadCpuUsage();
    run();
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1_000;
  });
  return Math.min(...times);
}
