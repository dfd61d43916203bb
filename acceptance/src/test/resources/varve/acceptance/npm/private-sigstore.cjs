// A Sigstore of the test's own: an authority that gives certificates for the identity tokens of
// jobs, a log of signatures, and a repository that says whom to trust. Nothing of it is on the
// internet. Wants the folder for its files; says in its first line where it listens.
'use strict';
const crypto = require('node:crypto');
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const sigstore = require('@sigstore/mock');
const { TrustedRoot, HashAlgorithm, PublicKeyDetails } = require('@sigstore/protobuf-specs');
const { initializeTUFRepo, tufHandlers } = require('@tufjs/repo-mock');

const folder = process.argv[2];
const sha256 = (bytes) => crypto.createHash('sha256').update(bytes).digest();
const hex = (bytes) => sha256(bytes).toString('hex');
const raw = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function body(request) {
  return new Promise((resolve, reject) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => resolve(Buffer.concat(parts).toString('utf8')));
    request.on('error', reject);
  });
}

// The log keeps what it lists in its own words, not what it was sent.
function listed(entry) {
  if (entry.kind === 'dsse') {
    const { envelope, verifiers } = entry.spec.proposedContent;
    const inside = JSON.parse(envelope);
    return {
      apiVersion: '0.0.1',
      kind: 'dsse',
      spec: {
        envelopeHash: { algorithm: 'sha256', value: hex(envelope) },
        payloadHash: { algorithm: 'sha256', value: hex(Buffer.from(inside.payload, 'base64')) },
        signatures: inside.signatures.map((one, i) => ({
          signature: one.sig,
          verifier: verifiers[i],
        })),
      },
    };
  }
  if (entry.kind === 'intoto') {
    const { payload, ...envelope } = entry.spec.content.envelope;
    const { hash, payloadHash } = entry.spec.content;
    return {
      apiVersion: '0.0.2',
      kind: 'intoto',
      spec: { content: { envelope, hash, payloadHash } },
    };
  }
  return entry;
}

// The certificate names the workflow by its address.
function workflow(text) {
  const wish = JSON.parse(text);
  const [head, claims, signature] = wish.credentials.oidcIdentityToken.split('.');
  const said = JSON.parse(Buffer.from(claims, 'base64url'));
  said.workflow_address = `https://github.com/${said.workflow_ref}`;
  said.iss = 'https://token.actions.githubusercontent.com';
  const told = Buffer.from(JSON.stringify(said)).toString('base64url');
  wish.credentials.oidcIdentityToken = [head, told, signature].join('.');
  return JSON.stringify(wish);
}

async function main() {
  const server = http.createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://localhost:${server.address().port}`;
  const keys = crypto.generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const ctlog = await sigstore.initializeCTLog(keys);
  const ca = await sigstore.initializeCA(keys, ctlog);
  const tlog = await sigstore.initializeTLog(url, keys);
  const validFor = { start: new Date(Date.now() - 3600e3) };
  const log = (key) => ({
    baseUrl: url,
    logId: { keyId: sha256(key) },
    hashAlgorithm: HashAlgorithm.SHA2_256,
    publicKey: {
      rawBytes: key,
      keyDetails: PublicKeyDetails.PKIX_ECDSA_P256_SHA_256,
      validFor,
    },
    operator: 'test',
  });
  const root = JSON.stringify(
    TrustedRoot.toJSON({
      mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
      certificateAuthorities: [
        {
          subject: { commonName: 'sigstore', organization: 'test' },
          uri: url,
          certChain: { certificates: [{ rawBytes: raw(ca.rootCertificate) }] },
          validFor,
          operator: 'test',
        },
      ],
      ctlogs: [log(ctlog.publicKey)],
      tlogs: [log(tlog.publicKey)],
      timestampAuthorities: [],
    }),
  );
  const tuf = initializeTUFRepo([{ name: 'trusted_root.json', content: root }]);
  fs.writeFileSync(path.join(folder, 'trusted_root.json'), root);
  fs.writeFileSync(path.join(folder, 'tuf-root.json'), JSON.stringify(tuf.rootMeta.toJSON()));

  const fulcio = sigstore.fulcioHandler(ca, { strict: true, subjectClaim: 'workflow_address' });
  const rekor = sigstore.rekorHandler(tlog, { strict: true });
  const routes = new Map([
    [`POST ${fulcio.path}`, async (text) => fulcio.fn(workflow(text))],
    [`POST ${rekor.path}`, async (text) => rekor.fn(JSON.stringify(listed(JSON.parse(text))))],
  ]);
  for (const { path: at, fn } of tufHandlers(tuf, { metadataPathPrefix: '' })) {
    routes.set(`GET /tuf${at}`, fn);
  }
  server.on('request', async (request, response) => {
    try {
      const route = routes.get(`${request.method} ${decodeURIComponent(request.url)}`);
      const said = route ? await route(await body(request)) : { statusCode: 404, response: '' };
      const type = said.contentType ?? 'application/json';
      response.writeHead(said.statusCode, { 'Content-Type': type }).end(said.response);
    } catch (trouble) {
      response.writeHead(500).end(String(trouble.stack));
    }
  });
  console.log(url);
}

main();
