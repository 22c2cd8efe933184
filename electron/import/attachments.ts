import { realpathSync } from "node:fs";
import { basename, dirname, posix, resolve, sep, win32 } from "node:path";
import type { AttachmentView } from "../../shared/domain/meeting.ts";
import { safeFileName } from "../../shared/domain/meeting-name.ts";
import { describeBytes } from "../../shared/error-text.ts";
import { AppFailure } from "../../shared/errors.ts";
import { readChosenFile } from "../attachments/read-file.ts";
import { sniffAttachment } from "../attachments/sniff.ts";
import { printable } from "./danish-issues.ts";

const nameLimit = 120;

/** A file that an import may take: it lies in the meeting file's folder, and its content is of a known type. */
export type FoundAttachment = { path: string; fileName: string; mediaType: AttachmentView["mediaType"]; bytes: number };

/**
 * Finds the attachment that `file` names, relative to the meeting file. Throws AppFailure `import-invalid` with `field` when it
 * is absolute, lies outside the folder (by `..` or a symlink), is missing, or is no file of a known type.
 */
export function findAttachment(meetingPath: string, file: string, field: string): FoundAttachment {
  const name = `"${printable(file)}"`;
  const refuse = (reason: string): never => {
    throw new AppFailure({ kind: "import-invalid", field, reason: `${name} ${reason}` });
  };
  if (posix.isAbsolute(file) || win32.isAbsolute(file) || /^[a-z]:/i.test(file)) refuse("er en absolut sti; skriv den i forhold til filen");
  if (file.includes("\0")) refuse("er ikke et filnavn");
  const folder = realpathSync(dirname(resolve(meetingPath)));
  const wanted = resolve(folder, file);
  if (!isInside(folder, wanted)) refuse("ligger uden for filens mappe");
  const path = realPath(wanted, refuse);
  if (!isInside(folder, path)) refuse("peger uden for filens mappe");
  const fileName = safeFileName(basename(wanted), nameLimit);
  return { path, fileName, ...inspect(path, fileName, refuse) };
}

function isInside(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function realPath(path: string, refuse: (reason: string) => never): string {
  try {
    return realpathSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return refuse(code === "ENOENT" || code === "ENOTDIR" ? "findes ikke" : `kan ikke læses (${code ?? "ukendt fejl"})`);
  }
}

function inspect(path: string, name: string, refuse: (reason: string) => never): Pick<FoundAttachment, "mediaType" | "bytes"> {
  try {
    const { bytes } = readChosenFile(path);
    return { mediaType: sniffAttachment(name, bytes), bytes: bytes.byteLength };
  } catch (error) {
    if (!(error instanceof AppFailure)) throw error;
    const { appError } = error;
    if (appError.kind === "attachment-refused") return refuse(`kan ikke bruges: ${appError.reason}`);
    if (appError.kind === "file-unreadable")
      return refuse(appError.code === "EISDIR" ? "er ikke en fil" : `kan ikke læses (${appError.code})`);
    if (appError.kind === "too-large")
      return refuse(`fylder ${describeBytes(appError.actualBytes)}, og grænsen er ${describeBytes(appError.limitBytes)}`);
    throw error;
  }
}
