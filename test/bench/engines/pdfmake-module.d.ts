declare module "pdfmake" {
  type Faces = Record<"normal" | "bold" | "italics" | "bolditalics", string>;
  const pdfmake: {
    setFonts(fonts: Record<string, Faces>): void;
    setUrlAccessPolicy(allows: (url: string) => boolean): void;
    setLocalAccessPolicy(allows: (path: string) => boolean): void;
    createPdf(document: object): { getBuffer(): Promise<Buffer> };
  };
  export = pdfmake;
}
