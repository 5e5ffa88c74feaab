import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Firefox gives a site a share of what is free, and none of a small disk. */
const DISK_BYTES = 4 * 1024 ** 3;

/** A disk of the test's own: a file with a file system in it, which can be copied while it is in use. */
export class Disk {
  readonly image: string;
  readonly folder: string;

  constructor(image: string) {
    this.image = image;
    this.folder = `${image}.mounted`;
  }

  format(): void {
    writeFileSync(this.image, "");
    truncateSync(this.image, DISK_BYTES);
    execFileSync("mkfs.ext4", ["-q", "-F", this.image]);
  }

  mount(): void {
    mkdirSync(this.folder);
    // Nothing is to get to the disk by the clock that was not asked for.
    execFileSync("mount", ["-o", "loop,commit=300", this.image, this.folder]);
  }

  /** What would be left had the power gone now: what the system still holds in memory is not in it. */
  copyTo(other: Disk): void {
    execFileSync("cp", ["--sparse=always", this.image, other.image]);
  }

  remove(): void {
    try {
      execFileSync("umount", ["--lazy", this.folder], { stdio: "ignore" });
    } catch {
      // It was not mounted.
    }
    rmSync(this.folder, { recursive: true, force: true });
    rmSync(this.image, { force: true });
  }
}

/** @returns why no disk can be cut off here, or undefined */
export function whyNoDisk(): string | undefined {
  if (process.platform !== "linux") return "A disk in a file can be mounted on Linux only.";
  if (process.getuid?.() !== 0) return "Only root may mount the disk that is cut off.";
  const folder = mkdtempSync(join(tmpdir(), "mountable-"));
  const disk = new Disk(join(folder, "disk"));
  try {
    disk.format();
    disk.mount();
    return undefined;
  } catch (error) {
    return `A disk in a file can't be mounted here: ${String(error)}`;
  } finally {
    disk.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
