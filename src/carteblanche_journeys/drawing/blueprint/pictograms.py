"""The pictograms of channels: outlines in a square of 13 pixels."""

from __future__ import annotations

#: The pictogram of each channel of the model.
OF_CHANNEL = {
    "on-site": "pin",
    "stop": "stop",
    "phone": "phone",
    "post": "letter",
    "registered-post": "letter",
    "email": "at",
    "online": "screen",
    "home": "home",
}
#: The outline of each pictogram.
SHAPES = {
    "pin": (
        "M6.5 12C4 9 2.5 7 2.5 5a4 4 0 0 1 8 0c0 2-1.5 4-4 7z"
        "M8 5a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0z"
    ),
    "stop": (
        "M1.5 9.5V3h10v6.5zM1.5 6.5h10"
        "M5.2 10.5a1.2 1.2 0 1 1-2.4 0 1.2 1.2 0 0 1 2.4 0z"
        "M10.2 10.5a1.2 1.2 0 1 1-2.4 0 1.2 1.2 0 0 1 2.4 0z"
    ),
    "phone": (
        "M2.6 1.6 4.4 1l1.7 2.9-1.2 1.2c.6 1.4 1.6 2.4 3 3L9.1 6.9 12 8.6l-.6 1.8"
        "c-.3.8-1 1.2-1.9 1.1C5.3 11.1 1.9 7.7 1.5 3.5c-.1-.9.3-1.6 1.1-1.9z"
    ),
    "letter": "M1 2.5h11V11H1zM1 2.8l5.5 4.5L12 2.8",
    "at": (
        "M9 6.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z"
        "M9 6.5v.8c0 2 2.8 1.8 2.8-.8A5.3 5.3 0 1 0 9 11.2"
    ),
    "screen": "M1 2h11v7H1zM6.5 9v2.5M4 11.5h5",
    "home": "M2.5 6v5.5h3v-3h2v3h3V6M1 7l5.5-5L12 7",
}
