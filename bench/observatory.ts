import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "../scripts/prepare.mjs";
import { freePort, startApp } from "../scripts/serve.mjs";
import { figure } from "./figures";
import { outside } from "./outside";

/*
 * Mozilla Observatory's scanner over the start page, configured for Azure and behind a proxy with TLS, as in production.
 */
const ids = {
  FRESNEL_TENANT_ID: "9a1f2b30-0000-4000-8000-00000000000a",
  FRESNEL_CLIENT_ID: "9a1f2b30-0000-4000-8000-00000000000b",
};

type Scan = Readonly<{
  scan: { grade: string; score: number };
  tests: Record<string, { result: string; scoreModifier: number }>;
}>;

const { folder } = outside("npm install --prefix <folder> --ignore-scripts @mdn/mdn-http-observatory@1.4.8");
const scanner = join(folder, "node_modules/@mdn/mdn-http-observatory");
// Lists that its installation fetches: which sites browsers know to be on TLS, and names of countries.
writeFileSync(join(scanner, "conf/hsts-preload.json"), "{}");
writeFileSync(join(scanner, "conf/tld-list.json"), "[]");

if (!(await ensureBuilt())) throw new Error("The build failed.");
const port = await freePort(3_700);
const app = await startApp({ port, env: { FRESNEL_CLOUD: "AzureCloud", ...ids } });
const keys = mkdtempSync(join(tmpdir(), "fresnel-"));
const [key, cert] = [join(keys, "key.pem"), join(keys, "cert.pem")];
execFileSync(
  "openssl",
  ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cert, "-days", "2"].concat([
    "-subj",
    "/CN=localhost",
    "-addext",
    "subjectAltName=DNS:localhost",
  ]),
  { stdio: "ignore" },
);
const proxy = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (asked, answer) => {
  const headers = { ...asked.headers, "x-forwarded-proto": "https" };
  const passed = request({ host: "127.0.0.1", port, path: asked.url, method: asked.method, headers }, (got) => {
    answer.writeHead(got.statusCode ?? 502, got.headers);
    got.pipe(answer);
  });
  passed.on("error", () => answer.destroy());
  asked.pipe(passed);
});
const tlsPort = await freePort(4_443);
await new Promise<void>((resolve) => void proxy.listen(tlsPort, "localhost", resolve));

try {
  const scan = spawn(process.execPath, [join(scanner, "src/scan.js"), `localhost:${tlsPort}`], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: cert },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  for await (const chunk of scan.stdout) said += String(chunk);
  const { scan: result, tests } = JSON.parse(said) as Scan;
  console.log(`\nMozilla Observatory: ${result.grade}`);
  figure("points", [result.score], "", { atLeast: 130 });
  for (const [name, { result: found, scoreModifier }] of Object.entries(tests))
    console.log(`  ${String(scoreModifier).padStart(4)}  ${name}: ${found}`);
} finally {
  proxy.closeAllConnections();
  proxy.close();
  rmSync(keys, { recursive: true });
  await app.stop();
}
