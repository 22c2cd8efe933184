/** Style sheets are imported for their effect; the bundler takes them out. */
declare module "*.css";

declare module "*?raw" {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: the bundler gives a file's text so.
  export default text;
}
