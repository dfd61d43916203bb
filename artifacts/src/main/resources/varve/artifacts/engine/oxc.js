// What the workshop asks of OXC. Every answer is an array of byte arrays, JSON where it is not text.
// Given by the caller: Binaries.parser and Binaries.transform, as ArrayBuffers.
globalThis.Oxc = (() => {
  const parser = NodeApi.load(new Uint8Array(Binaries.parser));
  const printer = NodeApi.load(new Uint8Array(Binaries.transform));
  delete globalThis.Binaries;

  const bytes = (value) => (value instanceof Uint8Array ? value : Utf8.encode(value ?? ''));
  const plain = (key, value) => (value instanceof Uint8Array ? Utf8.decode(value, 0, value.length) : value);
  const json = (value) => Utf8.encode(JSON.stringify(value, plain));

  function parse(name, source) {
    const result = parser.exports.parseSync(name, new Uint8Array(source), {
      sourceType: 'module',
      showSemanticErrors: true,
    });
    const answer = [bytes(result.program), json(result.comments), json(result.errors)];
    parser.release();
    return answer;
  }

  // `esnext`: lowering anything would bring in helpers from a package nobody asked for.
  function transform(name, source, jsxRuntime) {
    const result = printer.exports.transformSync(name, new Uint8Array(source), {
      sourcemap: true,
      target: 'esnext',
      sourceType: 'module',
      jsx: { runtime: jsxRuntime },
    });
    const answer = [bytes(result.code), bytes(result.map?.mappings), json(result.map?.names ?? []), json(result.errors)];
    printer.release();
    return answer;
  }

  function declare(name, source) {
    const result = printer.exports.isolatedDeclarationSync(name, new Uint8Array(source), { sourcemap: true });
    const answer = [bytes(result.code), bytes(result.map?.mappings), json(result.map?.names ?? []), json(result.errors)];
    printer.release();
    return answer;
  }

  return { parse, transform, declare, size: () => parser.size() + printer.size() };
})();
