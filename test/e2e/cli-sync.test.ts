import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cli, data, type Ended, expectFailure, folder, imported, inOwnFolder, older, program, run, sample, share } from "./command-line.ts";

inOwnFolder();

describe("sync", () => {
  const sync = (): Promise<Ended> => cli("sync", "--folder", share);
  const pdf = "20260310-Rådmandsmøde.pdf";
  const published = (count: number, files: string[]): object => ({ published: count, received: 0, pending: 0, conflicts: 0, files });
  const pendingOne = { published: 0, received: 0, pending: 1, conflicts: 0, files: [] };

  it("lays what is held, once; a planned meeting is no referat", async () => {
    await cli("new", "--date", "2026-03-17");
    await imported(sample);
    const first = await sync();
    expect({ ...first, out: JSON.parse(first.out) }).toEqual({ code: 0, out: published(1, [pdf]), err: "" });
    const laid = readdirSync(share, { recursive: true, encoding: "utf8" });
    expect(laid).toContain(join("Referater", "Referater", "2026", pdf));
    expect(laid.filter((name) => name.endsWith(".bin"))).toHaveLength(8);
    expect(JSON.parse((await sync()).out)).toEqual(published(0, []));
    expect(readdirSync(share, { recursive: true, encoding: "utf8" })).toEqual(laid);
    expect((await cli("list", "--json")).out).toContain('"state": "planned"');
  });

  it("brings what another PC laid, gives it back written on, and neither answers the other for ever", async () => {
    const other = join(folder, "annas");
    const annas = (...args: string[]): Promise<Ended> => run(process.execPath, [program, ...args, "--data", other]);
    const id = await imported(sample);
    await sync();
    const got = await annas("sync", "--folder", share);
    expect({ ...got, out: JSON.parse(got.out) }).toEqual({ code: 0, out: { ...published(0, []), received: 1 }, err: "" });
    expect((await annas("show", id)).out).toBe((await cli("show", id)).out);
    expect((await annas("export", id, "--out", join(folder, "annas.pdf"))).code).toBe(0);
    expect((await annas("check")).code).toBe(0);
    expect(JSON.parse((await annas("sync", "--folder", share)).out)).toEqual(published(0, []));

    const next = (await annas("new", "--date", "2026-03-17")).out.trim();
    expect((await annas("previous", next)).out).toMatch(/ligger ved Punkt 2/);
    expect(JSON.parse((await sync()).out)).toEqual(published(0, []));
  });

  it("tells of a folder that was never there, and leaves it so", async () => {
    await imported(older);
    rmSync(share, { recursive: true });
    const ended = await sync();
    expectFailure(ended, 1, /Mappen kan ikke nås/);
    expect(JSON.parse(ended.out)).toEqual(pendingOne);
    expect(existsSync(share)).toBe(false);
  });

  it("keeps what a vanished folder could not take, and lays it when the folder is back", async () => {
    expect(JSON.parse((await sync()).out)).toEqual(published(0, []));
    await imported(sample);
    renameSync(share, `${share}-væk`);
    const away = await sync();
    expectFailure(away, 1, /Mappen kan ikke nås/);
    expect(JSON.parse(away.out)).toEqual(pendingOne);
    expect(existsSync(share)).toBe(false);
    expect(JSON.parse((await sync()).out)).toEqual(pendingOne);

    mkdirSync(share);
    const empty = await sync();
    expectFailure(empty, 1, /Mappen er ikke den, der blev valgt|Mappen kan ikke nås/);
    expect(JSON.parse(empty.out)).toEqual(pendingOne);
    expect(readdirSync(share)).toEqual([]);

    rmSync(share, { recursive: true });
    renameSync(`${share}-væk`, share);
    const back = await sync();
    expect({ ...back, out: JSON.parse(back.out) }).toEqual({ code: 0, out: published(1, [pdf]), err: "" });
  });

  it.skipIf(process.platform !== "linux")("tells of a folder that cannot be written", async () => {
    await imported(older);
    const ended = await cli("sync", "--folder", "/sys/kernel");
    expectFailure(ended, 1, /Du kan ikke skrive i mappen/);
    expect(JSON.parse(ended.out)).toEqual(pendingOne);
  });

  const unshare = "/usr/bin/unshare";
  const canMount = process.platform === "linux" && spawnSync(unshare, ["-rm", "true"]).status === 0;
  const inMount = (script: string): Promise<Ended> =>
    run(unshare, ["-rm", "sh", "-c", script, "sh", process.execPath, program, data, share, sample]);

  it.skipIf(!canMount)("keeps what a full folder has no room for", async () => {
    await imported(sample);
    const ended = await inMount('mount -t tmpfs -o size=256k none "$4" && exec "$1" "$2" sync --folder "$4" --data "$3"');
    expectFailure(ended, 1, /ikke plads i den delte mappe/);
    expect(JSON.parse(ended.out)).toEqual(pendingOne);
    expect((await cli("check")).code).toBe(0);
  });

  it.skipIf(!canMount)("keeps what a folder turned read-only does not take", async () => {
    const ended = await inMount(
      'mount -t tmpfs none "$4" && "$1" "$2" sync --folder "$4" --data "$3" >/dev/null && "$1" "$2" import "$5" --data "$3" >/dev/null && ' +
        'mount -o remount,ro "$4" && exec "$1" "$2" sync --folder "$4" --data "$3"',
    );
    expectFailure(ended, 1, /Du kan ikke skrive i mappen/);
    expect(JSON.parse(ended.out)).toEqual(pendingOne);
  });
});
