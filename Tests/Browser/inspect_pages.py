"""Says what is wrong with the pages of a report, one finding a line; says nothing where nothing is wrong.

    python3 inspect_pages.py PAGE.html… CHART.svg…

What is asked of a page: docs/report.md. The exit status is 0 when nothing is wrong, 1 when something is, and
another one when the browser or a parser is missing.
"""

import pathlib
import re
import sys
import xml.etree.ElementTree
from urllib.parse import unquote

import html5lib

from chromium import Browser

HEADINGS = "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => [+h.tagName[1], h.innerText])"

# Text and its ground as they are computed. A ground is the nearest one behind that is not transparent.
CONTRASTS = """(() => {
  const parse = text => {
    const parts = text.match(/[\\d.]+/g).map(Number);
    return parts.length > 3 ? parts : [...parts, 1];
  };
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * x + .7152 * y + .0722 * z;
  };
  const ground = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour[3] === 1) return colour;
    }
    return [255, 255, 255, 1];
  };
  const found = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || /^(style|title|desc)$/.test(element.localName)) continue;
    const style = getComputedStyle(element);
    if (style.visibility === 'hidden' || style.display === 'none') continue;
    const isSVG = element instanceof SVGElement;
    const colour = parse(isSVG ? style.fill : style.color);
    const [a, b] = [light(colour), light(ground(element))].sort((a, b) => b - a);
    const ratio = (a + .05) / (b + .05);
    const size = parseFloat(style.fontSize), isBold = +style.fontWeight >= 700;
    const least = size >= 24 || isBold && size >= 18.66 ? 3 : 4.5;
    if (ratio < least) found.set(
      `${element.localName}.${element.getAttribute('class') ?? ''} ${style.color}`,
      `${ratio.toFixed(2)}: ${walker.currentNode.data.trim().slice(0, 40)}`);
  }
  return [...found].map(pair => pair.join(' has a contrast of '));
})()"""

# What sticks out of the page; what lies in a box that scrolls by itself may.
OVERFLOW = """(() => {
  const page = document.documentElement;
  const found = page.scrollWidth > page.clientWidth
    ? [`the page is ${page.scrollWidth} wide in a window of ${page.clientWidth}`] : [];
  const scrolls = element => {
    for (let at = element; at && at !== document.body; at = at.parentElement)
      if (/auto|scroll|hidden/.test(getComputedStyle(at).overflowX)) return true;
    return false;
  };
  for (const element of document.querySelectorAll('body *')) {
    if (element instanceof SVGElement && element.localName !== 'svg') continue;
    const box = element.getBoundingClientRect();
    if (box.width && box.right > page.clientWidth + 1 && !scrolls(element)) {
      found.push(`${element.localName}.${element.className} reaches ${Math.round(box.right)}`);
      if (found.length > 4) break;
    }
  }
  return found;
})()"""

# Charts that can be read without any style sheet name the colour of everything that they draw.
UNPAINTED = """(() => {
  const found = new Set();
  for (const shape of document.querySelectorAll('svg :is(text, path, line, rect, circle)')) {
    const style = getComputedStyle(shape);
    const isBlack = style.fill === 'rgb(0, 0, 0)' && style.fillOpacity === '1';
    if (isBlack && shape.localName !== 'line') found.add(shape.localName + ' is black by default');
    if (shape.localName === 'line' && style.stroke === 'none') found.add('a line is not drawn');
  }
  for (const picture of document.querySelectorAll('svg')) {
    if (picture.closest('[hidden]')) continue;
    const box = picture.getBoundingClientRect();
    if (!box.width || !box.height) found.add('a picture has no size');
  }
  return [...found];
})()"""

TEXT = "document.body.innerText.replace(/\\s+/g, ' ').trim()"
WITHOUT_STYLES = "document.querySelectorAll('style').forEach(style => style.remove())"
NAMED_ROLES = {
    "heading", "link", "button", "image", "img", "region", "navigation", "table", "list", "figure",
    "columnheader", "rowheader",
}


def references(path, text):
    """Ids are unique, and what refers to one finds it, in this file or another."""
    found = []
    ids = re.findall(r'\sid="([^"]*)"', text)
    for name in sorted({name for name in ids if ids.count(name) > 1}):
        found.append(f"two elements have the id {name}")
    known = set(ids)
    for names in re.findall(r'aria-(?:labelledby|describedby)="([^"]*)"', text):
        found += [f"nothing has the id {name}" for name in names.split() if name not in known]
    for link in re.findall(r'href="([^"]*)"', text):
        target, _, fragment = link.partition("#")
        file = (path.parent / unquote(target)) if target else path
        if not file.exists():
            found.append(f"the link {link} leads nowhere")
        elif fragment and f' id="{fragment}"' not in (text if file == path else file.read_text("utf-8")):
            found.append(f"the link {link} leads to no element")
    return found


