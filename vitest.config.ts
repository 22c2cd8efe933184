import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { browserArgs, browserPath } from "./test/support/browser.ts";

/** Named beforehand: a library that is found while tests run makes the browser load everything anew, React twice over. */
const browserLibraries = [
  "roosterjs-content-model-core",
  "roosterjs-content-model-plugins",
  "react",
  "react-dom",
  "react-dom/client",
  "react/jsx-runtime",
  "react/jsx-dev-runtime",
  "zustand",
  "zod",
  "zod/locales",
  "radix-ui",
  "cmdk",
  "lucide-react",
  "@dnd-kit/core",
  "@dnd-kit/sortable",
  "@dnd-kit/utilities",
  "@tiptap/core",
  "@tiptap/extension-bold",
  "@tiptap/extension-document",
  "@tiptap/extension-hard-break",
  "@tiptap/extension-italic",
  "@tiptap/extension-link",
  "@tiptap/extension-list",
  "@tiptap/extension-paragraph",
  "@tiptap/extension-text",
  "@tiptap/extensions",
  "@tiptap/pm/model",
  "@tiptap/pm/state",
  "@tiptap/pm/transform",
  "@tiptap/pm/view",
  "@tiptap/pm/keymap",
  "@tiptap/pm/history",
  "pdfjs-dist/legacy/build/pdf.mjs",
  "pdfjs-dist/legacy/build/pdf.worker.mjs",
  "axe-core",
  "fast-check",
];

const root = fileURLToPath(new URL(".", import.meta.url));

/** A poll ends as soon as what it waits for is there; on a busy PC that may be later than the one second it is given otherwise. */
const patient = { poll: { timeout: 10_000 } };

export default defineConfig({
  test: {
    projects: [
      {
        root,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/renderer/**", "test/e2e/**", "test/electron-stand-in/**"],
          environment: "node",
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: patient,
        },
      },
      {
        root,
        plugins: [react()],
        define: { __PDF_READER_FILES__: JSON.stringify("/node_modules/pdfjs-dist/") },
        optimizeDeps: { include: browserLibraries },
        test: {
          name: "component",
          include: ["test/renderer/**/*.test.ts", "test/renderer/**/*.test.tsx"],
          testTimeout: 20_000,
          expect: patient,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: browserPath(), args: browserArgs() } }),
            instances: [{ browser: "chromium", viewport: { width: 1440, height: 900 } }],
          },
        },
      },
      {
        root,
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts", "test/electron-stand-in/**/*.test.ts"],
          environment: "node",
          testTimeout: 90_000,
          hookTimeout: 60_000,
          expect: patient,
          fileParallelism: false,
        },
      },
    ],
  },
});
