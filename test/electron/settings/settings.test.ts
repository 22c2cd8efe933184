import { describe, expect, it } from "vitest";
import { findSetting, putSetting } from "../../../electron/settings/repository.ts";
import { openStore } from "../../../electron/store/open.ts";
import { defaultSettings } from "../../../shared/domain/settings.ts";
import { requests, testClock, testContext, testFolder, testStore } from "../../support/store.ts";

describe("settings", () => {
  it("have defaults, change one at a time and survive a restart", () => {
    const dataDir = testFolder();
    const first = openStore({ dataDir, clock: testClock() });
    const request = requests(testContext(first));
    expect(request("settings:get", {})).toEqual(defaultSettings);
    request("settings:save", { theme: "dark" });
    expect(request("settings:save", { minuteTaker: "Martin" })).toEqual({ ...defaultSettings, theme: "dark", minuteTaker: "Martin" });
    first.close();
    expect(requests(testContext(testStore(dataDir)))("settings:get", {})).toMatchObject({ theme: "dark", minuteTaker: "Martin" });
  });

  it("leave out what another version stored and this one cannot read", () => {
    const store = testStore();
    store.write((db) => putSetting(db, "settings", { theme: "neon", minuteTaker: "Martin", later: 1 }));
    expect(requests(testContext(store))("settings:get", {})).toEqual({ ...defaultSettings, minuteTaker: "Martin" });
  });

  it("keep other rooms' values by their key", () => {
    const store = testStore();
    expect(store.read((db) => findSetting(db, "sync.folder"))).toBeNull();
    store.write((db) => putSetting(db, "sync.folder", { path: "/x", list: [1, null, "æ"] }));
    store.write((db) => putSetting(db, "sync.folder", { path: "/y" }));
    expect(store.read((db) => findSetting(db, "sync.folder"))).toEqual({ path: "/y" });
  });
});
