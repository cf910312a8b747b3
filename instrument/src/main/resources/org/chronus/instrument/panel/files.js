/** The user's files: to fetch, and to send. What is long goes in pieces. */
import { texts } from './texts.js';

const FIRST_PIECE = 1 << 15, PIECES = 4 << 20, IN_PIECES = /\.sf2$/i;

export class UserFiles {
  #list; #said; #over; #there = [];

  /** The list, the field that files are chosen by, where it is told, and the button that replaces a file. */
  constructor(list, field, said, over) {
    this.#list = list;
    this.#said = said;
    this.#over = over;
    field.onchange = async () => {
      for (const file of [...field.files]) if (!await this.send(file, false)) break;
      field.value = '';
    };
  }

  async read() {
    this.#there = await (await fetch('/api/files')).json();
    this.#list.replaceChildren(...this.#there.map(({ name, bytes }) => {
      const item = document.createElement('li'), link = document.createElement('a'), size = document.createElement('span');
      link.href = `/api/files/${encodeURIComponent(name)}`;
      link.download = name;
      link.textContent = name;
      size.textContent = texts.bytes(bytes);
      item.append(link, size);
      return item;
    }));
  }

  /** True if it is there now. */
  async send(file, over) {
    this.#over.hidden = true;
    if (!over && this.#there.some((each) => each.name === file.name)) return this.#refuse(file, texts.isThere(file.name), true);
    for (let from = 0, to; from === 0 || from < file.size; from = to) {
      to = !IN_PIECES.test(file.name) ? file.size : Math.min(file.size, from === 0 ? FIRST_PIECE : from + PIECES);
      this.#said.textContent = texts.sends(file.name, file.size ? to / file.size : 1);
      const reply = await fetch(`/api/files/${encodeURIComponent(file.name)}?from=${from}&size=${file.size}&over=${over ? 1 : 0}`,
        { method: 'PUT', headers: { 'Content-Type': 'application/octet-stream' }, body: file.slice(from, to) }).catch(() => null);
      if (!reply?.ok) return this.#refuse(file, reply ? (await reply.json()).refused : texts.sendsNot(file.name), reply?.status === 409);
      if (file.size === 0) break;
    }
    this.#said.textContent = texts.sent(file.name);
    await this.read();
    return true;
  }

  #refuse(file, reason, isThere) {
    this.#said.textContent = reason;
    this.#over.hidden = !isThere;
    this.#over.textContent = texts.replace(file.name);
    this.#over.onclick = () => this.send(file, true);
    return false;
  }
}
