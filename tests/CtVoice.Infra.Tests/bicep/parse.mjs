// Prints the syntax tree of each file given, as JSON: [{ "file", "tree": { "type", "start", "end", "broken", "children" } }].
// Offsets are in UTF-16 units; only named nodes are shown.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Language, Parser } from 'web-tree-sitter';

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(fileURLToPath(import.meta.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm'))));

const shown = (node) => ({
  type: node.type,
  start: node.startIndex,
  end: node.endIndex,
  broken: node.isError || node.isMissing,
  children: node.children.filter((child) => child.isNamed || child.isMissing).map(shown),
});

const files = process.argv.slice(2).map((file) => ({ file, tree: shown(parser.parse(readFileSync(file, 'utf8')).rootNode) }));
process.stdout.write(JSON.stringify(files));
