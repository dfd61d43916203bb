// V8 without a browser or Node.js around it has no TextEncoder and no TextDecoder.
globalThis.Utf8 = (() => {
  function put(bytes, at, code) {
    if (code < 0x80) {
      bytes[at++] = code;
    } else if (code < 0x800) {
      bytes[at++] = 0xc0 | (code >> 6);
      bytes[at++] = 0x80 | (code & 0x3f);
    } else if (code < 0x10000) {
      bytes[at++] = 0xe0 | (code >> 12);
      bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
      bytes[at++] = 0x80 | (code & 0x3f);
    } else {
      bytes[at++] = 0xf0 | (code >> 18);
      bytes[at++] = 0x80 | ((code >> 12) & 0x3f);
      bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
      bytes[at++] = 0x80 | (code & 0x3f);
    }
    return at;
  }

  // A lone surrogate becomes U+FFFD, as the Encoding Standard wants it.
  function encode(text) {
    const bytes = new Uint8Array(text.length * 3);
    let at = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.codePointAt(i);
      if (code > 0xffff) i++;
      at = put(bytes, at, code >= 0xd800 && code < 0xe000 ? 0xfffd : code);
    }
    return bytes.slice(0, at);
  }

  const CHUNK = 4096;

  // Only ever given what Rust holds as a string, so it is well-formed.
  function decode(bytes, from, to) {
    let text = '';
    let units = [];
    for (let i = from; i < to; ) {
      const lead = bytes[i];
      if (lead < 0x80) {
        units.push(lead);
        i += 1;
      } else if (lead < 0xe0) {
        units.push(((lead & 0x1f) << 6) | (bytes[i + 1] & 0x3f));
        i += 2;
      } else if (lead < 0xf0) {
        units.push(((lead & 0xf) << 12) | ((bytes[i + 1] & 0x3f) << 6) | (bytes[i + 2] & 0x3f));
        i += 3;
      } else {
        const high = ((lead & 7) << 18) | ((bytes[i + 1] & 0x3f) << 12);
        const low = ((bytes[i + 2] & 0x3f) << 6) | (bytes[i + 3] & 0x3f);
        const rest = (high | low) - 0x10000;
        units.push(0xd800 + (rest >> 10), 0xdc00 + (rest & 0x3ff));
        i += 4;
      }
      if (units.length >= CHUNK) {
        text += String.fromCharCode.apply(null, units);
        units = [];
      }
    }
    return text + String.fromCharCode.apply(null, units);
  }

  return { encode, decode };
})();
