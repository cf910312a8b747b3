/** The links from each page to the others. */
import { texts } from './texts.js';

const PAGES = [['/', texts.play], ['/sound', texts.sound], ['/listen', texts.listen], ['/patch', texts.patch],
  ['/bank', texts.bank]];

const links = PAGES.map(([path, text]) => {
  const link = document.createElement('a');
  link.href = path;
  link.textContent = text;
  if (path === location.pathname) link.setAttribute('aria-current', 'page');
  return link;
});
document.getElementById('pages').replaceChildren(...links);
