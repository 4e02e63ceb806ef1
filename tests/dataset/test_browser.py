"""The site in a real browser: three clicks to the sentence, a search, a form, a telephone, the keyboard.

Needs Chromium (Debian: `apt-get install chromium`) and skips with a reason where there is none. Any error on the console,
any answer of 400 or more and anything that cannot be loaded fails the test in which it happens.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import cdnpoli
from tests.dataset import chromium
from tests.dataset.chromium import Browser

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(chromium.executable() is None, reason="no Chromium here; Debian: apt-get install chromium"),
    pytest.mark.skipif(
        sys.platform == "win32", reason="the browser is driven over a pipe, which Windows passes on otherwise"
    ),
]

ALLEGATION = "2023-allegation-against-marie-eve-tremblay"
CHANGE = "/cdnpoli/caucus_changes/marie-eve-tremblay-2023-03-22"
PAGES = (
    "/",
    "/cdnpoli",
    "/cdnpoli/caucus_changes",
    "/cdnpoli/caucus_changes?kind=resigned&date__gte=2020",
    "/cdnpoli/people?_search=dan",
    "/cdnpoli/evidence",
    CHANGE,
    "/cdnpoli/people/marie-eve-tremblay",
    f"/cdnpoli/events/{ALLEGATION}",
    "/cdnpoli/sources/gazette-2023-03-23-tremblay-quits",
    "/cdnpoli/statements/s-0000000001",
    "/cdnpoli/people/mallory-script",
    "/search?q=tremblay",
    "/cdnpoli/caucus_on_a_day?day=2023-03-22",
    "/cdnpoli/changes_of_caucus",
    "/cdnpoli/changes_per_parliament",
    "/cdnpoli/flows_between_caucuses",
    "/cdnpoli/standings_over_time",
    f"/cdnpoli/said_about_an_event?event={ALLEGATION}",
    "/cdnpoli/where_sources_disagree",
    "/cdnpoli?sql=select+*+from+parties",
)


@pytest.fixture(scope="module")
def address(small_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where `cdnpoli serve` shows the small House."""
    serving = (
        "import sys; from pathlib import Path; from cdnpoli.browse import serve; from cdnpoli.store import Store; "
        "serve(Store(Path(sys.argv[1])), '127.0.0.1', 0)"
    )
    environment = {
        **os.environ,
        "PYTHONPATH": str(Path(str(cdnpoli.__file__)).parents[1]),
        "XDG_CACHE_HOME": str(tmp_path_factory.mktemp("cache")),
    }
    command = [sys.executable, "-c", serving, str(small_folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        assert process.stdout is not None
        yield process.stdout.readline().split(" at ")[1].split("/ ")[0]
    finally:
        process.terminate()
        process.communicate(timeout=30)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for all tests: starting it takes longer than a page."""
    with chromium.browser(tmp_path_factory.mktemp("profile")) as browser:
        yield browser


@pytest.fixture
def browser(opened: Browser) -> Iterator[Browser]:
    """The browser at the width of a desk, with nothing to complain about before and after."""
    opened.size(1200, 900)
    opened.complaints.clear()
    yield opened
    assert opened.complaints == []


def at(browser: Browser) -> str:
    """The path of the page that is shown."""
    return str(browser.ask("location.pathname"))


def test_what_a_page_complains_of_is_heard(opened: Browser, address: str) -> None:
    opened.complaints.clear()
    opened.open(address + "/no-such-page")
    assert any(complaint.startswith("404") for complaint in opened.complaints)
    opened.complaints.clear()
    opened.open(address + "/")
    opened.ask("setTimeout(() => { throw new Error('thrown on purpose') }, 0)")
    opened.ask("new Promise(done => setTimeout(done, 50))")
    opened.ask("console.error('said on purpose')")
    opened.ask("fetch('https://example.org/').catch(() => 0)")
    opened.ask("document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))")
    assert opened.ask("window.ran") is None
    heard = " ".join(opened.complaints)
    assert "thrown on purpose" in heard
    assert "said on purpose" in heard
    assert "Content Security Policy" in heard
    opened.complaints.clear()


def test_three_clicks_from_home_to_the_sentence_in_its_source(browser: Browser, address: str) -> None:
    browser.open(address + "/")
    browser.click(f'main a[href="{CHANGE}"]')
    assert at(browser) == CHANGE
    assert "had left the Liberal caucus" in browser.ask("document.querySelector('blockquote').textContent")
    browser.click(".evidence a[href^='/cdnpoli/sources/']")
    assert browser.ask("document.querySelector('h1').textContent") == "Tremblay quits Liberal caucus & sits alone"
    browser.click("main a[href='/cdnpoli/statements/s-0000000001']")
    assert "I will clear my name" in browser.ask("document.querySelector('blockquote').textContent")


def test_a_search_from_the_home_page_finds_a_person(browser: Browser, address: str) -> None:
    browser.open(address + "/")
    browser.ask("document.getElementById('home-q').focus()")
    browser.type("Annie")
    browser.press("Enter", loads=True)
    assert at(browser) == "/search"
    assert browser.ask("document.getElementById('site-q').value") == "Annie"
    browser.click("main a[href='/cdnpoli/people/ann-smith']")
    assert browser.ask("document.querySelector('h1').textContent") == "Ann Smith"


def test_a_form_is_filled_in_and_answers(browser: Browser, address: str) -> None:
    browser.open(address + "/cdnpoli/changes_of_caucus")
    browser.ask("document.getElementById('f-party').value = 'conservative'")
    browser.click("form.question button")
    assert browser.ask("document.getElementById('f-party').selectedOptions[0].text") == "Conservative Party of Canada"
    people = "[...document.querySelectorAll('td.col-person')].map(cell => cell.textContent)"
    assert browser.ask(people) == ["Dan Hill"]


def test_a_table_is_filtered_by_titles_not_by_column_names(browser: Browser, address: str) -> None:
    browser.open(address + "/cdnpoli/caucus_changes")
    options = browser.ask("[...document.querySelector('[name=_filter_column]').options].map(option => option.text)")
    assert "Kind" in options
    assert [option for option in options if "_" in option] == []
    browser.ask("document.querySelector('.filters details').open = true")
    browser.ask("document.querySelector('[name=_filter_column]').value = 'kind'")
    browser.ask("document.querySelector('[name=_filter_value]').value = 'crossed_floor'")
    browser.click(".filters button")
    assert browser.ask("location.search") == "?kind__exact=crossed_floor&_sort_desc=date"
    assert browser.ask("document.querySelectorAll('.rows-and-columns tbody tr').length") == 1


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_telephone_and_a_desk(browser: Browser, address: str, path: str) -> None:
    for width, phone in ((360, True), (1200, False)):
        browser.size(width, 800, phone=phone)
        browser.open(address + path)
        assert browser.ask("document.documentElement.scrollWidth") <= width
        # What is cut off at the edge of its box cannot be read either, unless the box scrolls.
        cut = browser.ask(
            "[...document.querySelectorAll('main h1, main h2, main p, main li, main label, main button, main td')]"
            ".filter(box => box.getClientRects().length && !box.closest('.unseen, .chart-scroll')"
            " && (innerWidth < 577 || !box.closest('.table-wrapper')))"
            ".filter(box => box.getBoundingClientRect().right > innerWidth + 1).map(box => box.outerHTML.slice(0, 80))"
        )
        assert cut == []


# Contrast as it comes out of all style sheets together: the text of every visible element against the nearest ground.
CONTRAST = """(() => {
  const light = c => { c = c / 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4 };
  const parse = text => { const n = text.match(/[\\d.]+/g).map(Number); return n.length < 4 ? [...n, 1] : n };
  const bright = c => 0.2126 * light(c[0]) + 0.7152 * light(c[1]) + 0.0722 * light(c[2]);
  const ground = box => { for (; box; box = box.parentElement) {
    const c = parse(getComputedStyle(box).backgroundColor); if (c[3] === 1) return c } return [255, 255, 255, 1] };
  const bad = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; node = walker.nextNode();) {
    const box = node.parentElement;
    if (!node.data.trim() || !box.checkVisibility() || box.closest('script, style, .CodeMirror, svg')) continue;
    const [a, b] = [bright(parse(getComputedStyle(box).color)), bright(ground(box))].sort((x, y) => x - y);
    const ratio = (b + 0.05) / (a + 0.05);
    if (ratio < 4.5) bad.push(`${ratio.toFixed(2)} ${box.outerHTML.slice(0, 80)}`);
  }
  return bad;
})()"""

LEVELS = "[...document.querySelectorAll('h1, h2, h3, h4')].map(heading => Number(heading.tagName[1]))"


def named_nothing(browser: Browser) -> list[str]:
    """The roles of what one can use or should be told of, and that has no name for a screen reader."""
    nodes: list[dict[str, Any]] = browser.send("Accessibility.getFullAXTree")["nodes"]
    used = {
        "button",
        "checkbox",
        "combobox",
        "image",
        "link",
        "navigation",
        "region",
        "searchbox",
        "spinbutton",
        "textbox",
    }
    return [
        f"{node['role']['value']} {node.get('description', {}).get('value', '')}"
        for node in nodes
        if not node.get("ignored")
        and node["role"]["value"] in used
        and not node.get("name", {}).get("value", "").strip()
    ]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_can_be_read_by_anyone(browser: Browser, address: str, path: str) -> None:
    browser.open(address + path)
    assert browser.ask(CONTRAST) == []
    assert named_nothing(browser) == []
    levels = browser.ask(LEVELS)
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []
    assert browser.ask("document.documentElement.lang") == "en"
    assert browser.ask("document.title").endswith("– cdnpoli")


def test_a_link_leads_from_the_first_key_to_the_content(browser: Browser, address: str) -> None:
    browser.open(address + CHANGE)
    browser.press("Tab")
    assert browser.ask("document.activeElement.textContent") == "Skip to the content"
    assert browser.ask("document.activeElement.getBoundingClientRect().left") >= 0
    browser.press("Enter")
    assert browser.ask("document.activeElement.id") == "content"


def test_the_sentence_is_reached_by_keyboard_alone_and_the_focus_is_always_seen(browser: Browser, address: str) -> None:
    browser.open(address + "/")
    for _ in range(40):
        browser.press("Tab")
        assert browser.ask("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        if browser.ask("document.activeElement.getAttribute('href')") == CHANGE:
            break
    browser.press("Enter", loads=True)
    assert at(browser) == CHANGE
    assert browser.ask("document.querySelector('blockquote').checkVisibility()")


def test_what_people_wrote_does_not_run(browser: Browser, address: str) -> None:
    for path in ("/cdnpoli/people/mallory-script", "/cdnpoli/statements", "/search?q=script", "/cdnpoli/who_said_what"):
        browser.open(address + path)
        # An alert would have stopped the page, and the picture named x would have been asked for in vain.
        assert browser.ask("document.querySelectorAll('img, script').length") == 0
        assert browser.ask("document.body.textContent.includes('<script>')")
