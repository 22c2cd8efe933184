import type { Channel } from "../../shared/ipc/channels.ts";

/** Counts the requests under way of each channel, so that a window gone wild cannot fill main's memory. */
export type InFlight = { enter(channel: Channel): boolean; leave(channel: Channel): void };

/** `enter` is false, and takes no place, when `limit` requests of the channel are under way. */
export function createInFlight(limit: number): InFlight {
  const counts = new Map<Channel, number>();
  return {
    enter(channel) {
      const count = counts.get(channel) ?? 0;
      if (count >= limit) return false;
      counts.set(channel, count + 1);
      return true;
    },
    leave(channel) {
      counts.set(channel, (counts.get(channel) ?? 1) - 1);
    },
  };
}
