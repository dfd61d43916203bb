// What the workshop asks of TypeScript. Given by the caller: `ts`, and Libraries, the texts of
// TypeScript's own declarations by file name.
globalThis.Inference = (() => {
  const LIBRARIES = '/lib/';
  const ROOT = '/package';
  const libraries = new Map();

  const common = {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    jsx: ts.JsxEmit.ReactJSX,
    strict: true,
    newLine: ts.NewLineKind.LineFeed,
  };

  const declaring = {
    ...common,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    allowJs: true,
    declaration: true,
    declarationMap: true,
    emitDeclarationOnly: true,
    skipLibCheck: true,
    types: [],
    lib: Object.keys(Libraries.roots).map((name) => LIBRARIES + name),
    rootDir: ROOT,
    outDir: '/out',
    suppressOutputPathCheck: true,
    resolvePackageJsonExports: false,
    resolvePackageJsonImports: false,
  };

  function library(path) {
    const name = path.slice(LIBRARIES.length);
    if (!libraries.has(name)) {
      const text = Libraries.texts[name];
      libraries.set(name, text === undefined ? undefined : ts.createSourceFile(path, text, ts.ScriptTarget.ESNext));
    }
    return libraries.get(name);
  }

  const extension = (path) => path.match(/\.d\.m?ts$|\.[a-z]+$/)?.[0] ?? '';

  function host(sources) {
    const parsed = new Map();
    const module = (path) => sources[path.slice(ROOT.length)];

    function sourceFile(path) {
      if (path.startsWith(LIBRARIES)) return library(path);
      if (!parsed.has(path) && module(path)) {
        parsed.set(path, ts.createSourceFile(path, module(path).text, ts.ScriptTarget.ESNext));
      }
      return parsed.get(path);
    }

    function resolve(specifier, from) {
      const target = module(from)?.links[specifier];
      if (target === undefined || sources[target] === undefined) return { resolvedModule: undefined };
      return { resolvedModule: { resolvedFileName: ROOT + target, extension: extension(target), isExternalLibraryImport: false } };
    }

    return {
      getSourceFile: sourceFile,
      fileExists: (path) => module(path) !== undefined || path.startsWith(LIBRARIES),
      readFile: (path) => module(path)?.text,
      resolveModuleNameLiterals: (literals, from) => literals.map((literal) => resolve(literal.text, from)),
      writeFile: () => {},
      getDefaultLibFileName: () => LIBRARIES + 'lib.esnext.d.ts',
      getDefaultLibLocation: () => LIBRARIES,
      getCurrentDirectory: () => ROOT,
      getCanonicalFileName: (path) => path,
      useCaseSensitiveFileNames: () => true,
      getNewLine: () => '\n',
      directoryExists: () => true,
      getDirectories: () => [],
    };
  }

  function printed(text, map) {
    const { mappings, names } = JSON.parse(map);
    return { code: text.replace(/\/\/# sourceMappingURL=[^\n]*\n?$/, ''), mappings, names };
  }

  function declare(request) {
    const { sources, wanted } = JSON.parse(request);
    const asked = new Set(wanted);
    const isRoot = (path) => asked.has(path) || !/\.m?jsx?$/.test(path);
    const roots = Object.keys(sources).filter(isRoot).map((path) => ROOT + path);
    const program = ts.createProgram(roots, declaring, host(sources));
    const answer = {};
    for (const path of wanted) {
      let text, map;
      const keep = (name, content) => (name.endsWith('.map') ? (map = content) : (text = content));
      program.emit(program.getSourceFile(ROOT + path), keep, undefined, true);
      if (text !== undefined && map !== undefined) answer[path] = printed(text, map);
    }
    return JSON.stringify(answer);
  }

  // ES2022 has neither decorators nor `using`; both come out as plain code with their helpers inside.
  function transpile(path, text, jsxRuntime) {
    const { outputText, sourceMapText, diagnostics } = ts.transpileModule(text, {
      fileName: path,
      reportDiagnostics: true,
      compilerOptions: {
        ...common,
        target: ts.ScriptTarget.ES2022,
        jsx: jsxRuntime === 'classic' ? ts.JsxEmit.React : ts.JsxEmit.ReactJSX,
        sourceMap: true,
      },
    });
    const failed = diagnostics.some((diagnostic) => diagnostic.category === ts.DiagnosticCategory.Error);
    return failed ? '' : JSON.stringify(printed(outputText, sourceMapText));
  }

  return { declare, transpile };
})();
