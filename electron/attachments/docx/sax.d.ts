declare module "sax" {
  type Attribute = { local: string; uri: string; value: string };
  type Tag = { local: string; uri: string; attributes: Record<string, Attribute> };

  /** The events are properties; a parser that met an error throws at the next piece. */
  class SAXParser {
    onopentag: (tag: Tag) => void;
    onclosetag: () => void;
    ontext: (text: string) => void;
    oncdata: (text: string) => void;
    ondoctype: () => void;
    onsgmldeclaration: () => void;
    onerror: (error: Error) => void;
    write(piece: string): this;
    close(): this;
  }

  const sax: { parser(strict: boolean, options: { xmlns: boolean; position: boolean }): SAXParser; MAX_BUFFER_LENGTH: number };
  export = sax;
}
