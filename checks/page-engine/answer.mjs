// Answers requests by the page's module, one a line, as page-engine-bench does natively.
//     node answer.mjs MODULE.wasm [--digest | --times] < requests
import {createHash} from 'node:crypto';
import {readFileSync, writeSync} from 'node:fs';
import {createInterface} from 'node:readline';

const [file, mode] = process.argv.slice(2);
const module = await WebAssembly.instantiate(readFileSync(file), {page: {milliseconds: () => performance.now()}});
const engine = module.instance.exports;

function answer(request) {
  const start = engine.reserve(request.length);
  if (start === 0) return Buffer.from('{"error": "tooLong"}\n');
  new Uint8Array(engine.memory.buffer, start, request.length).set(request);
  const found = engine.answer(request.length);
  return Buffer.from(new Uint8Array(engine.memory.buffer, found, engine.answerLength()));
}

let waiting = [];
let size = 0;
function put(bytes) {
  waiting.push(bytes);
  size += bytes.length;
  if (size > 1 << 20) flush();
}
function flush() {
  let rest = Buffer.concat(waiting);
  [waiting, size] = [[], 0];
  while (rest.length > 0) {
    try { rest = rest.subarray(writeSync(1, rest)); } catch (error) { if (error.code !== 'EAGAIN') throw error; }
  }
}

for await (const line of createInterface({input: process.stdin, crlfDelay: Infinity})) {
  const request = Buffer.from(line);
  const start = performance.now();
  const found = answer(request);
  const time = performance.now() - start;
  if (mode === '--digest') put(Buffer.from(createHash('sha256').update(found).digest('hex').slice(0, 16) + '\n'));
  else if (mode === '--times') put(Buffer.from(time + '\n'));
  else put(found);
}
flush();
