// npm asks a repository of trusted keys on the internet before it asks the registry for its own.
// Here there is none: every key is said to be unknown to it, as a private registry's keys are.
'use strict';
const Module = require('node:module');
const load = Module._load;

function unknown() {
  throw Object.assign(new Error('not in the repository of trusted keys'), {
    code: 'TUF_FIND_TARGET_ERROR',
  });
}

Module._load = function (request, ...rest) {
  const loaded = load.call(this, request, ...rest);
  return request === '@sigstore/tuf'
    ? { ...loaded, initTUF: async () => ({ getTarget: async () => unknown() }) }
    : loaded;
};
