// Parts mails with a parser of npm, for `bench mails`: the folder where it is installed, and its name.
// First line out: its release. Then for each line in (a text, and how long to read it) the microseconds of processor time for one.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [folder, name] = process.argv.slice(2);
let parser;
try {
  const version = JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8")).version;
  const module = await import(pathToFileURL(createRequire(join(folder, "package.json")).resolve(name)));
  parser = new (module.default?.default ?? module.default)();
  console.log(version);
} catch {
  process.exit(1);
}

function read(text, microseconds) {
  const began = process.cpuUsage();
  for (let count = 0; ; ) {
    for (let more = 0; more < 64; more++, count++) parser.read(text).getVisibleText();
    const { user, system } = process.cpuUsage(began);
    if (user + system >= microseconds) return (user + system) / count;
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const { text, microseconds } = JSON.parse(line);
  read(text, microseconds / 4);
  console.log(read(text, microseconds));
}
