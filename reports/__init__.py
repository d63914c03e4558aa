"""From an assessment to what people read; nothing here decides anything."""
