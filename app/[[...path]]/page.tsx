import type { Metadata } from "next";
import { routes } from "@/lib/routes";
import { routeIn, type Params } from "./route-in";
import { Screens } from "./screens";

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const route = await routeIn(params);
  return route ? { title: routes[route.name].title } : {};
}

/** Every page of a signed-in person: which one it is, the browser reads out of the address. */
export default function Page() {
  return <Screens />;
}
