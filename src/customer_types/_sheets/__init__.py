"""The machinery of sheets: their units, what translators are told, the formats, and the way back."""
