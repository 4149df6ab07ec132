const staticHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Referrer-Policy", value: "no-referrer" },
];

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // npm test checks the types of the whole repository, of which the build would see a part.
  typescript: { ignoreBuildErrors: true },
  // Names that modules export among themselves, and constants that cross them, are 3 KB of the first load.
  experimental: { turbopackMangleExportNames: true, turbopackCrossModuleConstants: true },
  // Pages carry their headers from proxy.ts; files that never pass there get theirs here.
  headers: async () => [
    { source: "/_next/static/:path*", headers: staticHeaders },
    {
      source: "/fonts/:path*",
      headers: [...staticHeaders, { key: "Cache-Control", value: "public, max-age=31536000, immutable" }],
    },
    { source: "/icon.svg", headers: staticHeaders },
  ],
};
