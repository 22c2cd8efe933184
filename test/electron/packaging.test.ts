import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { getConfig, validateConfiguration } from "app-builder-lib/out/util/config/config.js";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
type DebugLogger = Parameters<typeof validateConfiguration>[1];
const silent = { isEnabled: false, add: () => undefined } as unknown as DebugLogger;
const read = (): ReturnType<typeof getConfig> => getConfig(root, "electron-builder.yml", null);

describe("electron-builder.yml", () => {
  it("is a configuration that electron-builder takes", async () => {
    await expect(validateConfiguration(await read(), silent)).resolves.toBeUndefined();
  });

  it("would be refused with a key that does not exist", async () => {
    const config = { ...(await read()), runAsNod: false };
    await expect(validateConfiguration(config as Awaited<ReturnType<typeof read>>, silent)).rejects.toThrow(/runAsNod/);
  });

  it("turns every fuse the safe way", async () => {
    expect((await read()).electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
      loadBrowserProcessSpecificV8Snapshot: false,
      enableCookieEncryption: false,
    });
  });

  it("signs, keeps everything but the native module in the archive, and never updates itself", async () => {
    const config = await read();
    expect(config).toMatchObject({
      forceCodeSigning: true,
      npmRebuild: false,
      asar: true,
      disableAsarIntegrity: false,
      asarUnpack: ["node_modules/better-sqlite3/**/*.node"],
      electronLanguages: ["da", "en-US"],
      publish: null,
    });
    expect(config.files).toEqual([{ filter: expect.arrayContaining(["dist/**", "resources/**", "!**/*.map", "!node_modules/node-*"]) }]);
  });

  it("installs per machine under a fixed id and leaves the data when it is removed", async () => {
    const config = await read();
    expect(config.nsis).toEqual({
      oneClick: false,
      perMachine: true,
      allowToChangeInstallationDirectory: false,
      guid: "f3367328-7b1e-4651-af7b-b129267e3923",
      runAfterFinish: false,
      deleteAppDataOnUninstall: false,
      differentialPackage: false,
    });
    expect(config.win?.target).toEqual([{ target: "nsis", arch: ["x64"] }]);
    expect(config.linux?.target).toEqual([{ target: "deb" }]);
  });

  it("asks macOS for JIT and nothing more", async () => {
    const config = await read();
    expect(config.mac).toMatchObject({ hardenedRuntime: true, notarize: true, entitlements: "resources/packaging/entitlements.mac.plist" });
    const entitlements = readFileSync(new URL("../../resources/packaging/entitlements.mac.plist", import.meta.url), "utf8");
    expect([...entitlements.matchAll(/<key>(.*?)<\/key>/g)].map((match) => match[1])).toEqual(["com.apple.security.cs.allow-jit"]);
  });
});
