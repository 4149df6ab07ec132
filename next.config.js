const staticHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Referrer-Policy", value: "no-referrer" },
];

const files = [
  "/apple-icon.png",
  "/favicon.ico",
  "/icon-192.png",
  "/icon-512.png",
  "/icon-maskable-512.png",
  "/icon.png",
  "/icon.svg",
  "/manifest.webmanifest",
  "/opengraph-image.png",
  "/robots.txt",
];

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // npm test checks the types of the whole repository, of which the build would see a part.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // Names that modules export among themselves, and constants that cross them, are 3 KB of the first load.
    turbopackMangleExportNames: true,
    turbopackCrossModuleConstants: true,
    // Twice the default: fewer and larger pieces are smaller in sum. More would give other pages what they do not need.
    turbopackChunking: { minChunkSize: 120_000 },
  },
  // Pages carry their headers from proxy.ts; files that never pass there get theirs here.
  headers: async () => [
    { source: "/_next/static/:path*", headers: staticHeaders },
    ...files.map((source) => ({ source, headers: staticHeaders })),
  ],
};
