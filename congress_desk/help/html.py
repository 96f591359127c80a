"""Help as HTML for the browser of the window: links stay inside, each heading can be gone to."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from congress_desk.help.contents import pages
from congress_desk.help.page import HelpPage
from congress_desk.help.search import Hit
from congress_desk.i18n import tr

SCHEME = "help"


def address_of(place: str) -> str:
    """Return the address that the browser knows a page or section by: "help:counting#declare"."""
    return f"{SCHEME}:{place}"


def page_html(page: HelpPage) -> str:
    """Return a page; keys are spans of the class "key"."""
    from markdown_it.renderer import RendererHTML

    renderer: Any = RendererHTML()
    renderer.rules |= {"code_inline": _key, "heading_open": _heading, "link_open": _link}
    return str(renderer.render(list(page.tokens), {"xhtmlOut": True}, {}))


def contents_html() -> str:
    """Return the list of all pages, with the sections of the second level under each."""
    parts = [f"<h1>{escape(tr('Contents of the help'))}</h1>"]
    for page in pages():
        parts.append(f"<h3>{_to(page.name, page.title)}</h3>")
        below = [each for each in page.sections if each.level == 2]
        if below:
            parts.append(f"<p>{' · '.join(_to(each.address, each.title) for each in below)}</p>")
    return "".join(parts)


def found_html(typed: str, hits: Iterable[Hit]) -> str:
    """Return what was found, or that nothing was and what to do."""
    titles = {page.name: page.title for page in pages()}
    parts = [f"<h1>{escape(tr('Found for “{words}”', words=typed))}</h1>"]
    for section, snippet in hits:
        of_page = "" if section.level == 1 else f" · {escape(titles[section.page])}"
        title = _to(section.address, section.title)
        parts.append(f'<h3>{title}<span class="aside">{of_page}</span></h3>')
        parts.append(f"<p>{escape(snippet)}</p>")
    if len(parts) == 1:
        advice = tr("Nothing was found. Try one word alone, or look through the contents.")
        parts.append(f"<p>{escape(advice)}</p><p>{_to('contents', tr('Contents'))}</p>")
    return "".join(parts)


def _to(place: str, words: str) -> str:
    return f'<a href="{escape(address_of(place))}">{escape(words)}</a>'


def _key(tokens: Any, index: int, options: Any, env: Any) -> str:
    return f'<span class="key">&nbsp;{escape(tokens[index].content)}&nbsp;</span>'


def _heading(tokens: Any, index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    return f'<{token.tag}><a name="{escape(token.attrGet("id"))}"></a>'


def _link(tokens: Any, index: int, options: Any, env: Any) -> str:
    return f'<a href="{escape(address_of(tokens[index].attrGet("href")))}">'
