const magic = Buffer.from("d0cf11e0a1b11ae1", "hex");

/**
 * What the container of older Office files holds, which names its parts in UTF-16: a Word document of the old kind, with macros or
 * without, or a new document under a password. Null for another container, and for another file.
 */
export function olderOffice(bytes: Uint8Array): "word" | "macros" | "locked" | null {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!whole.subarray(0, magic.length).equals(magic)) return null;
  const holds = (name: string): boolean => whole.includes(Buffer.from(name, "utf16le"));
  if (holds("EncryptedPackage")) return "locked";
  if (!holds("WordDocument")) return null;
  return holds("_VBA_PROJECT") ? "macros" : "word";
}
