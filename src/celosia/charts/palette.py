"""The colours of a drawing: every part's light colour, and what it becomes on a dark page.

Three hues and a grey: `site.md` §2.3 measured them under three kinds of colour blindness. Each part has a colour of its own,
down to whites that differ by one step, because the dark style finds a part by its light colour.
"""

from collections.abc import Mapping

INK = "#1F2937"
SOFT_INK = "#4B5563"
RULE = "#6B7280"
GRID = "#E2E6EB"
PAPER = "#FFFFFF"
HUES = ("#0B4F8A", "#C2410C", "#0F9D8A", "#7B8492")
ON_HUES = ("#FFFFFD", "#FFFFFC", "#111829", "#11182A")
CLASSES = ("#DCEAF4", "#A9CCE3", "#5B9BC8", "#145A8D")
ON_CLASSES = ("#111827", "#111827", "#111828", "#FFFFFE")
BLANK = "#F3F5F8"
WITHHELD = "#F2C14E"
WITHHELD_PAPER = "#FDF3D7"

DARK: Mapping[str, str] = {
    INK: "#E5E7EB",
    SOFT_INK: "#B4BCC8",
    RULE: "#98A2B3",
    GRID: "#333B48",
    PAPER: "#15181E",
    HUES[0]: "#A9D1F7",
    HUES[1]: "#E2703A",
    HUES[2]: "#2E9E8C",
    HUES[3]: "#9AA5B5",
    ON_HUES[0]: "#0A1420",
    ON_HUES[1]: "#0A1420",
    ON_HUES[2]: "#0A1420",
    ON_HUES[3]: "#0A1420",
    CLASSES[0]: "#1B3B57",
    CLASSES[1]: "#2A6090",
    CLASSES[2]: "#5B9BD1",
    CLASSES[3]: "#B9DCF7",
    ON_CLASSES[0]: "#E6EDF5",
    ON_CLASSES[2]: "#0A1420",
    ON_CLASSES[3]: "#0A1420",
    BLANK: "#1F242D",
    WITHHELD: "#9A7A2B",
    WITHHELD_PAPER: "#3A3220",
}
