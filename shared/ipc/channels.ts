/** The names of all requests, in one place without a dependency, so that the sandboxed preload can hold them. */
export const channels = [
  "app:status",
  "app:flushed",
  "settings:get",
  "settings:save",
  "people:list",
  "meetings:list",
  "meetings:propose",
  "meetings:create",
  "meetings:get",
  "meetings:save-fields",
  "meetings:hold",
  "meetings:delete",
  "meetings:restore",
  "meetings:import",
  "items:add",
  "items:move",
  "items:delete",
  "items:restore",
  "categories:add",
  "categories:delete",
  "attachments:add",
  "attachments:choose",
  "attachments:move",
  "attachments:delete",
  "attachments:restore",
  "attachments:open",
  "referat:export",
  "referat:publish",
  "folder:state",
  "folder:choose",
  "folder:forget",
  "folder:retry",
] as const;
export type Channel = (typeof channels)[number];

/** What main tells the window of its own accord; names in the past tense. */
export const events = ["folder:changed", "app:close-requested", "app:noticed", "app:command-chosen"] as const;
export type EventName = (typeof events)[number];
