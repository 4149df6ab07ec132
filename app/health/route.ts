import { connection } from "next/server";
import { serverConfig } from "@/lib/config";

/** For load balancers: the server runs and its configuration is sound. It says nothing about Azure, which only browsers call. */
export async function GET() {
  await connection();
  return Response.json(
    { status: "ok", cloud: serverConfig().cloud.name },
    { headers: { "Cache-Control": "no-store" } },
  );
}
