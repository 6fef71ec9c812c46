/** A disk in a file: what was not yet written to it is lost in a copy, as it is when the power goes. */
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

export interface Disk {
  folder: string;
  /** The disk as it is now, mounted beside it; what waits in memory is not on it. */
  copy(): { folder: string; remove(): void };
  remove(): void;
}

const megabytes = 192;
const run = (program: string, ...args: string[]) => execFileSync(program, args, { stdio: "pipe" });

/** A sentence instead where this user may not mount. */
export function makeDisk(place: string): Disk | string {
  const image = join(place, "disk.img");
  const folder = join(place, "disk");
  try {
    run("truncate", "-s", `${megabytes}M`, image);
    run("mkfs.ext4", "-q", "-F", image);
    mkdirSync(folder);
    run("mount", "-o", "loop", image, folder);
  } catch {
    return "Power cuts need a file system of their own, and this user may not mount one: left out.";
  }
  let copies = 0;
  return {
    folder,
    copy() {
      const name = join(place, `cut${++copies}`);
      run("cp", "--sparse=always", image, `${name}.img`);
      mkdirSync(name);
      run("mount", "-o", "loop", `${name}.img`, name);
      return {
        folder: name,
        remove() {
          // The last handles of a closed database go with its garbage.
          run("umount", "--lazy", name);
          rmSync(`${name}.img`);
        },
      };
    },
    remove() {
      run("umount", "--lazy", folder);
    },
  };
}
