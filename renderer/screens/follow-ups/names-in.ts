/** "FAS, MØB og OL" as names. */
export function namesIn(typed: string): string[] {
  return typed
    .split(/\s*[,&]\s*|\s+og\s+/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
