/** Files with people's data are their owner's alone, whatever the umask of the shell they were made in. */
import { chmodSync, chownSync, closeSync, existsSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";

const ownerOnly = 0o600;

/** A new, empty file. Throws EEXIST where there is one. */
export const newPrivateFile = (file: string): void => closeSync(openSync(file, "wx", ownerOnly));

/** Others lose the rights they had; a file of another account stays as it is. */
export function keepPrivate(file: string): void {
  if (!existsSync(file) || (statSync(file).mode & 0o077) === 0) return;
  try {
    chmodSync(file, ownerOnly);
  } catch (fault) {
    if (!["EPERM", "EROFS"].includes((fault as NodeJS.ErrnoException).code ?? "")) throw fault;
  }
}

/** What root writes into somebody's data folder is theirs, or the server could not open it. */
export function belongToFolder(file: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(dirname(file));
  chownSync(file, uid, gid);
}
