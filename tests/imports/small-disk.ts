import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A disk of its own, small enough to fill. */
export type SmallDisk = {
	root: string;
	/** Fills it up to so many bytes; `free` gives the room back. */
	fill(left?: number): void;
	free(): void;
	/** Whether it can be written to. */
	writable(is: boolean): void;
	remove(): void;
};

/** A disk in memory of so many megabytes; null where this machine allows no mounting. */
export function smallDisk(root: string, megabytes: number): SmallDisk | null {
	if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
	const mount = (...line: string[]) => spawnSync('mount', line, { stdio: 'ignore' }).status === 0;
	mkdirSync(root, { recursive: true });
	if (!mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', root)) return null;
	const ballast = join(root, 'ballast');
	return {
		root,
		fill(left = 0) {
			const { bavail, bsize } = statfsSync(root);
			writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - left)), { flag: 'a' });
		},
		free: () => rmSync(ballast, { force: true }),
		writable(is) {
			// A reader that was just stopped may hold a file a moment longer.
			for (let time = 0; !mount('-o', `remount,${is ? 'rw' : 'ro'}`, root); time += 1) {
				if (time === 50) throw new Error(`${root} could not be mounted again`);
				Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
			}
		},
		remove: () => {
			spawnSync('umount', ['-l', root], { stdio: 'ignore' });
			rmSync(root, { recursive: true, force: true });
		}
	};
}
