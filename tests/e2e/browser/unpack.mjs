// Unpacks the browser into node_modules/.unpacked: the program, its fonts, and the libraries that a bare machine lacks.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "node_modules", ".unpacked");
mkdirSync(folder, { recursive: true });
// The package unpacks into the folder for temporary files and into no other.
process.env.TMPDIR = folder;

const { default: chromium, inflate } = await import("@sparticuz/chromium");
await chromium.executablePath();
await inflate(join(import.meta.dirname, "node_modules", "@sparticuz", "chromium", "bin", "al2023.tar.br"));

// The package's own fonts.conf names fixed folders; this one names where the fonts are.
writeFileSync(
  join(folder, "fonts.conf"),
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${join(folder, "fonts")}</dir>
  <cachedir>${join(folder, "fonts-cache")}</cachedir>
</fontconfig>
`,
);
