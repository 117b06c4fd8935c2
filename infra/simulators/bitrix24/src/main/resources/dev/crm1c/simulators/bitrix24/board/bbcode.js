'use strict';

/* BBCode becomes elements and text nodes, never markup: whatever else stands in a comment is shown as it is written. */
const bbcode = (() => {
  const TAG = /\[(\/?)(b|i|u|s|p|url|list|\*)(?:=([^\]]*))?\]/gi;
  const ELEMENTS = { b: 'b', i: 'i', u: 'u', s: 's', p: 'p', list: 'ul', '*': 'li', url: 'a' };

  /* Only the web: a javascript: address stays a text. */
  const safe = (address) => /^https?:\/\/[^\s]+$/i.test(address);

  const append = (parent, text) => {
    text.split('\n').forEach((line, index) => {
      if (index > 0) {
        parent.append(document.createElement('br'));
      }
      parent.append(line);
    });
  };

  const open = (name, value, inside) => {
    const element = document.createElement(ELEMENTS[name]);
    if (name === 'list') {
      element.className = 'points';
    }
    if (name === 'url') {
      const address = (value || inside).trim();
      if (!safe(address)) {
        return document.createElement('span');
      }
      element.href = address;
      element.target = '_blank';
      element.rel = 'noopener noreferrer';
    }
    return element;
  };

  return (text) => {
    const root = document.createElement('div');
    const stack = [{ name: '', element: root }];
    const top = () => stack[stack.length - 1];
    const close = (name) => {
      if (stack.some((level) => level.name === name)) {
        while (stack.pop().name !== name);
      }
    };
    let from = 0;
    for (const tag of text.matchAll(TAG)) {
      append(top().element, text.slice(from, tag.index));
      from = tag.index + tag[0].length;
      const name = tag[2].toLowerCase();
      if (tag[1]) {
        close(name);
        continue;
      }
      if (name === '*') {
        close('*');
      }
      const end = text.toLowerCase().indexOf('[/url]', from);
      const element = open(name, tag[3], end < 0 ? '' : text.slice(from, end));
      top().element.append(element);
      stack.push({ name, element });
    }
    append(top().element, text.slice(from));
    return root;
  };
})();
