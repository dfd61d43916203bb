// What a publish costs where little and where much was published before: fills one package for each
// mark, at a registry that runs, and then publishes one more version to each of them in turn, thirty
// times, so that whatever else the machine does falls on all of them alike. Prints the medians.
//   node benchmarks/publish/cost.mjs <npm host> <token> [most versions, 2000]
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

const [host, token, most = '2000'] = process.argv.slice(2);
if (!token) {
  console.error('usage: node benchmarks/publish/cost.mjs <npm host> <token> [most versions]');
  process.exit(2);
}
const ROUNDS = 30;

// What a publish sets off besides its answer (search, feeds) must not fall on the next one.
const REST = 200;
const AT_ONCE = 8;
const marks = [1, 50, 500, 2000, 5000].filter((mark) => mark <= Number(most));
const run = Date.now().toString(36);

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

function document(name, version) {
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

async function publish(name, i) {
  const body = JSON.stringify(document(name, `1.0.${i}`));
  const begun = performance.now();
  const answer = await fetch(new URL(name, host), {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body,
    signal: AbortSignal.timeout(60_000),
  });
  const took = performance.now() - begun;
  if (answer.status !== 201) {
    throw new Error(`${answer.status} ${await answer.text()}`);
  }
  await answer.arrayBuffer();
  return took;
}

async function fill(name, count) {
  let next = 0;
  const one = async () => {
    while (next < count) {
      await publish(name, next++);
    }
  };
  await publish(name, next++);
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

const name = (mark) => `cost-${run}-${mark}`;
for (const mark of marks) {
  await fill(name(mark), mark);
  console.error(`filled ${name(mark)}`);
}
const took = new Map(marks.map((mark) => [mark, []]));
for (let round = 0; round < ROUNDS; round++) {
  for (const mark of marks) {
    took.get(mark).push(await publish(name(mark), mark + round));
    await new Promise((rested) => setTimeout(rested, REST));
  }
}
console.log('versions before   p50 of a publish');
for (const [mark, all] of took) {
  const half = all.sort((a, b) => a - b)[ROUNDS / 2];
  console.log(`${String(mark).padStart(15)}   ${half.toFixed(1)} ms`);
}