def parsers(path, text):
    """What a strict HTML parser and an XML parser say."""
    found = []
    try:
        xml.etree.ElementTree.fromstring(text.encode())
    except xml.etree.ElementTree.ParseError as error:
        found.append(f"is not well-formed XML: {error}")
    if path.suffix == ".html":
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(text)
        for (line, column), code, data in parser.errors[:5]:
            found.append(f"is not valid HTML at {line}:{column}: {code} {data}")
    return found


def headings(browser):
    found = []
    levels = browser.evaluate(HEADINGS)
    if [level for level, _ in levels].count(1) != 1 or levels[0][0] != 1:
        found.append("the page does not begin with its one h1")
    for (before, _), (level, text) in zip(levels, levels[1:]):
        if level > before + 1:
            found.append(f"the heading '{text}' skips from h{before} to h{level}")
    return found


def names(browser):
    """What a screen reader announces by name has one."""
    found = []
    nodes = browser.accessibility()
    roles = [node["role"]["value"] for node in nodes]
    if roles.count("main") != 1:
        found.append("there is not one main landmark")
    # Lists need no name of their own, unless one is given for a reason.
    for node in nodes:
        role = node["role"]["value"]
        if role in NAMED_ROLES - {"list", "figure"} and not node.get("name", {}).get("value", "").strip():
            found.append(f"a {role} has no name")
    return sorted(set(found))


def page(browser, path):
    text = path.read_text("utf-8")
    found = parsers(path, text) + references(path, text)
    browser.open(path)
    found += browser.complaints()
    found += [f"asks for {url}" for url in browser.requests()[1:]]
    found += headings(browser) + names(browser)
    found += [f"light: {line}" for line in browser.evaluate(CONTRASTS)]
    shown = browser.evaluate(TEXT)
    browser.open(path, dark=True)
    found += [f"dark: {line}" for line in browser.evaluate(CONTRASTS)]
    # A window of 1280 at 200 % zoom is 640 wide; WCAG 2.2, 1.4.10 asks for 320.
    for width in [1280, 768, 640, 400, 320]:
        browser.open(path, width=width)
        found += [f"at {width} pixels: {line}" for line in browser.evaluate(OVERFLOW)]
    browser.open(path, scripts=False)
    if browser.evaluate(TEXT) != shown:
        found.append("without scripts the page says something else")
    browser.evaluate(WITHOUT_STYLES)
    found += [f"without styles: {line}" for line in browser.evaluate(UNPAINTED)]
    plain = browser.evaluate(TEXT)
    missing = [word for word in set(shown.lower().split()) if word not in plain.lower()]
    if missing:
        found.append(f"without styles these words are missing: {sorted(missing)[:5]}")
    found += paper(browser, path)
    return found


def paper(browser, path):
    """A4, no chart that is cut in two, and no table that is cut off."""
    found = []
    browser.open(path, width=680, media="print")
    if browser.evaluate(
        "[...document.querySelectorAll('figure')].some(f => getComputedStyle(f).breakInside !== 'avoid')"
    ):
        found.append("on paper: a chart may be cut in two")
    # 297 mm less margins of 15 mm are 1,009 pixels of a style sheet.
    tall = "[...document.querySelectorAll('figure')].filter(f => f.getBoundingClientRect().height > 1009).length"
    if browser.evaluate(tall):
        found.append("on paper: a chart is higher than the page")
    wide = "[...document.querySelectorAll('table')].filter(t => t.scrollWidth > innerWidth + 1).length"
    if browser.evaluate(wide):
        found.append("on paper: a table is wider than the page")
    pdf = browser.pdf()
    boxes = set(re.findall(rb"/MediaBox ?\[([^\]]*)\]", pdf))
    sizes = {tuple(round(float(number)) for number in box.split()) for box in boxes}
    if sizes and sizes != {(0, 0, 595, 842)}:
        found.append(f"on paper: the pages are not A4: {sizes}")
    return found


def chart(browser, path):
    text = path.read_text("utf-8")
    found = parsers(path, text) + references(path, text)
    browser.open(path)
    found += browser.complaints()
    found += [f"asks for {url}" for url in browser.requests()[1:]]
    for name in ["title", "desc"]:
        if not browser.evaluate(f"document.querySelector('svg > {name}')?.textContent.trim()"):
            found.append(f"the picture has no {name}")
    return found


def main(arguments):
    found = 0
    with Browser() as browser:
        for argument in arguments:
            path = pathlib.Path(argument)
            for line in (page if path.suffix == ".html" else chart)(browser, path):
                print(f"{argument}: {line}")
                found += 1
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
