// Compares the declarations in packages with those that TypeScript makes of the sources beside
// them, up to formatting. Asked by declarations.json: where TypeScript is, and the packages' names.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const here = import.meta.dirname;
const { typescript, typeRoots, packages } = JSON.parse(fs.readFileSync(path.join(here, "declarations.json"), "utf8"));
const ts = (await import(pathToFileURL(path.join(typescript, "lib/typescript.js")))).default;

const options = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ["lib.esnext.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
  jsx: ts.JsxEmit.ReactJSX,
  strict: true,
  allowJs: true,
  declaration: true,
  emitDeclarationOnly: true,
  skipLibCheck: true,
  types: [],
  typeRoots: [typeRoots],
  newLine: ts.NewLineKind.LineFeed,
};
const parsed = new Map();
const printer = ts.createPrinter({ removeComments: true, newLine: ts.NewLineKind.LineFeed });

// Sources below node_modules would count as somebody else's.
function copied(name) {
  const to = path.join(here, "compared", name);
  fs.rmSync(to, { recursive: true, force: true });
  fs.cpSync(fs.realpathSync(path.join(here, "node_modules", name)), to, { recursive: true });
  return to;
}

function host() {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (file, ...rest) => {
    if (!file.includes("/node_modules/typescript/lib/")) return read(file, ...rest);
    if (!parsed.has(file)) parsed.set(file, read(file, ...rest));
    return parsed.get(file);
  };
  return host;
}

const files = (folder) => fs.readdirSync(folder, { recursive: true }).map(String).sort();
const exists = (file) => fs.existsSync(file);

function sourceOf(root, declarations) {
  const stem = declarations.slice(0, -".d.ts".length);
  return [".ts", ".mts", ".tsx", "", ".js", ".mjs", ".jsx"].map((end) => path.join(root, stem + end)).find((file) => exists(file) && fs.statSync(file).isFile());
}

// A declaration file without what only its layout adds: comments, brackets around types, quotes,
// how numbers are written, the order of unions, commas at the end, the line for the shell,
// `override`, which TypeScript leaves out, `= "x"` for `: "x"`, and the place it lies in.
function plain(text, place, root) {
  const strip = (specifier) => {
    if (!specifier.startsWith(".")) return specifier;
    return path.relative(root, path.resolve(path.dirname(place), specifier)).replace(/^_dist\//, "").replace(/\.(d\.)?(m?[jt]sx?)$/, "");
  };
  const isSpecifier = (node) => ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent) || ts.isLiteralTypeNode(node.parent) && ts.isImportTypeNode(node.parent.parent);
  const file = ts.createSourceFile(place, text, ts.ScriptTarget.ESNext, true);
  const { transformed } = ts.transform(file, [(context) => (node) => {
    const visit = (node) => {
      if (ts.isParenthesizedTypeNode(node)) return visit(node.type);
      if (node.kind === ts.SyntaxKind.OverrideKeyword) return undefined;
      if (ts.isNumericLiteral(node)) return context.factory.createNumericLiteral(Number(node.text.replaceAll("_", "")));
      if (ts.isPropertyDeclaration(node) && node.initializer) {
        const type = context.factory.createLiteralTypeNode(ts.visitNode(node.initializer, visit));
        return context.factory.createPropertyDeclaration(ts.visitNodes(node.modifiers, visit), ts.visitNode(node.name, visit), node.questionToken, type, undefined);
      }
      if (ts.isUnionTypeNode(node)) {
        const types = node.types.map((type) => ts.visitNode(type, visit));
        const said = (type) => printer.printNode(ts.EmitHint.Unspecified, type, file);
        return context.factory.createUnionTypeNode(types.sort((a, b) => (said(a) < said(b) ? -1 : 1)));
      }
      if (ts.isStringLiteral(node)) return context.factory.createStringLiteral(isSpecifier(node) ? strip(node.text) : node.text);
      if (ts.isExportDeclaration(node) && node.exportClause?.elements?.length === 0 && !node.moduleSpecifier) return undefined;
      return ts.visitEachChild(node, visit, context);
    };
    return ts.visitNode(node, visit);
  }]);
  const bare = ts.createSourceFile(place, printer.printFile(transformed[0]), ts.ScriptTarget.ESNext, true);
  return printer.printFile(bare).replace(/^(\/\/\/|#!).*\n/gm, "").replace(/,(?=\s*[}\])>])/g, "").replace(/[()]/g, "").trim();
}

function firstDifference(ours, theirs) {
  const [a, b] = [ours.split("\n"), theirs.split("\n")];
  const at = a.findIndex((line, i) => line !== b[i]);
  return { ours: (a[at] ?? "").slice(0, 300), theirs: (b[at] ?? b[a.length] ?? "").slice(0, 300) };
}

// TypeScript makes no declarations of a script that declares a global of the browser's anew.
const isRefused = (theirs) => theirs === "";

// Whether ours only says `any` where TypeScript knows more, which it learns from other packages.
function isForeign(ours, theirs) {
  const [a, b] = [ours.split("\n"), theirs.split("\n")];
  const literally = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const fits = (line, i) => line === b[i] || (/\bany\b/.test(line) && new RegExp("^" + line.split(/\bany\b/).map(literally).join(".+") + "$").test(b[i]));
  return a.length === b.length && a.every(fits);
}

function compare(name) {
  const root = copied(name);
  const dist = path.join(root, "_dist");
  if (!exists(dist)) return { modules: 0, equal: 0, different: [] };
  const pairs = files(dist).filter((file) => /\.d\.ts$/.test(file)).map((file) => [file, sourceOf(root, file)]).filter(([, source]) => source);
  const ours = new Map(pairs.map(([file]) => [file, fs.readFileSync(path.join(dist, file), "utf8")]));
  const program = ts.createProgram(pairs.map(([, source]) => source), options, host());
  const answer = { modules: pairs.length, equal: 0, different: [] };
  for (const [file, source] of pairs) {
    let theirs = "";
    program.emit(program.getSourceFile(source), (_, text) => (theirs = text), undefined, true);
    const a = plain(ours.get(file), path.join(dist, file), root);
    const b = plain(theirs, path.join(root, file), root);
    if (a === b) answer.equal++;
    else answer.different.push({ file, foreign: isForeign(a, b), refused: isRefused(theirs), ...firstDifference(a, b) });
  }
  return answer;
}

const answers = {};
for (const name of packages) answers[name] = compare(name);
fs.writeFileSync(path.join(here, "compared.json"), JSON.stringify(answers));
