import type { Clock } from "./clock";
import { SignIns } from "./login/sign-ins";
import type { World } from "./world";
import { createWorld, type WorldFile } from "./worlds/worlds";

/** A world and who is signed in to its managing tenant. */
export type Realm = { readonly world: World; readonly file: WorldFile; readonly signIns: SignIns };

/** All worlds of one process, told apart by the id of their managing tenant. */
export class Estate {
  readonly #realms = new Map<string, Realm>();
  #defaultId: string | null = null;

  constructor(readonly clock: Clock) {}

  /** Creates a world, or replaces the one of the same managing tenant; the first one made is the default. */
  create(file: WorldFile): Realm {
    const world = createWorld(file, { now: this.clock() });
    const realm = { world, file, signIns: new SignIns() };
    const id = world.id.toLowerCase();
    this.#realms.set(id, realm);
    this.#defaultId ??= id;
    return realm;
  }

  reset(tenantId: string): Realm | null {
    const realm = this.byId(tenantId);
    return realm && this.create(realm.file);
  }

  remove(tenantId: string): boolean {
    return this.#realms.delete(tenantId.toLowerCase());
  }

  byId(tenantId: string): Realm | null {
    return this.#realms.get(tenantId.toLowerCase()) ?? null;
  }

  /** Finds a managing tenant as the sign-in service does: by id, or by one of its verified domains. */
  byName(name: string): Realm | null {
    const wanted = name.toLowerCase();
    const owns = ({ world }: Realm) =>
      world.tenants.get(world.id.toLowerCase())?.domains.some((domain) => domain.toLowerCase() === wanted);
    return this.byId(wanted) ?? [...this.#realms.values()].find(owns) ?? null;
  }

  /** Whether some world has a customer of this id: a tenant that exists, but nobody signs in to. */
  isCustomer(tenantId: string): boolean {
    return [...this.#realms.values()].some(({ world }) => world.tenants.has(tenantId.toLowerCase()));
  }

  get default(): Realm | null {
    return this.#defaultId ? this.byId(this.#defaultId) : null;
  }
}
