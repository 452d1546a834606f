"""The languages of works, as bibliographies name them."""

# Names in English and in babel, the LaTeX package, and codes of ISO 639-2, to ISO 639-1.
# fmt: off
_CODES = {
    "arabic": "ar", "ara": "ar", "basque": "eu", "eus": "eu", "bulgarian": "bg", "bul": "bg", "catalan": "ca",
    "cat": "ca", "chinese": "zh", "zho": "zh", "chi": "zh", "croatian": "hr", "hrv": "hr", "czech": "cs", "ces": "cs",
    "cze": "cs", "danish": "da", "dan": "da", "dutch": "nl", "nld": "nl", "dut": "nl", "english": "en", "eng": "en",
    "american": "en", "british": "en", "usenglish": "en", "ukenglish": "en", "estonian": "et", "est": "et",
    "finnish": "fi", "fin": "fi", "french": "fr", "fra": "fr", "fre": "fr", "francais": "fr", "galician": "gl",
    "glg": "gl", "german": "de", "deu": "de", "ger": "de", "ngerman": "de", "austrian": "de", "naustrian": "de",
    "deutsch": "de", "greek": "el", "ell": "el", "gre": "el", "hebrew": "he", "heb": "he", "hindi": "hi", "hin": "hi",
    "hungarian": "hu", "hun": "hu", "magyar": "hu", "indonesian": "id", "ind": "id", "italian": "it", "ita": "it",
    "japanese": "ja", "jpn": "ja", "korean": "ko", "kor": "ko", "latin": "la", "lat": "la", "latvian": "lv",
    "lav": "lv", "lithuanian": "lt", "lit": "lt", "norwegian": "no", "nor": "no", "norsk": "no", "persian": "fa",
    "fas": "fa", "per": "fa", "polish": "pl", "pol": "pl", "portuguese": "pt", "por": "pt", "brazilian": "pt",
    "romanian": "ro", "ron": "ro", "rum": "ro", "russian": "ru", "rus": "ru", "serbian": "sr", "srp": "sr",
    "slovak": "sk", "slk": "sk", "slo": "sk", "slovene": "sl", "slovenian": "sl", "slv": "sl", "spanish": "es",
    "spa": "es", "swedish": "sv", "swe": "sv", "thai": "th", "tha": "th", "turkish": "tr", "tur": "tr",
    "ukrainian": "uk", "ukr": "uk", "vietnamese": "vi", "vie": "vi",
}
# fmt: on


def language_code(written: str) -> str | None:
    """Return the ISO 639-1 code of a language given by a code (`en`, `eng`, `en-US`) or a name; None if not known."""
    word = written.strip().strip("{}").lower().replace("_", "-").partition("-")[0]
    return word if len(word) == 2 and word.isascii() and word.isalpha() else _CODES.get(word)
