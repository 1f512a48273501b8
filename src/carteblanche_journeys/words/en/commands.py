"""English words of the page of commands: those of the program's own helps."""

WORDS: dict[str, str | tuple[str, str]] = {
    "command.check": (
        "Say what hurts in the journeys, why, and what to do. The options that take an id or "
        "a name may be given several times."
    ),
    "command.draw": (
        "Draw a journey as an SVG file. JOURNEY is life-moment/file-name, such as "
        "avoir-un-enfant/as-is."
    ),
    "command.explain": (
        "Say what a rule finds, and why it hurts. With what to do, what speaks against it, a "
        "bad and a good journey, and its sources."
    ),
    "command.export-pages": (
        "Write the site's Markdown and assets. For any site builder: it needs attr_list, "
        "md_in_html, tables and toc."
    ),
    "command.measure": (
        "Measure what a journey costs people. Time, trips, waits, fees, evidence, chances, each "
        "with its range and what it covers. JOURNEY is "
        "life-moment/file-name, such as avoir-un-enfant/as-is. Without --persona, text and csv "
        "set all personas of the journey side by side, and json is that of the first. Ends "
        "with 1 where a structural error keeps a number from being given."
    ),
    "command.new": (
        "Make an atlas that publishes as it is. It holds one small example journey, which "
        "teaches by its comments."
    ),
    "command.publish": (
        "Publish the atlas as a static site. Whole or not at all: a failure leaves the site "
        "that was there."
    ),
    "command.schema": (
        "Write JSON Schemas for editors. One for each kind of file: an editor then completes "
        "keys and checks them."
    ),
    "command.serve": (
        "Serve the site on this machine. It is built again as files change. Ctrl-C ends it."
    ),
    "option.version": "Show the version and exit.",
    "option.atlas": "The atlas's folder [journeys].",
    "option.lang": "Language [the atlas's, else en].",
    "option.today": "The day that waivers count from [SOURCE_DATE_EPOCH, else today].",
    "option.check.journeys": "Only these [all].",
    "option.check.personas": "As lived by [all].",
    "option.check.rules": "Only these rules [all].",
    "option.check.form": "For whom the findings are written [text].",
    "option.check.fail_on": "End with 1 from this severity on; questions never count [warning].",
    "option.check.every": "Show all, not the first ten, waived too.",
    "option.check.baseline": "Leave aside what an earlier check printed as JSON.",
    "option.draw.view": "What [blueprint].",
    "option.draw.engine": "What lays a map out; auto chooses by counting [auto].",
    "option.draw.out": "Where to write it [stdout].",
    "option.export-pages.out": (
        "The folder of the pages: new, empty, or made by an earlier export."
    ),
    "option.measure.persona": "As lived by [text, csv: all; json: the first].",
    "option.measure.form": "For whom the measures are written [text].",
    "option.measure.defaults": (
        "Whether assumed figures stand in for times nobody knows [--defaults]."
    ),
    "option.new.lang": "Language of the example [fr].",
    "option.publish.out": "The folder of the site: new, empty, or made by an earlier publish.",
    "option.schema.out": "The folder of the schemas: new, empty, or made by an earlier schema.",
    "option.serve.host": "The address to listen on [127.0.0.1].",
    "option.serve.port": "The port [8000].",
}
