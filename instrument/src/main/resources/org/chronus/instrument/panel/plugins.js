/** The plugins that are installed, and what they have: asked for when somebody begins to name one, for the instrument may have to look for them. */

export class Plugins {
  #list = null; #types = new Map();

  /** Their types and meanings; none until they are there, when arrived is called. */
  list(arrived) {
    if (this.#list === null) {
      this.#list = [];
      this.#read('', (all) => { this.#list = all; arrived(); }, () => { this.#list = null; });
    }
    return this.#list.map((each) => [each.type, each.meaning]);
  }

  /** One as the types of the catalog are; nothing until it is there, when arrived is called. */
  type(name, arrived) {
    if (!this.#types.has(name)) {
      this.#types.set(name, undefined);
      this.#read(`/${encodeURIComponent(name)}`, (type) => { this.#types.set(name, type); arrived(); }, () => this.#types.delete(name));
    }
    return this.#types.get(name);
  }

  /** A name that nothing has is not asked for again; where nobody answers, it is. */
  async #read(path, take, away) {
    const reply = await fetch(`/api/plugins${path}`).catch(() => null);
    if (reply?.ok) take(await reply.json()); else if (!reply) away();
  }
}
