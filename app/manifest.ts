import type { MetadataRoute } from "next";
import { canvas, description } from "./identity";

/** What an installed Fresnel is called and looks like. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: "Fresnel",
    short_name: "Fresnel",
    description,
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: canvas.dark,
    theme_color: canvas.dark,
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
