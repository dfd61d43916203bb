// What a publish costs where little and where much was published before: publishes one version after
// the other to a registry that runs, and prints the median of thirty around each mark.
//   node benchmarks/publish/cost.mjs <npm host> <token> [most versions, 2000]
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

const [host, token, most = '2000'] = process.argv.slice(2);
if (!token) {
  console.error('usage: node benchmarks/publish/cost.mjs <npm host> <token> [most versions]');
  process.exit(2);
}
const AROUND = 30;
const marks = [1, 50, 500, 2000, 5000].filter((mark) => mark <= Number(most));
const name = `cost-${Date.now().toString(36)}`;
const deadline = Date.now() + 15 * 60_000;

function tar(path, text) {
  const body = Buffer.from(text);
  const head = Buffer.alloc(512);
  head.write(path, 0);
  head.write('0000644', 100);
  head.write('0000000', 108);
  head.write('0000000', 116);
  head.write(body.length.toString(8).padStart(11, '0'), 124);
  head.write('00000000000', 136);
  head.write('        0', 148);
  head.write('ustar', 257);
  head.write('00', 263);
  const sum = head.reduce((all, byte) => all + byte, 0);
  head.write(sum.toString(8).padStart(6, '0'), 148);
  head.writeUInt8(0, 154);
  const padded = Buffer.alloc(Math.ceil(body.length / 512) * 512);
  body.copy(padded);
  return gzipSync(Buffer.concat([head, padded, Buffer.alloc(1024)]));
}

function document(version) {
  const manifest = {
    name,
    version,
    description: 'A package with many versions',
    license: 'MIT',
    main: 'index.js',
    dependencies: { flag: '^1.0.0', kite: '~2.1.0', sail: '3.x' },
    scripts: { test: 'node --test', build: 'node build.mjs' },
  };
  const data = tar('package/package.json', JSON.stringify(manifest));
  manifest.dist = { shasum: createHash('sha1').update(data).digest('hex') };
  const attachment = {
    content_type: 'application/octet-stream',
    data: data.toString('base64'),
    length: data.length,
  };
  return {
    _id: name,
    name,
    'dist-tags': { latest: version },
    versions: { [version]: manifest },
    _attachments: { [`${name}-${version}.tgz`]: attachment },
  };
}

async function publish(i) {
  const body = JSON.stringify(document(`1.0.${i}`));
  const begun = performance.now();
  const answer = await fetch(new URL(name, host), {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body,
    signal: AbortSignal.timeout(30_000),
  });
  const took = performance.now() - begun;
  if (answer.status !== 201) {
    throw new Error(`${answer.status} ${await answer.text()}`);
  }
  await answer.arrayBuffer();
  return took;
}

const took = [];
console.log('versions before   p50 of a publish');
for (let i = 0; i < Math.max(...marks) + AROUND && Date.now() < deadline; i++) {
  took.push(await publish(i));
  const mark = i + 1 - AROUND;
  if (marks.includes(mark)) {
    const some = took.slice(mark).sort((a, b) => a - b);
    console.log(`${String(mark).padStart(15)}   ${some[AROUND / 2].toFixed(1)} ms`);
  }
}
