"""Read a text in English, Ukrainian or Russian into draft rows for the ledger; nothing enters it by itself."""
