"""Message texts: parts and encodings, transliteration, placeholders. No state; imports nothing else of the package."""
