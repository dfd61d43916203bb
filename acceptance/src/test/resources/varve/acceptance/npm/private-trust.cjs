// Where npm asks for certificates, logs and trust is written into it. This has it ask a Sigstore of
// the test's own instead.
'use strict';
const Module = require('node:module');
const load = Module._load;
const url = process.env.TEST_SIGSTORE;
const trust = {
  mirrorURL: `${url}/tuf`,
  rootPath: process.env.TEST_SIGSTORE_ROOT,
  cachePath: process.env.TEST_SIGSTORE_CACHE,
  forceCache: false,
};

Module._load = function (request, ...rest) {
  const loaded = load.call(this, request, ...rest);
  if (request === '@sigstore/tuf') {
    return {
      ...loaded,
      initTUF: (options) => loaded.initTUF({ ...options, ...trust }),
      getTrustedRoot: (options) => loaded.getTrustedRoot({ ...options, ...trust }),
    };
  }
  if (request === 'sigstore') {
    return {
      ...loaded,
      attest: (payload, type, options) =>
        loaded.attest(payload, type, { ...options, fulcioURL: url, rekorURL: url }),
    };
  }
  return loaded;
};
